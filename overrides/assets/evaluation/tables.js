// Tables of numbers that can be saved as CSV. A cell is a text, a number, an element, or {show, value}: what the page
// shows, and what the file gets.

import { make, words as common } from "../learning/page-words.js";
import { today } from "../learning/state.js";
import { csv } from "./csv.js";

const isCell = (cell) => typeof cell === "object" && cell !== null && "value" in cell && !(cell instanceof Node);
const shown = (cell) => (isCell(cell) ? cell.show : typeof cell === "number" ? number(cell) : cell);
const value = (cell) => (isCell(cell) ? cell.value : cell instanceof Node ? cell.textContent : cell);

/** A number as this language writes it, with one digit behind the comma at most. */
export const number = (one, options = {}) => new Intl.NumberFormat(common.locale, { maximumFractionDigits: 1, ...options }).format(one);

export const percent = (share) => number(share, { style: "percent", maximumFractionDigits: 0 });

/** Gives rows to the browser as a file to save. */
export function saveCsv(rows, name) {
  const url = URL.createObjectURL(new Blob([csv(rows)], { type: "text/csv" }));
  make("a", { href: url, download: `${name}-${today()}.csv` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/** A button that saves rows; what it saves is said to those who do not see the table above it. */
export function csvButton(title, about, rows, name) {
  const button = make("button", { className: "collect-csv", type: "button", "aria-label": `${title}: ${about}` }, title);
  button.addEventListener("click", () => saveCsv(rows(), name));
  return button;
}

/**
 * A table with a button below it: [box, button]. `label` names both where the caption alone does not tell them from others;
 * `file` are rows for CSV where they differ from those that are shown.
 */
export function table(caption, heads, rows, { save, name, label = caption, file = null }) {
  const head = make("tr", {}, heads.map((one) => make("th", { scope: "col" }, shown(one))));
  const body = rows.map(([first, ...rest]) => make("tr", {}, make("th", { scope: "row" }, shown(first)), rest.map((cell) => make("td", {}, shown(cell)))));
  const made = make("table", { className: "numbers" }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, body));
  const box = make("div", { className: "table", role: "region", tabIndex: 0, "aria-label": label }, made);
  return [box, csvButton(save, label, () => file ?? [heads, ...rows].map((row) => row.map(value)), name)];
}

/** A count out of some, with a bar below it that says the same. */
export function counted(count, all) {
  const bar = make("span", { className: "collect-bar", "aria-hidden": "true" });
  bar.style.inlineSize = `${all ? Math.round((100 * count) / all) : 0}%`;
  return { show: make("span", { className: "collect-count" }, number(count), bar), value: count };
}
