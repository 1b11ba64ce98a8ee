"use strict";
// Clusters a page at a time, made when they are looked at, and differences made when they are opened. Text is set as
// text throughout: nothing read from a document is ever parsed as markup.
(() => {
  const list = document.getElementById("list");
  if (!list) return;
  const view = JSON.parse(document.getElementById("view").textContent);
  const size = 25;
  const short = 400; // characters of a text that need not be folded
  let chosen = view.clusters;
  let page = 0;
  const make = (name, text, kind) => {
    const made = document.createElement(name);
    if (text !== undefined && text !== "") made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };
  const difference = (diff, label) => {
    const box = make("div", "", "diff");
    box.dir = "auto";
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", label);
    if (!diff.length) box.append(make("p", "The same text, character by character."));
    for (const [op, text, skipped, end] of diff) {
      if (op === "-") box.append(make("del", text));
      else if (op === "+") box.append(make("ins", text));
      else box.append(text);
      if (skipped) box.append(make("span", `[… ${skipped} equal words …] `, "hint"), end);
    }
    return box;
  };
  const folded = (summary, fill) => {
    const part = make("details");
    part.append(make("summary", summary));
    part.addEventListener("toggle", () => part.open && part.children.length === 1 && part.append(fill()));
    return part;
  };
  const member = (one) => {
    const item = make("li");
    const figures = [];
    if (one.relation) figures.push(one.relation);
    figures.push(typeof one.jaccard === "number" ? `Jaccard ${one.jaccard.toFixed(3)} to the kept one` : "linked through others");
    if (one.containment !== undefined) figures.push(`containment ${one.containment.toFixed(3)}`);
    item.append(make("span", one.id, "id"), ` ${figures.join(", ")}`);
    if (one.diff) item.append(folded("Differences", () => difference(one.diff, `Differences of ${one.id} from the kept one`)));
    else item.append(make("p", "Its text is not at hand.", "none"));
    return item;
  };
  const card = (one) => {
    const part = make("article", "", "cluster");
    const heading = make("h3", `Cluster ${one.id}: ${one.size} ${view.unit}s`);
    const kept = make("p", "Kept: ");
    kept.append(make("span", one.kept, "id"));
    part.append(heading, kept);
    for (const flag of one.flags) {
      const said = flag === "chain-only"
        ? "Held together by a chain: a member is below the threshold to the kept one."
        : "So many alike that not every pair of them was compared.";
      part.append(make("p", `${flag}: ${said}`, "flag"));
    }
    const text = view.texts[one.id];
    if (text !== undefined) {
      const whole = folded("The kept text", () => difference([["=", text]], `Text of ${one.kept}`));
      whole.open = text.length < short;
      part.append(whole);
    }
    const items = make("ul");
    items.append(...one.members.map(member));
    part.append(items);
    const rest = one.size - 1 - one.members.length;
    if (rest > 0) part.append(make("p", `and ${rest} more, in the JSON.`));
    return part;
  };
  const show = () => {
    const last = Math.max(Math.ceil(chosen.length / size) - 1, 0);
    page = Math.min(Math.max(page, 0), last);
    const from = page * size;
    const here = chosen.slice(from, from + size);
    list.replaceChildren(...here.map(card));
    document.getElementById("where").textContent = here.length
      ? `${from + 1} to ${from + here.length} of ${chosen.length}`
      : `no cluster has such a ${view.unit}`;
    document.getElementById("previous").disabled = page === 0;
    document.getElementById("next").disabled = page === last;
  };
  const least = (one) => Math.min(...one.members.map((m) => m.jaccard ?? 0));
  const choose = () => {
    const wanted = document.getElementById("find").value.toLowerCase();
    const order = document.getElementById("order").value;
    const has = (one) => [one.kept, ...one.members.map((m) => m.id)].some((id) => id.toLowerCase().includes(wanted));
    chosen = wanted ? view.clusters.filter(has) : [...view.clusters];
    if (order === "size") chosen.sort((a, b) => b.size - a.size || a.id - b.id);
    if (order === "least") chosen.sort((a, b) => least(a) - least(b) || a.id - b.id);
    page = 0;
    show();
  };
  document.getElementById("find").addEventListener("input", choose);
  document.getElementById("order").addEventListener("change", choose);
  document.addEventListener("submit", (event) => event.preventDefault());
  for (const [id, step] of [["previous", -1], ["next", 1]]) {
    document.getElementById(id).addEventListener("click", () => {
      page += step;
      show();
    });
  }
  show();
})();
