// Light or dark as the system asks for; Tabler reads it from an attribute.
(() => {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const apply = () => document.documentElement.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
    document.documentElement.classList.add("js");
    dark.addEventListener("change", apply);
    apply();
})();
