// Puts modules and pages in order by dragging. Beside it there are buttons, which work without.
(() => {
    const send = (path, values) => htmx.ajax("POST", path, {
        source: "#outline-form", target: "#outline", select: "#outline", swap: "outerHTML", values
    });
    const ids = list => [...list.children].map(it => it.dataset.id);

    const arm = () => {
        const outline = document.getElementById("outline");
        const path = outline?.dataset.path;
        if (!path) {
            return;
        }
        const modules = outline.querySelector("[data-modules]");
        Sortable.create(modules, {
            handle: "[data-module-grip]",
            animation: 150,
            onEnd: it => it.oldIndex !== it.newIndex && send(`${path}/order`, { module: ids(modules) })
        });
        for (const list of outline.querySelectorAll("[data-pages]")) {
            Sortable.create(list, {
                group: "pages",
                handle: "[data-page-grip]",
                animation: 150,
                onEnd: it => {
                    if (it.from !== it.to) {
                        const before = it.item.nextElementSibling?.dataset.id ?? "";
                        send(`${path}/pages/${it.item.dataset.id}/move`, { module: it.to.dataset.pages, before });
                    } else if (it.oldIndex !== it.newIndex) {
                        send(`${path}/modules/${it.to.dataset.pages}/order`, { page: ids(it.to) });
                    }
                }
            });
        }
    };

    arm();
    document.addEventListener("htmx:afterSwap", event => {
        if (event.target.id === "outline" || event.detail.target?.id === "outline") {
            arm();
        }
    });
})();
