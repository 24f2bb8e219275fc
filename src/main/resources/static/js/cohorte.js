// What makes pages smoother. Each of them works without.
(() => {
    const dialog = () => document.getElementById("dialog");

    document.addEventListener("click", async event => {
        const copy = event.target.closest("[data-copy]");
        if (copy) {
            await navigator.clipboard.writeText(copy.dataset.copy);
            const label = copy.querySelector("span");
            const before = label.textContent;
            label.textContent = copy.dataset.copied;
            setTimeout(() => { label.textContent = before; }, 1500);
        }
        if (event.target.closest("#dialog [data-close]")) {
            event.preventDefault();
            dialog().close();
        }
        for (const menu of document.querySelectorAll("details.menu[open]")) {
            if (!menu.contains(event.target)) {
                menu.open = false;
            }
        }
    });

    document.addEventListener("keydown", event => {
        if (event.key === "Escape") {
            for (const menu of document.querySelectorAll("details.menu[open]")) {
                menu.open = false;
                menu.querySelector("summary").focus();
            }
        }
    });

    document.addEventListener("change", event => {
        if (event.target.matches("[data-tick-all]")) {
            for (const box of event.target.form.querySelectorAll("tbody input[type=checkbox]")) {
                box.checked = event.target.checked;
            }
        }
    });

    document.addEventListener("htmx:afterSwap", event => {
        if (event.target.id === "dialog-body") {
            // Behind the dialog no menu stays open, and from it the focus comes back to the menu's head.
            for (const menu of document.querySelectorAll("details.menu[open]")) {
                menu.querySelector("summary").focus();
                menu.open = false;
            }
            dialog().setAttribute("aria-labelledby", "dialog-title");
            dialog().showModal();
        }
    });
})();
