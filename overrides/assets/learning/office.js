// A paper as DOCX and ODT: a section of h1, h2, h3, p (each line a paragraph), ul and table, as papers.js has it.
//
// What is the same in every file stands in assets/office/*.xml: parts with {gaps}, and a body to be filled. Names of
// elements are the names of styles there. XML is made as nodes, [name, attributes, …children], and written by the browser.

import { fill } from "./page-words.js";
import { zip } from "./zip.js";

const NOT_IN_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const cells = (table) => [...table.rows].map((row) => [...row.cells]);

const word = (style, text) => ["w:p", {}, ["w:pPr", {}, ["w:pStyle", { "w:val": style }]], ["w:r", {}, ["w:t", { "xml:space": "preserve" }, text]]];

const open = (style, text) =>
  style[0] === "h" ? ["text:h", { "text:style-name": style, "text:outline-level": style[1] }, text] : ["text:p", { "text:style-name": style }, text];

const KINDS = {
  docx: {
    body: "w:body",
    line: word,
    list: (items) => items.map((item) => word("li", item)),
    table: (rows, hasHead, texts) => ["w:tbl", {},
      ["w:tblPr", {}, ["w:tblStyle", { "w:val": "table" }], ["w:tblW", { "w:w": 5000, "w:type": "pct" }]],
      ["w:tblGrid", {}, ...rows[0].map(() => ["w:gridCol"])],
      ...rows.map((row, place) => ["w:tr", {}, ...(hasHead && !place ? [["w:trPr", {}, ["w:tblHeader"]]] : []), ...row.map((cell) => ["w:tc", {}, ...texts(cell)])])],
  },
  odt: {
    body: "office:text",
    line: open,
    list: (items) => [["text:list", { "text:style-name": "ul" }, ...items.map((item) => ["text:list-item", {}, open("li", item)])]],
    table(rows, hasHead, texts) {
      const made = rows.map((row) => ["table:table-row", {}, ...row.map((cell) => ["table:table-cell", { "table:style-name": "td", "office:value-type": "string" }, ...texts(cell)])]);
      const head = hasHead ? [["table:table-header-rows", {}, made.shift()]] : [];
      return ["table:table", {}, ["table:table-column", { "table:number-columns-repeated": rows[0].length }], ...head, ...made];
    },
  },
};

/** A paper as a file of a kind, “docx” or “odt”. */
export async function office(paper, kind, title, locale) {
  const { body, line, list, table } = KINDS[kind];
  const url = new URL(`../office/${kind}.xml`, import.meta.url);
  const frame = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/xml");
  const { language, region } = new Intl.Locale(locale);
  const gaps = { title, locale: region ? `${language}-${region}` : language, language, country: region ?? "none" };
  for (const element of frame.querySelectorAll("*")) {
    for (const attribute of element.attributes) attribute.value = fill(attribute.value, gaps);
    if (!element.firstElementChild) element.textContent = fill(element.textContent, gaps);
  }

  const [place] = frame.getElementsByTagName(body);
  const space = (name) => (name.includes(":") ? place.lookupNamespaceURI(name.split(":", 1)[0]) : null);
  const node = ([name, attributes = {}, ...children]) => {
    const element = frame.createElementNS(space(name), name);
    for (const [key, value] of Object.entries(attributes)) element.setAttributeNS(space(key), key, value);
    element.append(...children.map((child) => (typeof child === "string" ? child.replace(NOT_IN_XML, "") : node(child))));
    return element;
  };
  const texts = ({ localName, textContent }) => textContent.split("\n").map((text) => line(localName[0] === "t" ? "p" : localName, text));
  const blocks = [...paper.children].flatMap((block) => {
    if (block.localName === "ul") return list([...block.children].map((item) => item.textContent));
    return block.localName === "table" ? [table(cells(block), block.querySelector("th"), texts), line("p", "")] : texts(block);
  });
  place.prepend(...blocks.map(node));

  const written = (part) => {
    if (!part.firstElementChild) return part.textContent;
    const page = document.implementation.createDocument(null, null);
    page.append(page.createProcessingInstruction("xml", 'version="1.0" encoding="UTF-8"'), part.firstElementChild);
    return new XMLSerializer().serializeToString(page);
  };
  const parts = [...frame.documentElement.children];
  return new Blob([zip(parts.map((part) => [part.getAttribute("name"), written(part)]))], { type: frame.documentElement.getAttribute("type") });
}
