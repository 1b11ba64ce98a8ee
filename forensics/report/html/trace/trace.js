"use strict";
// Side by side: following a match to its other side, its evidence in the drawer, and percentages that follow the switches.
(() => {
  const view = JSON.parse(document.getElementById("view").textContent);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const drawer = document.getElementById("drawer");
  const evidence = document.getElementById("evidence");
  const make = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  // Percentages
  const counted = () => {
    const levels = new Set(all("input.level:checked").map((box) => box.value));
    const out = new Set(all("input.source:not(:checked)").map((box) => Number(box.dataset.pair)));
    const quotes = document.getElementById("quotes").checked;
    const least = Number(document.getElementById("least").value) || 0;
    return view.matches.map(
      (one) =>
        one && (one.listed ? one.counts : levels.has(one.level)) && !out.has(one.pair) && (quotes || !one.quoted) && one.words >= least,
    );
  };
  const share = (text, on) => {
    let covered = 0;
    let all = text.words;
    for (const [words, matches] of text.pieces) {
      if (matches.some((match) => on[match])) covered += words;
      else if (matches.some((match) => view.matches[match].aside)) all -= words;
    }
    return all ? `${Math.round((100 * covered) / all)}%` : "0%";
  };
  const recount = () => {
    const on = counted();
    for (const cell of all("output.share")) cell.textContent = share(view.pairs[cell.dataset.pair][cell.dataset.side], on);
    for (const cell of all("output.total")) cell.textContent = share(view.documents[cell.dataset.doc], on);
    for (const mark of all(".covered a.m")) {
      const colours = view.documents[mark.dataset.doc].colours;
      const best = mark.dataset.all.split(",").find((match) => on[match]);
      const colour = best === undefined ? "" : `s${colours[view.matches[best].pair]}`;
      mark.className = best === undefined ? "m off" : `m ${view.matches[best].level} ${colour}`;
      mark.dataset.best = best === undefined ? "" : best;
    }
    for (const mark of all(".sides a.m")) {
      const also = mark.dataset.also ? mark.dataset.also.split(",") : [];
      mark.classList.toggle("off", ![mark.dataset.m, ...also].some((match) => on[match]));
    }
  };

  // Which pair is shown
  const panels = all("article.pair");
  const shownPair = () => panels.findIndex((panel) => !panel.hidden);
  const show = (number, focus) => {
    panels.forEach((panel, at) => (panel.hidden = at !== number));
    close(false);
    for (const link of all("a.show")) {
      if (link.hash === `#pair-${number}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (focus) {
      const title = document.getElementById(`pair-${number}-title`);
      title.scrollIntoView();
      title.focus({ preventScroll: true });
    }
  };
  const byHash = () => {
    const found = /^#pair-(\d+)$/.exec(location.hash);
    if (found && panels[found[1]]) show(Number(found[1]), true);
  };

  // One match
  let chosen = null;
  const close = (back = true) => {
    drawer.hidden = true;
    for (const mark of all(".m.chosen")) mark.classList.remove("chosen");
    if (back && chosen) chosen.focus();
    chosen = null;
  };
  const word = (name, text) => {
    const made = make(name, text);
    made.dir = "auto";
    return made;
  };
  const operations = (one, names) => {
    const list = make("ul", "", "ops");
    for (const [op, a, b] of one.ops) {
      if (op === "equal") continue;
      const item = make("li");
      if (a && b) item.append(word("del", b), ` ${op === "move" ? "moved to" : "→"} `, word("ins", a));
      else item.append(`only in ${a ? names[0] : names[1]}: `, word(a ? "ins" : "del", a || b));
      list.append(item);
    }
    return list;
  };
  const tell = (number) => {
    const one = view.matches[number];
    const levels = make("h2", `Match ${Number(number) + 1}: ${one.level.replace("_", " ")}`);
    const about = document.querySelector(`input.level[value="${one.level}"]`).closest("label").title;
    const figures = make("p", `${about}. Similarity ${one.similarity.toFixed(2)}; the shorter side has ${one.words} words.`);
    const sides = make("div", "", "pairwise");
    const names = all("h4", document.getElementById(`pair-${one.pair}`)).map((name) => name.textContent);
    for (const [name, side] of [[names[0], "a"], [names[1], "b"]]) {
      const quote = make("blockquote");
      quote.dir = "auto";
      quote.append(make("cite", name), make("p", one[side]));
      sides.append(quote);
    }
    const list = operations(one, names);
    const heading = make("h3", list.children.length ? `${names[1]} → ${names[0]}, word by word` : "No word operation was recorded");
    evidence.replaceChildren(levels, figures, sides, heading, list);
    drawer.hidden = false;
  };
  const follow = (mark) => {
    const panel = mark.closest("article");
    const partner = panel.querySelector(mark.hash);
    for (const other of all(".m.chosen")) other.classList.remove("chosen");
    chosen = partner || mark;
    for (const one of [mark, chosen]) one.classList.add("chosen");
    tell(mark.dataset.m);
    chosen.scrollIntoView({ block: "center" });
    chosen.focus({ preventScroll: true });
  };

  for (const box of all(".text")) roving(box, "a.m");
  document.addEventListener("click", (event) => {
    const piece = event.target.closest(".covered a.m");
    if (piece) {
      event.preventDefault();
      const match = piece.dataset.best || piece.dataset.all.split(",")[0];
      const pair = view.matches[match].pair;
      show(pair, true);
      const panel = panels[pair];
      const here = panel.querySelector(".column h4").textContent === piece.closest("section").querySelector("h2").textContent ? "a" : "b";
      const mark = panel.querySelector(`#${here}${match}`);
      if (mark) follow(mark);
    }
    const mark = event.target.closest(".sides a.m");
    if (mark) {
      event.preventDefault();
      follow(mark);
    }
    const link = event.target.closest("a.show");
    if (link) {
      event.preventDefault();
      show(Number(link.hash.slice(6)), true);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !drawer.hidden) close();
  });
  document.getElementById("close").addEventListener("click", () => close());
  document.addEventListener("change", recount);
  document.addEventListener("input", (event) => event.target.id === "least" && recount());
  document.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", byHash);
  if (panels.length) {
    if (shownPair() === 0) show(0, false);
    byHash();
    recount();
  }
})();
