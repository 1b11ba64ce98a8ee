"use strict";
// Shared by every report: saving the JSON, opening folded parts for print, sparing the keyboard boxes that do not scroll.
(() => {
  document.documentElement.classList.add("js");
  const save = document.getElementById("save");
  if (save) {
    save.hidden = false;
    save.addEventListener("click", () => {
      const link = document.createElement("a");
      const bytes = new Blob([document.getElementById("result").textContent], { type: "application/json" });
      link.href = URL.createObjectURL(bytes);
      link.download = save.dataset.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  }
  const unscrolled = () => {
    for (const box of document.querySelectorAll(".scroll")) {
      if (box.scrollWidth <= box.clientWidth + 1) box.removeAttribute("tabindex");
      else box.tabIndex = 0;
    }
  };
  addEventListener("load", unscrolled);
  addEventListener("resize", unscrolled);
  document.addEventListener("toggle", unscrolled, true);
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open], .again)")].slice(0, 200);
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
  });
})();
