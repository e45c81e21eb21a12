// The page on which a trainer assigns homework: what is chosen becomes a link, a code, a handout and a calendar.
// The choices stand in this page's own address too, so that it can be bookmarked, changed later, and switched to another language.

import { checksum } from "../learning/archive.js";
import { isDue, packed, unpacked } from "../assignment/assignment.js";
import { download } from "../assignment/download.js";
import { carryFragment } from "../assignment/fragment.js";
import { fill, make } from "../learning/page-words.js";
import { calendarFile } from "./calendar-file.js";
import { path, qr } from "./qr.js";

const FINEST = 16; // codes of a later version have dots of less than half a millimetre on the handout
const QUIET = 4;

const page = document.querySelector("[data-assign]");
const words = JSON.parse(document.getElementById("assign-words").textContent);
const { course } = document.documentElement.dataset;
const form = page.querySelector("form");
const { title, note, all } = form.elements;
const part = (name) => page.querySelector(`[data-${name}]`);
const [status, made, handout] = [part("status"), part("made"), part("handout")];
const address = page.querySelector("#assign-address");
const language = page.querySelector("#assign-language");
const tasks = [...page.querySelectorAll("[data-task]")].map((line) => ({
  id: line.dataset.task,
  title: line.querySelector("[data-title]"),
  minutes: line.querySelector("[data-time]").textContent,
  box: line.querySelector("[type=checkbox]"),
  holder: line.querySelector("[data-due]"),
  due: line.querySelector("[type=date]"),
}));

const day = (date) => new Intl.DateTimeFormat(words.locale, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${date}T00:00Z`));
const chosen = () => tasks.filter(({ box }) => box.checked).map((task) => ({ ...task, date: isDue(task.due.value) ? task.due.value : null }));

function code(link) {
  const found = qr(link);
  part("code").replaceChildren();
  if (!found) return words.tooLong;
  const size = found.size + 2 * QUIET;
  const svg = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const drawing = svg("svg", { class: "qr", role: "img", "aria-label": words.code, viewBox: `${-QUIET} ${-QUIET} ${size} ${size}`, "shape-rendering": "crispEdges" });
  drawing.append(svg("rect", { class: "qr-paper", x: -QUIET, y: -QUIET, width: size, height: size }), svg("path", { class: "qr-dots", d: path(found) }));
  part("code").append(drawing);
  return found.version > FINEST ? words.fine : words.scan;
}

/** The line of a task on the handout. */
function line({ title: name, minutes, date }) {
  const lang = name.querySelector("[lang]")?.lang;
  return make("li", {}, make("strong", lang ? { lang } : {}, name.textContent), ` · ${minutes}`, date ? ` · ${fill(words.due, { date: day(date) })}` : null);
}

function show() {
  const list = chosen();
  for (const { box, holder } of tasks) holder.hidden = !box.checked;
  made.hidden = !list.length;
  status.textContent = list.length ? fill(words.tasks, { number: new Intl.NumberFormat(words.locale).format(list.length) }) : words.choose;
  const fragment = list.length ? `#${packed(course, { title: title.value, note: note.value, tasks: list.map(({ id, date }) => ({ id, due: date })) })}` : "";
  history.replaceState(null, "", fragment || location.pathname);
  if (!list.length) return;
  const link = new URL(language.value, location.href.split("#")[0]).href + fragment;
  address.value = link;
  part("open").href = link;
  part("handout-title").textContent = title.value.trim() || words.homework;
  part("handout-note").textContent = note.value.trim();
  part("handout-tasks").replaceChildren(...list.map(line));
  part("code-said").textContent = code(link);
}

/** Take over what an address says, such as one of last week. */
function open() {
  const { assignment } = unpacked(location.hash, course);
  if (!assignment) return;
  [title.value, note.value] = [assignment.title, assignment.note];
  const due = new Map(assignment.tasks.map((task) => [task.id, task.due]));
  for (const task of tasks) {
    task.box.checked = due.has(task.id);
    task.due.value = due.get(task.id) ?? "";
  }
  show();
  status.textContent = words.opened;
}

const ACTIONS = {
  async copy() {
    status.textContent = await navigator.clipboard.writeText(address.value).then(() => words.copied, () => words.notCopied);
  },
  print() {
    handout.setAttribute("data-printing", "");
    addEventListener("afterprint", () => handout.removeAttribute("data-printing"), { once: true });
    print();
  },
  calendar() {
    const entries = chosen().filter(({ date }) => date).map(({ id, title: name, date }) => ({
      id: `homework-${id}`,
      day: date,
      free: true,
      summary: fill(words.summary, { task: name.textContent }),
      url: address.value,
    }));
    if (entries.length) {
      download(new Blob([calendarFile({ name: title.value.trim() || words.homework, plan: checksum(title.value.trim()), course, zone: "UTC", entries, now: Date.now() })], { type: "text/calendar" }), `${words.fileName}.ics`);
    }
    status.textContent = entries.length ? words.saved : words.noDates;
  },
  clear() {
    form.reset();
    show();
    title.focus();
  },
};

all.addEventListener("change", () => {
  if (isDue(all.value)) for (const { due } of tasks) due.value = all.value;
});
for (const { box, due } of tasks) {
  box.addEventListener("change", () => {
    if (box.checked && !due.value && isDue(all.value)) due.value = all.value;
  });
}
form.addEventListener("input", show);
form.addEventListener("change", show);
language.addEventListener("change", show);
for (const button of page.querySelectorAll("[data-do]")) button.addEventListener("click", ACTIONS[button.dataset.do]);
addEventListener("hashchange", open);

for (const element of page.querySelectorAll("[data-needs-script]")) element.hidden = false;
part("without-script").hidden = true;
carryFragment();
if (unpacked(location.hash, course).assignment) open();
else show();
