"use strict";
// One stop of the Tab key for many marks in a text: arrow keys, Home and End go from mark to mark.
const roving = (box, selector) => {
  const marks = [...box.querySelectorAll(selector)];
  const moves = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  let current = marks[0];
  for (const mark of marks) mark.tabIndex = mark === current ? 0 : -1;
  box.addEventListener("focusin", (event) => {
    const mark = event.target.closest(selector);
    if (!mark || mark === current) return;
    current.tabIndex = -1;
    mark.tabIndex = 0;
    current = mark;
  });
  box.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    const mark = event.target.closest(selector);
    if (move === undefined || !mark || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const at = Math.min(Math.max(marks.indexOf(mark) + move, 0), marks.length - 1);
    marks[at].focus();
  });
};
