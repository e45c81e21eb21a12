// Writing on the page: a homework's template and one's notes, kept as they are typed. What stands in the page is
// enough to write on paper; fields to type in are added here, since without a script nothing would keep their text.

import { suspicious } from "./confidential.js";
import { items, offer, passage, rows } from "./papers.js";
import { day, fill, limits, make, words as common } from "./page-words.js";
import { state, today } from "./state.js";

const TYPING = 400;
const RESTING = 1200;

const words = JSON.parse(document.getElementById("homework-words").textContent);
const known = document.body.textContent;
const { done: activity } = document.querySelector("[data-done]").dataset;

/** Adds the field for one entry to the box that names it. */
function field(box) {
  const { write: key, lines, journal } = box.dataset;
  const id = key.replaceAll("/", "-");
  const heading = box.querySelector("h2, h3");
  const hint = box.querySelector("p");
  const area = make("textarea", { id, rows: Number(lines), lang: document.documentElement.lang });
  const paper = make("p", { className: "written-text on-paper" });
  const [status, careful] = ["kept", "careful"].map((className) => make("p", { className, role: "status" }));
  const others = make("div");
  let [date, changed, timer] = [today(), false, 0];

  function look() {
    paper.textContent = area.value;
    const found = Object.entries(suspicious(area.value, known)).filter(([, all]) => all.length);
    const said = found.map(([kind, all]) => fill(words[kind], { found: all.join(", ") })).join(" ");
    if (careful.textContent !== said) careful.textContent = said;
    others.replaceChildren(...state.earlier(key).map(({ at, value }) =>
      make("details", {}, make("summary", {}, fill(words.earlier, { date: day(at) })), make("p", { className: "written-text" }, value.text))));
  }

  function restore() {
    const entry = state.get(key);
    date = entry?.date ?? date;
    area.value = entry?.text ?? "";
    look();
  }

  function save() {
    clearTimeout(timer);
    if (!changed) return;
    changed = false;
    const text = area.value;
    const value = journal ? { text, date, activity } : { text };
    const isKept = state.set(key, text.trim() ? value : null);
    look();
    timer = setTimeout(() => (status.textContent = `${isKept ? words.kept : ""} ${limits()}`), RESTING);
  }

  area.addEventListener("input", () => {
    changed = true;
    status.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(save, TYPING);
  });
  area.addEventListener("change", save);
  addEventListener("pagehide", save);
  state.subscribe((keys) => keys.includes(key) && !changed && restore());

  heading.replaceChildren(make("label", { htmlFor: id }, ...heading.childNodes));
  if (hint) {
    hint.id = `${id}-hint`;
    area.setAttribute("aria-describedby", hint.id);
  }
  box.append(area, paper, status, careful, others);
  box.hidden = false;
  restore();
  return [heading, area];
}

const boxes = [...document.querySelectorAll("[data-write]")].map((box) => [box, field(box)]);
const template = boxes.filter(([{ dataset }]) => !dataset.journal).map(([, made]) => made);

if (template.length) {
  const criteria = [...document.querySelectorAll(".criteria li")].map((one) => one.textContent);
  document.querySelector("[data-intro]").replaceChildren(`${words.intro} ${limits()}`);
  document.querySelector("[data-hand-in]").append(...offer(words, ["docx", "odt", "md", "print"], activity, common.locale, () => [
    template.map(([{ textContent }, { value }]) => passage(2, textContent, value)),
    criteria.length ? [make("h2", {}, words.criteria), items(criteria)] : [],
    make("h2", {}, words.feedback),
    rows([["\n".repeat(8)]]),
  ].flat(2)));
  document.querySelector("[data-hand-in]").hidden = false;
}
