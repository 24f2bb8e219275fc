// Light or dark as the system asks for, and light on paper; Tabler reads it from an attribute.
(() => {
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const paper = window.matchMedia("print");
    const apply = () => document.documentElement.setAttribute("data-bs-theme", dark.matches && !paper.matches ? "dark" : "light");
    document.documentElement.classList.add("js");
    dark.addEventListener("change", apply);
    paper.addEventListener("change", apply);
    apply();
})();
