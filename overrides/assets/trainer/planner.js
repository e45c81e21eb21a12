// The planner's page: what is chosen in the form becomes a plan at once, stays in the link and in this browser, and can
// be printed and saved as a calendar file.

import { fill, make } from "../learning/page-words.js";
import { state } from "../learning/state.js";
import { calendarFile } from "./calendar-file.js";
import { fromLink, toLink } from "./plan-link.js";
import { attendance, materials, ownTime, runSheets, sessionPlan, wording } from "./plan-paper.js";
import { plan as planOf, weekdayOf, dayNumber } from "./planning.js";

const KEY = "plan";
const HOMEWORK = ["homework", "practice"];
const NUMBERS = ["minutes", "over", "breaks", "every"];

const form = document.querySelector("[data-planner]");
const root = form.parentElement;
const words = JSON.parse(form.dataset.words);
const part = (name) => root.querySelector(`[data-part="${name}"]`);
const sections = [...root.querySelectorAll("details[data-section]")];
const drawn = new Set();
const field = (name) => form.elements[name];

let course;
let at;
let usual;
let choice;
let found;
let waiting = null; // for a moment to keep the plan
let ownDays = false; // until then, the first day says which day of the week it is

const newId = () => [...crypto.getRandomValues(new Uint8Array(6))].map((octet) => octet.toString(16).padStart(2, "0")).join("");

function defaults() {
  const format = course.formats[0];
  return {
    format: format?.id ?? `own:${Object.keys(course.works)[0]}`,
    minutes: format?.minutes ?? 240,
    over: 0,
    breaks: format?.breaks ?? 20,
    start: "",
    time: "09:00",
    weekdays: [],
    every: 4,
    skip: [],
    blocks: Object.fromEntries(course.blocks.map(({ id }) => [id, ""])),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    id: newId(),
    most: 0,
  };
}

/** Puts what is chosen into the form. What somebody is typing in stays as it is. */
function show() {
  for (const name of ["format", "start", "time", ...NUMBERS]) put(field(name), choice[name]);
  for (const box of form.querySelectorAll("[name=weekdays]")) box.checked = choice.weekdays.includes(Number(box.value));
  for (const { id } of course.blocks) put(field(`block.${id}`), choice.blocks[id]);
  for (const label of form.querySelectorAll("[data-own]")) label.hidden = !choice.format.startsWith("own:");
  part("skipped").replaceChildren(
    ...choice.skip.map((range, n) => {
      const days = at.days(...range);
      const button = make("button", { type: "button", className: "button quiet" }, fill(words.unskip, { days }));
      button.addEventListener("click", () => {
        choice.skip.splice(n, 1);
        changed();
        form.querySelector("[data-skip-first]").focus();
      });
      return make("li", {}, button);
    }),
  );
}

function put(input, value) {
  if (input !== document.activeElement) input.value = value;
}

/** The day in a field; a year that is being typed is none yet. */
const dayIn = (input) => (input.value >= "2000" ? input.value : "");

/** Takes over what the form says. */
function read(event) {
  const before = choice.format;
  choice.format = field("format").value;
  const format = course.formats.find(({ id }) => id === choice.format);
  for (const name of NUMBERS) choice[name] = field(name).value === "" ? Number.NaN : Number(field(name).value);
  if (format) [choice.minutes, choice.over] = [format.minutes, 0];
  if (format && before !== choice.format) choice.breaks = format.breaks;
  choice.start = dayIn(field("start"));
  choice.time = field("time").value || "00:00";
  ownDays ||= event.target.name === "weekdays";
  choice.weekdays = [...form.querySelectorAll("[name=weekdays]:checked")].map((box) => Number(box.value));
  if (!ownDays && choice.start) choice.weekdays = [weekdayOf(dayNumber(choice.start))];
  for (const { id } of course.blocks) choice.blocks[id] = dayIn(field(`block.${id}`));
}

const settingOf = () => course.formats.find(({ id }) => id === choice.format)?.setting ?? choice.format.slice(4);

const minutesAfterMidnight = () => {
  const [hours, minutes] = choice.time.split(":").map(Number);
  return hours * 60 + minutes;
};

function obstacle({ code, about, minutes }) {
  const block = course.blocks.find(({ id }) => id === about);
  return fill(words.codes[code], { activity: course.activities[about]?.text, block: block?.text, time: at.duration(minutes) });
}

