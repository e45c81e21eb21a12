// The search page: fetches the language's index, which lies beside it, when somebody searches, and lists what was found.

import { find, snippet } from "./search-matching.js";

const AT_ONCE = 30;
const form = document.querySelector("form[data-home]");
const input = form.querySelector("input");
const status = document.querySelector(".search-status");
const list = document.querySelector(".search-results");
const more = document.querySelector(".search-more");
const home = new URL(form.dataset.home, location.href);
let index = null;
let hits = { words: [], results: [] };

function load() {
  index ??= fetch("search.json").then((response) => {
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  });
  return index;
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

const marked = (text) => snippet(text, hits.words).map(([piece, found]) => (found ? element("mark", piece) : piece));

function entry({ page, section }) {
  const [anchor, heading, text] = page.s[section] ?? page.s[0] ?? ["", "", ""];
  const link = element("a", page.t);
  link.href = new URL(page.u + (section >= 0 && anchor ? `#${anchor}` : ""), home);
  const item = element("li", element("p", link));
  if (heading && heading !== page.t) item.append(element("p", ...marked(heading)));
  item.append(element("p", ...marked(text)));
  item.firstChild.className = "search-title";
  item.lang = page.l;
  item.dir = "auto";
  return item;
}

function show() {
  const next = hits.results.slice(list.children.length, list.children.length + AT_ONCE).map(entry);
  list.append(...next);
  more.hidden = list.children.length >= hits.results.length;
  return next[0];
}

async function search() {
  const query = input.value.trim();
  list.replaceChildren();
  more.hidden = true;
  status.textContent = "";
  if (!query) return;
  try {
    const loaded = await load();
    if (query !== input.value.trim()) return;
    hits = find(loaded, query);
    show();
    const words = hits.results.length ? form.dataset.wordsFound : form.dataset.wordsNone;
    status.textContent = words.replace("{count}", hits.results.length);
  } catch {
    index = null;
    status.textContent = form.dataset.wordsFailed;
  }
}

let waiting = 0;
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 250);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  const address = new URL(location.href);
  address.searchParams.set("q", input.value.trim());
  history.replaceState(null, "", address);
  search();
});
more.addEventListener("click", () => show()?.querySelector("a").focus());

// Whoever has typed before this script came keeps the words.
input.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (input.value) search();
else input.focus();
