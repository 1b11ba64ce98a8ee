"use strict";
// The spun text: arrow keys between substitutions, evidence kept inside the window, its place in the restored text lit.
(() => {
  for (const sides of document.querySelectorAll(".sides")) {
    const [text, restored] = sides.querySelectorAll(".text");
    if (text.querySelector(".sub")) roving(text, ".sub");
    const light = (mark, on) => {
      mark.classList.toggle("lit", on);
      const there = restored.querySelector(`ins[data-n="${mark.dataset.n}"]`);
      if (there) there.classList.toggle("lit", on);
      return there;
    };
    const begin = (event) => {
      const mark = event.target.closest(".sub");
      if (!mark) return;
      mark.classList.remove("quiet");
      const there = light(mark, true);
      const tip = mark.querySelector(".tip");
      tip.classList.remove("flip");
      tip.classList.toggle("flip", tip.getBoundingClientRect().right > innerWidth);
      if (event.type === "focusin" && there) {
        restored.scrollTop = there.offsetTop - restored.clientHeight / 2;
      }
    };
    const end = (event) => {
      const mark = event.target.closest(".sub");
      if (mark) light(mark, false);
    };
    text.addEventListener("focusin", begin);
    text.addEventListener("mouseover", begin);
    text.addEventListener("focusout", end);
    text.addEventListener("mouseout", end);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const mark of document.querySelectorAll(".sub:hover, .sub:focus")) mark.classList.add("quiet");
  });
})();