/** Plans anew; the last good plan stays in sight while something stands in the way. */
function replan() {
  const works = course.works[settingOf()];
  const sound = NUMBERS.every((name) => Number.isInteger(choice[name]));
  const made = sound
    ? planOf(works, course.blocks, { ...choice, start: choice.start || null, time: minutesAfterMidnight() })
    : { obstacles: [{ code: "bad-number" }] };
  const wrong = made.obstacles ?? [];
  part("said").replaceChildren(...(wrong.length ? problems(wrong) : summary(made)));
  part("plan").classList.toggle("plan-old", wrong.length > 0);
  form.querySelector("[data-do=calendar]").disabled = wrong.length > 0 || !choice.start;
  if (wrong.length) return;
  found = made;
  drawn.clear();
  for (const section of sections) if (section.open) draw(section);
}

const DRAW = {
  "plan-sessions": (time) => [sessionPlan(found, at, time)],
  "plan-run-sheets": (time) => runSheets(found, at, time),
  "plan-materials": () => materials(found, at),
  "plan-own-time": () => [ownTime(found, at)],
  "plan-attendance": () => attendance(found, at),
};

/** A section is drawn when it is looked at. */
function draw({ dataset }) {
  if (drawn.has(dataset.section)) return;
  drawn.add(dataset.section);
  part(dataset.section).replaceChildren(...DRAW[dataset.section](minutesAfterMidnight()));
}

const problems = (wrong) => [make("ul", { className: "plan-problems" }, wrong.map((one) => make("li", {}, obstacle(one))))];

function summary({ events, early }) {
  const lengths = events.filter(({ number }) => number).map(({ minutes }) => minutes);
  const total = lengths.reduce((sum, minutes) => sum + minutes, 0);
  const sum = fill(words.sum, { n: lengths.length, time: at.duration(total), least: at.duration(Math.min(...lengths)), most: at.duration(Math.max(...lengths)) });
  const dates = choice.start ? fill(words.dated, { first: at.day(events[0].first), last: at.day(events.at(-1).last) }) : words.undated;
  const turned = [...new Set(early.map(({ event }) => event))].map((event) => {
    const modules = early.filter((one) => one.event === event).map(({ module }) => course.modules[module].text);
    return fill(words.early, { modules: modules.join("; "), event: at.name(events.find(({ id }) => id === event)) });
  });
  return [make("p", {}, `${sum} ${dates}`), turned.length ? make("ul", { className: "plan-turned" }, turned.map((one) => make("li", {}, one))) : null].filter(Boolean);
}

/** After every change: plan at once; link and browser as soon as there is a moment. */
function changed(event) {
  if (event) read(event);
  show();
  replan();
  clearTimeout(waiting);
  waiting = setTimeout(keep, 300);
}

function keep() {
  clearTimeout(waiting);
  waiting = null;
  if (NUMBERS.some((name) => !Number.isInteger(choice[name]))) return;
  const link = toLink(choice);
  history.replaceState(null, "", `#${link}`);
  const kept = state.set(KEY, { link }) && state.condition.place === "browser";
  part("note").textContent = kept ? words.kept : words.notKept;
}

/** The entries of the calendar file. */
function entries() {
  const time = minutesAfterMidnight();
  const count = found.events.filter(({ number }) => number).length;
  choice.most = Math.max(choice.most, count);
  keep();
  const url = location.href;
  const title = (id) => course.activities[id].text;
  const absolute = (id) => course.activities[id].url && new URL(course.activities[id].url, location.href).href;
  const lines = (event) => event.lines.map(({ at: begin, work }) => `${at.clock(time + begin)} ${work ? title(work) : words.break}`);
  const dueBy = (event) => {
    const due = found.tasks.filter(({ before }) => before === event.id).map(({ work }) => title(work));
    return due.length ? [fill(words.dueBefore, { tasks: due.join("; ") })] : [];
  };
  const sessions = found.events.map((event) => ({
    id: event.id,
    summary: `${form.dataset.title}: ${at.name(event)}`,
    url,
    day: event.first,
    last: event.last,
    description: [...(event.number ? lines(event) : event.days.map((day, n) => `${fill(words.day, { n: n + 1 })}: ${day.map(title).join("; ")}`)), ...dueBy(event)].join("\n"),
    ...(event.number ? { minutes: time, length: event.length } : {}),
  }));
  const tasks = found.tasks
    .filter(({ work, due }) => due && HOMEWORK.includes(course.activities[work].kind))
    .map(({ work, due }) => ({ id: work, summary: fill(words.due, { task: title(work) }), url: absolute(work), day: due, free: true }));
  const gone = Array.from({ length: choice.most - count }, (_, n) => ({
    id: `session-${count + n + 1}`,
    summary: `${form.dataset.title}: ${fill(words.session, { n: count + n + 1 })}`,
    day: choice.start,
    minutes: time,
    length: 1,
    cancelled: true,
  }));
  return [...sessions, ...tasks, ...gone];
}

