// The homework that a trainer assigned: what the link says, what this browser kept of earlier links, and one's own work on it.
// Everything from the link becomes text, never markup.

import { checksum } from "../learning/archive.js";
import { unpacked } from "./assignment.js";
import { download } from "./download.js";
import { carryFragment } from "./fragment.js";
import { fill, make } from "../learning/page-words.js";
import { state, today } from "../learning/state.js";

const page = document.querySelector("[data-assigned]");
const words = JSON.parse(document.getElementById("assigned-words").textContent);
const { locale, tasks } = JSON.parse(document.getElementById("assigned-data").textContent);
const said = page.querySelector("[data-said]");
const lists = page.querySelector("[data-lists]");

const day = (date) => new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${date}T00:00Z`));
const known = ({ id }) => Object.hasOwn(tasks, id);
const absolute = (url) => new URL(url, location.href.split("#")[0]).href;

function stateOf(id) {
  if (state.get(`done/${id}`)) return "done";
  return state.list(`draft/${id}/`).some(([, { text }]) => text.trim()) ? "draft" : "none";
}

function tick(id) {
  const shown = make("span", { className: "assigned-state" }, words.states[stateOf(id)]);
  const box = make("input", { type: "checkbox", checked: stateOf(id) === "done" });
  box.addEventListener("change", () => {
    state.set(`done/${id}`, box.checked ? { date: today(), minutes: tasks[id].minutes } : null);
    shown.textContent = words.states[stateOf(id)];
  });
  const about = make("span", { className: "unseen" }, `: ${tasks[id].title}`);
  return [shown, make("label", { className: "assigned-tick" }, box, " ", words.markDone, about)];
}

const titled = ({ title, lang, url }) => make("a", { href: url, ...(lang ? { lang } : {}) }, title);

function row({ id, due }) {
  const task = tasks[id];
  const cell = (name, ...content) => make("td", { "data-th": words[name] }, make("div", {}, ...content.flat()));
  return make("tr", {},
    make("th", { scope: "row" }, titled(task), make("small", {}, task.module)),
    cell("time", task.time),
    cell("due", due ? make("time", { dateTime: due }, day(due)) : words.noDate),
    cell("state", tick(id), make("a", { className: "assigned-sheet", href: task.sheet }, words.sheet, make("span", { className: "unseen" }, `: ${task.title}`))));
}

function table(name, entries) {
  const heads = ["task", "time", "due", "state"].map((key) => make("th", { scope: "col" }, words[key]));
  const made = make("table", { className: "cards-when-small" }, make("thead", {}, make("tr", {}, heads)), make("tbody", {}, entries.map(row)));
  return make("div", { className: "table", role: "region", tabIndex: 0, "aria-label": name }, made);
}

function button(name, act, className = "button quiet") {
  const made = make("button", { type: "button", className }, words[name]);
  made.addEventListener("click", act);
  return made;
}

/** One list, with what can be done with it. */
function section({ title, note, tasks: all }, code) {
  const name = title || words.homework;
  const entries = all.filter(known).sort((a, b) => (a.due ?? "9").localeCompare(b.due ?? "9"));
  const dated = entries.filter(({ due }) => due);
  const made = make("section", { className: "assigned-list" }, make("h2", { id: `list-${checksum(code)}` }, name));
  if (note) made.append(make("p", { className: "assigned-from" }, words.note), make("p", { className: "assigned-note" }, note));
  if (entries.length) made.append(table(name, entries));
  for (const { id } of all.filter((task) => !known(task))) made.append(make("p", { className: "assigned-gone" }, fill(words.gone, { id })));
  const ics = async () => {
    const { calendarFile } = await import("../trainer/calendar-file.js");
    const events = dated.map(({ id, due }) => ({ id: `homework-${id}`, day: due, summary: fill(words.summary, { task: tasks[id].title }), url: absolute(tasks[id].url), free: true }));
    const text = calendarFile({ name, plan: checksum(title), course: state.course, zone: "UTC", entries: events, now: Date.now() });
    download(new Blob([text], { type: "text/calendar" }), `${words.fileName}.ics`);
    say(words.saved);
  };
  const onPaper = () => {
    made.setAttribute("data-printing", "");
    addEventListener("afterprint", () => made.removeAttribute("data-printing"), { once: true });
    print();
  };
  const remove = () => {
    state.set(`assigned/${checksum(code)}`, null);
    history.replaceState(null, "", location.pathname);
    show(false);
    say(words.removed, true);
  };
  made.append(make("p", { className: "choices" }, dated.length ? button("calendar", ics) : null, button("print", onPaper), button("remove", remove)));
  return made;
}

function say(sentence, move = false) {
  said.textContent = sentence;
  if (move) said.focus();
}

/** Lists that this browser keeps, the newest first. */
const kept = () => state.list("assigned/")
  .map(([key, { code }]) => ({ code, at: state.at(key), ...unpacked(code, state.course) }))
  .filter(({ assignment }) => assignment)
  .sort((a, b) => (a.at < b.at ? 1 : -1));

/** What the address says, and what there is from before. A list that was erased elsewhere is not kept again. */
function show(isNew) {
  const code = location.hash.replace(/^#/, "");
  const { assignment, problem, readable = [] } = unpacked(code, state.course);
  const shown = [];
  let sentence = "";
  if (assignment) {
    const key = `assigned/${checksum(code)}`;
    const isKept = state.get(key)?.code === code || (isNew && state.set(key, { code, date: today() }));
    sentence = isKept ? words.kept : words.notKept;
    shown.push(section(assignment, code));
  } else if (problem !== "none") {
    sentence = words[problem === "other-course" ? "otherCourse" : problem];
    const found = readable.filter((id) => known({ id }));
    if (found.length) shown.push(make("div", { className: "assigned-readable" }, make("p", {}, words.readable), make("ul", {}, found.map((id) => make("li", {}, titled(tasks[id]))))));
  }
  const earlier = kept().filter((one) => one.code !== code);
  if (problem === "none" && !earlier.length) sentence = words.none;
  lists.replaceChildren(...shown, ...earlier.map((one) => section(one.assignment, one.code)));
  page.classList.toggle("is-faulty", Boolean(problem) && problem !== "none");
  say(sentence);
}

page.querySelector("[data-without-script]").hidden = true;
carryFragment();
addEventListener("hashchange", () => {
  carryFragment();
  show(true);
});
state.subscribe(() => show(false));
show(true);
