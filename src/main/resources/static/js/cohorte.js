// What makes pages smoother. Each of them works without.
(() => {
    const dialog = () => document.getElementById("dialog");

    document.addEventListener("click", async event => {
        const copy = event.target.closest("[data-copy]");
        if (copy) {
            await navigator.clipboard.writeText(copy.dataset.copy);
            const label = copy.querySelector("span");
            copy.dataset.label ??= label.textContent;
            label.textContent = copy.dataset.copied;
            setTimeout(() => { label.textContent = copy.dataset.label; }, 1500);
        }
        if (event.target.closest("[data-print]")) {
            window.print();
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

    document.addEventListener("focusout", event => {
        const menu = event.target.closest("details.menu[open]");
        if (menu && event.relatedTarget && !menu.contains(event.relatedTarget)) {
            menu.open = false;
        }
    });

    // On a phone the menus lie on their side: where one is should be in sight.
    for (const here of document.querySelectorAll(".shell-side [aria-current], .tabs [aria-current], .subtabs [aria-current]")) {
        here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.clientWidth / 2 + here.clientWidth / 2;
    }

    for (const time of document.querySelectorAll("time[data-local]")) {
        time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
            day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short"
        }).format(new Date(time.dateTime));
    }

    // A second click sends nothing twice; coming back to the page makes it new.
    document.addEventListener("submit", event => {
        if (event.target.method === "post" && !("again" in event.target.dataset)) {
            if (event.target.dataset.sent) {
                event.preventDefault();
            }
            event.target.dataset.sent = "true";
        }
    });

    // A large file takes its time: a bar below its field tells how far it is. What comes back takes the page's place.
    document.addEventListener("submit", event => {
        const form = event.target;
        if (!form.matches("[data-upload]") || event.defaultPrevented) {
            return;
        }
        event.preventDefault();
        const bar = form.querySelector("[data-progress]");
        const request = new XMLHttpRequest();
        request.upload.addEventListener("progress", it => {
            bar.hidden = false;
            bar.max = it.total;
            bar.value = it.loaded;
        });
        request.addEventListener("load", () => {
            const page = new DOMParser().parseFromString(request.responseText, "text/html");
            const main = document.querySelector(".shell-main");
            main.replaceWith(page.querySelector(".shell-main"));
            htmx.process(document.querySelector(".shell-main"));
            document.querySelector(".shell-main .is-invalid, .shell-main .alert")?.scrollIntoView({block: "center"});
        });
        request.addEventListener("error", () => {
            delete form.dataset.sent;
            bar.hidden = true;
            const field = form.querySelector("input[type=file]");
            field.setCustomValidity(bar.dataset.failed);
            field.reportValidity();
        });
        request.open("POST", form.action);
        request.send(new FormData(form));
    });
    window.addEventListener("pageshow", () => {
        for (const form of document.querySelectorAll("form[data-sent]")) {
            delete form.dataset.sent;
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
        } else if (event.target.matches("tbody input[name=student]") && !event.target.checked) {
            event.target.form.querySelector("[data-tick-all]").checked = false;
        }
    });

    // An area's address follows its name until somebody writes another; the server makes it in the same way.
    const slugOf = name => name.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
        .replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, 60).replace(/-$/, "");
    document.addEventListener("input", event => {
        const slug = event.target.form?.querySelector("[data-slug-from]");
        if (slug && event.target === slug) {
            slug.dataset.written = slug.value;
        } else if (slug && event.target.name === slug.dataset.slugFrom && !slug.dataset.written) {
            slug.value = slugOf(event.target.value);
        }
    });

    for (const select of document.querySelectorAll("select[data-guess-zone]")) {
        const guess = Intl.DateTimeFormat().resolvedOptions().timeZone;
        if (select.value === select.dataset.guessZone && [...select.options].some(it => it.value === guess)) {
            select.value = guess;
        }
    }

    for (const button of document.querySelectorAll("[data-own-zone]")) {
        const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const select = document.getElementById(button.dataset.ownZone);
        if (select.value !== own && [...select.options].some(it => it.value === own)) {
            button.querySelector("strong").textContent = own;
            button.hidden = false;
            button.addEventListener("click", () => {
                select.value = own;
                select.focus();
                button.hidden = true;
            });
        }
    }

    // Release and expiry are taken from the module together, or not at all.
    document.addEventListener("change", event => {
        const rule = event.target.matches("select[name$=release], select[name$=expiry]") && event.target.closest("[data-rule]");
        if (rule) {
            for (const other of rule.querySelectorAll("select[name$=release], select[name$=expiry]")) {
                if (other !== event.target && (other.value === "INHERITED") !== (event.target.value === "INHERITED")) {
                    other.value = event.target.value === "INHERITED" ? "INHERITED" : other.options[1].value;
                }
            }
        }
    });

    // A slider moves the field above it, and is moved by it.
    const DAY = 86400000;
    const fieldOf = slider => slider.form.elements[slider.dataset.slider];
    const follow = slider => {
        const value = fieldOf(slider).value;
        slider.value = slider.dataset.first ? (Date.parse(value) - Date.parse(slider.dataset.first)) / DAY : value;
    };
    for (const slider of document.querySelectorAll("[data-slider]")) {
        follow(slider);
        fieldOf(slider).addEventListener("input", () => follow(slider));
        slider.addEventListener("input", () => {
            const first = slider.dataset.first;
            fieldOf(slider).value = first
                ? new Date(Date.parse(first) + slider.value * DAY).toISOString().slice(0, 10) : slider.value;
        });
    }

    // A cell of the matrix opens in front of it; of so many links none has a listener of its own.
    document.addEventListener("click", event => {
        const cell = event.target.closest("[data-cells] td a");
        if (cell && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            htmx.ajax("GET", cell.href, {target: "#dialog-body", select: ".dialog-content"});
        }
    });

    // A file that would be refused anyway isn't sent.
    document.addEventListener("change", event => {
        const field = event.target;
        if (field.matches("input[type=file][data-largest]")) {
            const tooLarge = [...field.files].some(it => it.size > Number(field.dataset.largest));
            field.setCustomValidity(tooLarge ? field.dataset.tooLarge : "");
            field.reportValidity();
        }
    });

    // What was to be shown is gone meanwhile: the page as it is now says so. Not where somebody is writing.
    document.addEventListener("htmx:responseError", event => {
        if (!event.target.closest("[data-keep]")) {
            window.location.reload();
        }
    });

    // What was written and not sent is not left without a word.
    window.addEventListener("beforeunload", event => {
        for (const form of document.querySelectorAll("form[data-guard]:not([data-sent])")) {
            const written = [...form.elements].some(it => it.type !== "hidden" && it.defaultValue !== undefined && it.value !== it.defaultValue);
            if (written || form.dataset.guard === "typed") {
                event.preventDefault();
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