function saveCalendar() {
  const { course: id } = document.documentElement.dataset;
  const text = calendarFile({ name: form.dataset.title, plan: choice.id, course: id, zone: choice.zone, entries: entries(), now: Date.now() });
  const url = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  make("a", { href: url, download: `${id}.ics` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  part("note").textContent = words.saved;
}

async function copy() {
  keep();
  try {
    await navigator.clipboard.writeText(location.href);
    part("note").textContent = words.copied;
  } catch {
    const link = make("input", { readOnly: true, value: location.href, ariaLabel: words.notCopied });
    part("note").replaceChildren(`${words.notCopied} `, link);
    link.select();
  }
}

function printOnly(id) {
  const closed = sections.filter(({ open }) => !open);
  root.classList.add("plan-printing");
  for (const section of sections) {
    section.classList.toggle("plan-not-now", Boolean(id) && section.dataset.section !== id);
    section.open = true;
    draw(section);
  }
  const after = () => {
    root.classList.remove("plan-printing");
    for (const section of sections) section.classList.remove("plan-not-now");
    for (const section of closed) section.open = false;
  };
  addEventListener("afterprint", after, { once: true });
  print();
}

function skip() {
  const [first, last] = ["first", "last"].map((name) => form.querySelector(`[data-skip-${name}]`));
  const problem = part("skip-problem");
  const range = [dayIn(first), dayIn(last) || dayIn(first)];
  problem.textContent = !range[0] ? words.noRange : range[1] < range[0] ? words.badRange : "";
  if (problem.textContent) return first.focus();
  choice.skip = [...choice.skip, range].sort();
  [first.value, last.value] = ["", ""];
  changed();
  return first.focus();
}

const DO = {
  calendar: saveCalendar,
  copy,
  print: () => printOnly(null),
  skip,
  reset() {
    clearTimeout(waiting);
    choice = defaults();
    ownDays = false;
    state.set(KEY, null);
    show();
    replan();
    history.replaceState(null, "", location.pathname);
    part("note").textContent = "";
    field("format").focus();
  },
};

/** A plan that arrives by the link comes first, then the one that this browser has kept. */
function begin() {
  usual = defaults();
  const linked = fromLink(location.hash.slice(1), usual);
  const kept = linked ?? fromLink(state.get(KEY)?.link ?? "", usual);
  choice = kept?.choice ?? { ...usual };
  ownDays = choice.weekdays.length > 0;
  const known = [...field("format").options].some(({ value }) => value === choice.format);
  if (!known) choice.format = usual.format;
  const format = course.formats.find(({ id }) => id === choice.format);
  if (format) [choice.minutes, choice.over] = [format.minutes, 0];
  show();
  replan();
  part("note").textContent = linked && (linked.damaged || !known) ? words.damagedLink : "";
}

async function load() {
  try {
    const answer = await fetch(form.dataset.planner);
    return await answer.json();
  } catch {
    part("standard").prepend(make("p", { role: "alert" }, words.failed));
    return null;
  }
}

course = await load();
if (course) {
  at = wording(words, form.dataset.locale, course);
  begin();
  form.addEventListener("input", (event) => event.target.name && changed(event));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of form.querySelectorAll("[data-do]")) button.addEventListener("click", () => DO[button.dataset.do]());
  for (const button of root.querySelectorAll("[data-print]")) button.addEventListener("click", () => printOnly(button.dataset.print));
  for (const section of sections) section.addEventListener("toggle", () => section.open && found && draw(section));
  addEventListener("pagehide", () => waiting && keep());
  addEventListener("hashchange", () => location.hash.startsWith("#plan?") && begin());
  form.hidden = false;
  part("plan").hidden = false;
  part("standard").hidden = true;
}
