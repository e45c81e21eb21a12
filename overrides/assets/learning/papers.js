// Handing in: a paper as a file, or printed. A paper is a list of elements: h2, h3, p, ul and table. The name that is
// typed in goes into the paper and is not kept.

import { day, fill, limits, make } from "./page-words.js";
import { today } from "./state.js";

const title = document.querySelector("h1").textContent;

/** A table; with a head, its first row names the columns. */
export const rows = (all, hasHead) =>
  make("table", {}, all.map((row, place) => make("tr", {}, row.map((cell) => make(hasHead && !place ? "th" : "td", {}, cell)))));

export const items = (all) => make("ul", {}, all.map((item) => make("li", {}, item)));

/** A heading of a level with a text below it. */
export const passage = (level, heading, text) => [make(`h${level}`, {}, heading), make("p", {}, text?.trim() || "–")];

function markdown(paper) {
  const plain = (element) => element.textContent.replace(/[\\`*_[\]]/g, "\\$&").replace(/&(?=#?\w+;)/g, "&amp;").replace(/<(?=[a-z/!?])/gi, "&lt;").replace(/^(\s*)([#>])/gm, "$1\\$2");
  const blocks = [...paper.children].map((block) => {
    if (block.localName === "ul") return [...block.children].map((item) => `- ${plain(item)}`).join("\n");
    if (block.localName === "table") return "> ";
    return `${"#".repeat(block.localName[1] ?? 0)} ${plain(block)}`.trim().replace(/\n+/g, "\n\n");
  });
  return new Blob([blocks.join("\n\n"), "\n"], { type: "text/markdown" });
}

/** A field for the name and a button for each kind: “docx”, “odt”, “md”, “print”. `draw` makes the paper, below its heading. */
export function offer(words, kinds, file, locale, draw, heading = title) {
  const name = make("input", { id: `name-in-${file}`, autocomplete: "off" });
  const said = make("p", { role: "status" });

  async function give(kind) {
    const about = fill(words.about, { name: name.value.trim() || "…", date: day(today()) });
    const paper = make("section", { className: "sheet" }, make("h1", {}, heading), make("p", {}, about), await draw());
    if (kind === "print") {
      document.body.append(paper);
      addEventListener("afterprint", () => paper.remove(), { once: true });
      print();
      return "";
    }
    const blob = kind === "md" ? markdown(paper) : await (await import("./office.js")).office(paper, kind, heading, locale);
    const url = URL.createObjectURL(blob);
    make("a", { href: url, download: `${file}-${today()}.${kind}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    return `${words.saved} ${limits()}`;
  }

  const buttons = kinds.map((kind) => {
    const button = make("button", { className: "button quiet", type: "button" }, words[kind]);
    button.addEventListener("click", async () => {
      said.textContent = await give(kind).catch(() => words.failed);
    });
    return button;
  });
  return [make("p", {}, make("label", { htmlFor: name.id }, words.yourName), " ", name), make("p", { className: "choices" }, buttons), said];
}
