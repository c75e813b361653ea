// Casewell in the browser: what a page gains with JavaScript. Every form works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");
  const on = (type, act) => document.addEventListener(type, act);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // theme: the system's, until somebody chooses
  const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* private window */ } };
  const dark = () => root.dataset.bsTheme
    ? root.dataset.bsTheme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  if (kept() === "dark" || kept() === "light") root.dataset.bsTheme = kept();
  const turn = () => {
    root.dataset.bsTheme = dark() ? "light" : "dark";
    keep(root.dataset.bsTheme);
  };

  // menus close by Escape and by a click beside them
  const closeMenus = (but) => all("details[data-menu][open]").forEach((menu) => {
    if (menu !== but) menu.open = false;
  });

  // dialogs, made from text only
  const make = (tag, css, text) => {
    const made = document.createElement(tag);
    if (css) made.className = css;
    if (text) made.textContent = text;
    return made;
  };
  const show = (title, fill) => {
    const dialog = make("dialog", "cw-dialog");
    const head = make("h2", "", title);
    head.id = "dialog-title";
    dialog.setAttribute("aria-labelledby", head.id);
    dialog.append(head);
    fill(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  };
  const ask = (form, button) => show(form.dataset.confirm, (dialog) => {
    if (form.dataset.confirmText) dialog.append(make("p", "", form.dataset.confirmText));
    const actions = make("div", "cw-actions");
    const no = make("button", "btn", "Not now");
    const yes = make("button", "btn btn-" + (form.dataset.confirmTone || "primary"), form.dataset.confirmYes || "Yes, go on");
    no.type = yes.type = "button";
    no.addEventListener("click", () => dialog.close());
    yes.addEventListener("click", () => {
      form.dataset.confirmed = "yes";
      dialog.close();
      form.requestSubmit(button || undefined);
    });
    actions.append(no, yes);
    dialog.append(actions);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.dataset.confirm) return;
    if (form.dataset.confirmed) { delete form.dataset.confirmed; return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, event.submitter);
  }, true);

  // parts of pages, fetched into a dialog
  const part = (address) => fetch(address, { headers: { "HX-Request": "true", Accept: "text/html" } })
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
  const put = (holder, html) => {
    holder.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  };

  // keys
  const showKeys = () => document.querySelector("dialog[open]") || show("Keys", (dialog) => {
    const list = make("div");
    const actions = make("div", "cw-actions");
    const close = make("button", "btn btn-primary", "Close");
    close.type = "button";
    close.addEventListener("click", () => dialog.close());
    actions.append(close);
    dialog.append(list, actions);
    part("/keys").then((html) => put(list, html)).catch(() => { location.href = "/keys"; });
  });

  // the search over everything: Ctrl K, arrows, Enter
  const openSearch = () => {
    if (document.querySelector("dialog[open]")) return;
    const dialog = make("dialog", "cw-dialog cw-palette");
    const input = make("input", "form-control");
    const found = make("div", "cw-palette-found");
    const status = make("p", "visually-hidden");
    dialog.setAttribute("aria-label", "Search");
    Object.entries({ type: "search", placeholder: "Needs, people, skills, pages", autocomplete: "off", maxlength: "100",
      "aria-label": "What are you looking for?", "aria-controls": "palette-found" }).forEach(([name, value]) => input.setAttribute(name, value));
    found.id = "palette-found";
    status.setAttribute("role", "status");
    let at = 0;
    let turnNumber = 0;
    let timer = 0;
    const hits = () => all("[data-hit]", found);
    const mark = (to) => {
      const list = hits();
      at = list.length ? (to + list.length) % list.length : 0;
      list.forEach((hit, i) => {
        hit.id = "palette-hit-" + i;
        hit.tabIndex = -1;
        if (i === at) hit.setAttribute("aria-current", "true"); else hit.removeAttribute("aria-current");
      });
      if (!list.length) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", list[at].id);
      list[at].scrollIntoView({ block: "nearest" });
    };
    const look = () => {
      const mine = ++turnNumber;
      part("/search?q=" + encodeURIComponent(input.value.trim())).then((html) => {
        if (mine !== turnNumber) return;
        put(found, html);
        mark(0);
        status.textContent = hits().length === 1 ? "One found." : hits().length + " found.";
      }).catch((answer) => {
        if (mine !== turnNumber) return;
        found.replaceChildren(make("p", "cw-hits-none", answer.status === 429
          ? "That was a lot in a short time. Please wait a moment."
          : "The search did not answer. Please try again."));
      });
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 120); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") mark(at + 1);
      else if (event.key === "ArrowUp") mark(at - 1);
      else if (event.key === "Enter" && hits()[at]) hits()[at].click();
      else return;
      event.preventDefault();
    });
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => dialog.remove());
    dialog.append(input, status, found);
    document.body.append(dialog);
    dialog.showModal();
    input.focus();
    look();
  };
  const typing = (at) => at.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const firstField = () => document.querySelector("main input[type=search], main input:not([type=hidden]):not([type=range]), main select, main textarea");
  on("keydown", (event) => {
    if (event.key === "Escape") {
      const menu = document.querySelector("details[data-menu][open]");
      if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openSearch();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") showKeys();
    else if (event.key === "t") turn();
    else if (event.key === "h") document.querySelector(".cw-brand").click();
    else if (event.key === "/" && firstField()) firstField().focus();
    else return;
    event.preventDefault();
  });

  // a number and its slider say the same
  on("input", (event) => {
    const from = event.target;
    if (from.dataset.mirror) {
      const number = document.getElementById(from.dataset.mirror);
      number.value = from.value;
      number.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (from.type === "number" && from.id) {
      const slider = document.querySelector(`[data-mirror="${CSS.escape(from.id)}"]`);
      if (slider && slider.value !== from.value) slider.value = from.value || slider.min;
    }
  });
  // a text file is read into the field that posts it
  on("change", async (event) => {
    const into = event.target.dataset && event.target.dataset.readInto;
    const file = into && event.target.files[0];
    if (!file) return;
    if (file.size > 900000) return say("This file is longer than 900 kB. Split it and add one part at a time.");
    document.getElementById(into).value = await file.text();
    say("Read " + file.name + ". Look through the lines, then add them.");
  });
  on("change", (event) => {
    if (!event.target.dataset.mirror) return;
    document.getElementById(event.target.dataset.mirror).dispatchEvent(new Event("change", { bubbles: true }));
  });

  // weekly hours: [data-copy-hours="DAY"] in a form copies the rows of [data-hours-day="DAY"] to the
  // other days, or to those ticked by [data-copy-to]; data-add-hours and data-remove-hours do one row
  const rowsOf = (day) => all("[data-hours-row]", day);
  const blank = (row) => {
    const fresh = row.cloneNode(true);
    all("input, select", fresh).forEach((field) => { field.removeAttribute("id"); });
    return fresh;
  };
  const dayRow = (row, name) => {
    all("[data-day-field]", row).forEach((field) => { field.value = name; });
    all("[aria-label]", row).forEach((field) => field.setAttribute("aria-label",
      field.getAttribute("aria-label").replace(/^\S+/, row.closest("[data-hours-day]")?.dataset.hoursName || "$&")));
  };
  const copyHours = (button) => {
    const form = button.closest("form");
    const from = form.querySelector(`[data-hours-day="${CSS.escape(button.dataset.copyHours)}"]`);
    const ticked = all("[data-copy-to]:checked", form).map((box) => box.value);
    all("[data-hours-day]", form).forEach((day) => {
      const name = day.dataset.hoursDay;
      if (day === from || (ticked.length && !ticked.includes(name))) return;
      const holder = rowsOf(day)[0]?.parentElement || day.querySelector("[data-hours-rows]");
      rowsOf(day).forEach((row) => row.remove());
      rowsOf(from).forEach((row) => {
        const copy = blank(row);
        const values = all("input, select", row).map((field) => field.value);
        all("input, select", copy).forEach((field, i) => { field.value = values[i]; });
        holder.append(copy);
        dayRow(copy, name);
      });
    });
    say("Hours copied. Save to keep them.");
  };

  const addHours = (button) => {
    const day = button.closest("[data-hours-day]");
    const model = rowsOf(day).at(-1) || rowsOf(button.closest("form"))[0];
    if (!model) return;
    const row = blank(model);
    all("input:not([data-day-field]), select", row).forEach((field) => { field.value = ""; });
    day.querySelector("[data-hours-rows]").append(row);
    dayRow(row, day.dataset.hoursDay);
    row.querySelector("input:not([type=hidden]), select").focus();
  };

  // toasts
  const say = (text) => {
    const toast = make("div", "cw-toast");
    toast.append(make("p", "", text));
    document.querySelector(".cw-toasts").append(toast);
    setTimeout(() => toast.remove(), 6000);
  };

  on("click", (event) => {
    const at = event.target;
    closeMenus(at.closest("details[data-menu]"));
    if (at.closest("[data-search]") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openSearch();
    } else if (at.closest("[data-theme-toggle]")) turn();
    else if (at.closest("[data-dismiss]")) at.closest("[data-toast]").remove();
    else if (at.closest("[data-copy-hours]")) copyHours(at.closest("[data-copy-hours]"));
    else if (at.closest("[data-add-hours]")) addHours(at.closest("[data-add-hours]"));
    else if (at.closest("[data-remove-hours]")) at.closest("[data-hours-row]").remove();
    else if (at.closest("[data-copy-link]")) copyLink(at.closest("[data-copy-link]"));
    else if (at.closest("[data-copy-text]")) copyText(at.closest("[data-copy-text]"));
    else if (at.closest(".cw-chip [data-remove]")) removeChip(at.closest(".cw-chip"));
  });
  const copyText = (button) => navigator.clipboard
    .writeText(document.getElementById(button.dataset.copyText).textContent.trim())
    .then(() => say("Copied."));

  const copyLink = (button) => navigator.clipboard
    .writeText(location.origin + button.dataset.copyLink)
    .then(() => say("The link is copied. It opens for people of your firm."))
    .catch(() => say("Your browser did not allow it. Copy the address of this page."));

  // the bell: what this person is told, as it comes; only while the page is looked at
  const bell = document.querySelector("[data-notices]");
  if (bell && window.EventSource) {
    let stream = null;
    let last = "";
    const count = bell.querySelector("[data-count]");
    const unread = (many) => {
      count.hidden = !many;
      count.textContent = many > 99 ? "99+" : many;
      bell.setAttribute("aria-label", many ? "Notices, " + many + " unread" : "Notices");
    };
    const listen = () => {
      if (document.hidden) { if (stream) stream.close(); stream = null; return; }
      if (stream) return;
      stream = new EventSource("/notices/stream" + (last ? "?after=" + last : ""));
      stream.addEventListener("unread", (event) => { last = event.lastEventId; unread(Number(event.data)); });
      stream.addEventListener("notice", (event) => { last = event.lastEventId; say(JSON.parse(event.data).title); });
    };
    on("visibilitychange", listen);
    addEventListener("pagehide", () => { if (stream) stream.close(); stream = null; });
    addEventListener("pageshow", listen);
  }

  // no more are compared than fit side by side
  on("change", (event) => {
    const form = event.target.form;
    if (!form || !form.dataset.compare) return;
    const ticked = [...form.elements].filter((box) => box.checked);
    if (ticked.length > Number(form.dataset.compare)) {
      event.target.checked = false;
      say("Four people stand side by side. Take one out first.");
    }
  });

  // picker: a text field that finds things of the catalogue and keeps them as chips
  const removeChip = (chip) => {
    const picker = chip.closest("[data-picker]");
    const name = chip.querySelector("label span").textContent;
    chip.remove();
    picker.querySelector("[data-status]").textContent = name + " removed.";
    picker.querySelector("[data-input]").focus();
    picker.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const startPicker = (picker) => {
    if (picker.dataset.started) return;
    picker.dataset.started = "yes";
    const input = picker.querySelector("[data-input]");
    const list = picker.querySelector("[data-options]");
    const status = picker.querySelector("[data-status]");
    const chips = picker.querySelector("[data-chips]");
    let found = [];
    let at = -1;
    let turnNumber = 0;
    let timer = 0;
    const set = (name, value) => input.setAttribute(name, value);
    set("role", "combobox");
    set("aria-autocomplete", "list");
    set("aria-controls", list.id);
    set("aria-expanded", "false");
    const close = () => {
      list.hidden = true;
      at = -1;
      set("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const mark = (to) => {
      at = to;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
      if (at < 0) return input.removeAttribute("aria-activedescendant");
      set("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    };
    const choose = (one) => {
      if (!one) return;
      const held = all("input[type=checkbox]", chips).some((box) => box.value === one.slug);
      if (!held) {
        const chip = picker.querySelector("template").content.firstElementChild.cloneNode(true);
        chip.querySelector("input").value = one.slug;
        chip.querySelector("label span").textContent = one.name;
        const level = chip.querySelector("select");
        if (level) {
          level.name = picker.dataset.levelPrefix + one.slug;
          level.setAttribute("aria-label", level.dataset.levelLabel + " of " + one.name);
        }
        chip.querySelector("[data-remove]").setAttribute("aria-label", "Remove " + one.name);
        chips.append(chip);
      }
      input.value = "";
      close();
      status.textContent = one.name + (held ? " is already chosen." : " added.");
      picker.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const draw = () => {
      list.replaceChildren(...found.map((one, i) => {
        const option = make("li", "", one.name);
        option.id = list.id + "-" + i;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        if (one.via && one.via !== one.name) option.append(make("small", "", "also: " + one.via));
        option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(one); });
        return option;
      }));
      list.hidden = found.length === 0;
      set("aria-expanded", String(found.length > 0));
      at = -1;
      status.textContent = found.length === 0 ? "Nothing found." : found.length === 1 ? "One found." : found.length + " found.";
    };
    const look = async () => {
      const query = input.value.trim();
      const mine = ++turnNumber;
      if (query.length < 2) return close();
      const address = picker.dataset.picker;
      try {
        const answer = await fetch(address + (address.includes("?") ? "&" : "?") + "q=" + encodeURIComponent(query), { headers: { Accept: "application/json" } });
        if (mine !== turnNumber || !answer.ok) return;
        const body = await answer.json();
        found = (Array.isArray(body) ? body : body.items || []).slice(0, 12);
        draw();
      } catch { close(); }
    };
    input.addEventListener("input", (event) => {
      event.stopPropagation();
      clearTimeout(timer);
      timer = setTimeout(look, 150);
    });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const open = !list.hidden;
      if (event.key === "ArrowDown" && open) mark((at + 1) % found.length);
      else if (event.key === "ArrowUp" && open) mark((at + found.length - (at < 0 ? 0 : 1)) % found.length);
      else if (event.key === "Enter" && open) choose(found[Math.max(at, 0)]);
      else if (event.key === "Enter" && input.value.trim()) look();
      else if (event.key === "Escape" && open) close();
      else if (event.key === "Backspace" && !input.value && chips.lastElementChild) removeChip(chips.lastElementChild);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  };

  // filters stand open where there is room, and ask again as they change
  const wide = matchMedia("(min-width: 60rem)");
  const openWide = () => all("details[data-wide-open]").forEach((filters) => { filters.open = wide.matches; });
  wide.addEventListener("change", openWide);
  openWide();
  on("change", (event) => {
    const form = event.target.closest("form[data-autosubmit]");
    if (form && event.target.matches("input[type=checkbox], input[type=radio], select")) form.requestSubmit();
  });

  // times are first shown in the zone the browser is in, when the address names none
  all("[data-detect-zone]").forEach((page) => {
    const select = page.querySelector("select[name=zone]");
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = select && [...select.options].some((option) => option.value === here);
    if (!known || select.value === here) return;
    const address = new URL(location.href);
    address.searchParams.set("zone", here);
    location.replace(address);
  });

  const begin = (within) => {
    all("[data-picker]", within).forEach(startPicker);
    const told = within.querySelector("[data-focus]");
    if (told) told.focus();
  };
  // a status that is there from the start is not read out; put in again, it is
  setTimeout(() => all(".cw-toasts [data-toast]").forEach((toast) => {
    toast.parentElement.append(toast);
    setTimeout(() => toast.matches(":hover, :focus-within") || toast.remove(), 12000);
  }), 300);
  // what can be undone for some seconds offers it so long, and while somebody is at the button
  all("[data-undo]").forEach((offer) => {
    const end = () => offer.contains(document.activeElement) ? setTimeout(end, 1000) : offer.remove();
    setTimeout(end, offer.dataset.undo * 1000);
  });
  begin(document);
  on("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 409 && event.target.closest("[data-autosave]")) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  on("htmx:afterSwap", (event) => begin(event.target));
})();
