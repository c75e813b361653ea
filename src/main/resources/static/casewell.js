// Casewell in the browser: what a page gains with JavaScript. Every form works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("js");

  // theme: the system's, until somebody chooses
  const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* private window */ } };
  const dark = () => root.dataset.bsTheme
    ? root.dataset.bsTheme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  if (kept() === "dark" || kept() === "light") root.dataset.bsTheme = kept();
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    root.dataset.bsTheme = dark() ? "light" : "dark";
    keep(root.dataset.bsTheme);
  });
})();
