"use strict";
// The spun text: arrow keys between substitutions, the evidence of one in a box beside it, and its place in the
// restored text lit.
(() => {
  const box = document.createElement("div");
  box.id = "tip";
  box.hidden = true;
  box.setAttribute("aria-hidden", "true"); // the mark itself is described by the same words
  document.body.append(box);
  let told = null;
  const partner = (mark) => mark.closest(".sides").querySelector(`.restored ins[data-n="${mark.dataset.n}"]`);
  const hide = () => {
    box.hidden = true;
    if (!told) return;
    for (const one of [told, partner(told)]) if (one) one.classList.remove("lit");
    told = null;
  };
  const tell = (mark) => {
    hide();
    told = mark;
    for (const one of [mark, partner(mark)]) if (one) one.classList.add("lit");
    box.replaceChildren(...mark.querySelector(".tip").cloneNode(true).children);
    box.hidden = false;
    place();
  };
  const place = () => {
    const at = told.getBoundingClientRect();
    const below = at.bottom + 4;
    const fits = below + box.offsetHeight < innerHeight;
    box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${fits ? below : Math.max(8, at.top - box.offsetHeight - 4)}px`;
  };
  for (const text of document.querySelectorAll(".text:not(.restored)")) {
    if (!text.querySelector(".sub")) continue;
    roving(text, ".sub");
    text.addEventListener("mouseover", (event) => {
      const mark = event.target.closest(".sub");
      if (mark && mark !== told) tell(mark);
    });
    text.addEventListener("focusin", (event) => {
      const mark = event.target.closest(".sub");
      if (!mark) return;
      const there = partner(mark);
      const restored = there && there.closest(".text");
      if (there) restored.scrollTop += there.getBoundingClientRect().top - restored.getBoundingClientRect().top - restored.clientHeight / 2;
      tell(mark);
    });
    text.addEventListener("focusout", hide);
    text.addEventListener("mouseout", (event) => {
      const to = event.relatedTarget;
      if (told && document.activeElement !== told && !told.contains(to) && !box.contains(to)) hide();
    });
  }
  box.addEventListener("mouseleave", hide);
  addEventListener("scroll", () => told && place(), true);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
