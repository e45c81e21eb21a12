// A plan on the page and on paper: its sections as elements. The texts come from the course and from the page.

import { fill, make } from "../learning/page-words.js";

// Rows and columns of an attendance sheet, so that it fits a page.
const NAMES = 18;
const DAYS_WIDE = 7;

/** How this page words things: `words` are the page's, `locale` is that of dates, `course` the data of planning. */
export function wording(words, locale, course) {
  const utc = { timeZone: "UTC" };
  const full = new Intl.DateTimeFormat(locale, { ...utc, weekday: "short", day: "numeric", month: "long", year: "numeric" });
  const short = new Intl.DateTimeFormat(locale, { ...utc, day: "numeric", month: "numeric" });
  const date = (day) => new Date(`${day}T00:00Z`);
  const known = new Map(); // wording a date takes phones longer than planning does
  const worded = (day) => known.get(day) ?? known.set(day, full.format(date(day))).get(day);
  return {
    words,
    course,
    works: new Map(Object.values(course.works).flat().map((work) => [work.id, work])),
    day: (day) => worded(day),
    shortDay: (day) => short.format(date(day)),
    days: (first, last) => (first === last ? worded(first) : fill(words.range, { first: worded(first), last: worded(last) })),
    clock: (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`,
    duration(minutes) {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      return [hours && fill(words.hours, { n: hours }), (rest || !hours) && fill(words.minutes, { n: rest })].filter(Boolean).join(" ");
    },
    name: (event) => (event.number ? fill(words.session, { n: event.number }) : course.blocks.find(({ id }) => id === event.id).text),
  };
}

const said = ({ text, lang }) => (lang ? make("span", { lang }, text) : text);
const linked = ({ url, ...title }) => (url ? make("a", { href: url }, said(title)) : said(title));
const activity = (id, { course }) => linked(course.activities[id]);

/** A table that may be laid out otherwise on small screens and still is one for those who hear it. */
function table(columns, rows, label, className = "") {
  const head = make("tr", { role: "row" }, columns.map((column) => make("th", { scope: "col", role: "columnheader" }, column)));
  const parts = [make("thead", { role: "rowgroup" }, head), make("tbody", { role: "rowgroup" }, rows)];
  return make("div", { className: "table", role: "region", tabIndex: 0, "aria-label": label }, make("table", { className, role: "table" }, parts));
}

function row(head, ...all) {
  const first = make("th", { scope: "row", role: "rowheader" }, head);
  return make("tr", { role: "row" }, first, all.map((cell) => make("td", { role: "cell" }, cell)));
}

const list = (items, name = "ul", className = "") => make(name, { className }, items.map((item) => make("li", {}, item)));

function when(event, at, time) {
  const clock = event.number ? `${at.clock(time)}–${at.clock(time + event.length)}` : "";
  return event.first ? [at.days(event.first, event.last), clock].filter(Boolean).map((text) => make("span", { className: "plan-clock" }, text)) : [];
}

/** The session plan: what is met when. */
export function sessionPlan({ events }, at, time) {
  const line = (id) => [activity(id, at), " ", make("span", { className: "session-minutes" }, at.duration(at.works.get(id).minutes))];
  const inline = (day) => day.flatMap((id, n) => [n ? "; " : " ", activity(id, at)]);
  const rows = events.map((event) => {
    const what = event.number ? list(event.days[0].map(line)) : event.days.map((day, n) => make("p", { className: "plan-day" }, make("b", {}, fill(at.words.day, { n: n + 1 })), inline(day)));
    return row([at.name(event), ...when(event, at, time)], what, at.duration(event.minutes));
  });
  return table(at.words.columns, rows, at.words.columns[0], "plan-table");
}

/** Run sheets of all sessions, by the minute; with dates by the clock. */
export function runSheets({ events }, at, time) {
  return events
    .filter(({ number }) => number)
    .map((event) => {
      const minute = (minutes) => (event.first ? at.clock(time + minutes) : String(minutes));
      const name = at.name(event);
      const loose = event.length - event.lines.reduce((sum, { minutes }) => sum + minutes, 0);
      const modules = [...new Set(event.days[0].map((id) => at.works.get(id).module))];
      const pages = modules.flatMap((id) => at.course.modules[id].pages);
      return make(
        "section",
        { className: "run-sheet-page" },
        make("h3", {}, name, event.first ? make("span", { className: "session-minutes" }, at.day(event.first)) : null),
        table(at.words.runColumns, event.lines.map((line) => runLine(line, minute, at)), name, "run-sheet"),
        loose ? make("p", {}, fill(at.words.looseBreaks, { time: at.duration(loose) })) : null,
        pages.length ? make("p", { className: "plan-sheets" }, labelled(at.words.forTrainers, "{pages}", links(pages))) : null,
      );
    });
}

function runLine({ at: begin, minutes, work }, minute, at) {
  const time = [`${minute(begin)}–${minute(begin + minutes)}`, make("span", { className: "plan-clock" }, at.duration(minutes))];
  if (!work) {
    const pause = row(time, make("em", {}, at.words.break), "");
    pause.className = "plan-break";
    return pause;
  }
  const { steps, materials: things } = at.course.activities[work];
  const step = (one) => labelled(fill(at.words.step, { time: one.time }), "{step}", [said(one)]);
  return row(time, [activity(work, at), steps ? list(steps.map(step), "ul", "plan-steps") : null], things ? [make("span", { className: "plan-label" }, at.words.runColumns[2]), list(things.map(said))] : "");
}

const links = (pages) => pages.flatMap((page, n) => [n ? ", " : "", linked(page)]);

function labelled(sentence, gap, parts) {
  const [before, after] = sentence.split(gap);
  return [before, ...parts, after ?? ""];
}

/** What to bring to each session. */
export function materials({ events }, at) {
  return events.map((event) => {
    const needing = event.days.flat().filter((id) => at.course.activities[id].materials);
    const parts = needing.map((id) => make("div", {}, make("dt", {}, said(at.course.activities[id])), at.course.activities[id].materials.map((thing) => make("dd", {}, make("span", { className: "plan-box", "aria-hidden": "true" }), said(thing)))));
    return make(
      "section",
      { className: "plan-bring" },
      make("h3", {}, at.name(event), event.first ? make("span", { className: "session-minutes" }, at.days(event.first, event.last)) : null),
      parts.length ? make("dl", { className: "plan-materials" }, parts) : make("p", {}, at.words.noMaterials),
    );
  });
}

/** Own-time work in the order in which it is due. */
export function ownTime({ events, tasks }, at) {
  const place = new Map(events.map(({ id }, n) => [id, n]));
  const sorted = [...tasks].sort((a, b) => (place.get(a.before) ?? events.length) - (place.get(b.before) ?? events.length));
  const point = (id, day, none) => [id ? at.name(events.find((event) => event.id === id)) : none, day ? make("span", { className: "plan-clock" }, at.day(day)) : null];
  const rows = sorted.map((task) => row(activity(task.work, at), point(task.after, task.given, at.words.beforeFirst), point(task.before, task.due, at.words.afterLast), at.duration(at.works.get(task.work).minutes)));
  return table(at.words.taskColumns, rows, at.words.taskColumns[0], "plan-tasks");
}

/** Empty lines for names, which are written by hand: nobody types them here. */
export function attendance({ events }, at) {
  const parts = [];
  for (let from = 0; from < events.length; from += DAYS_WIDE) {
    const some = events.slice(from, from + DAYS_WIDE);
    const columns = some.map((event) => make("span", {}, at.name(event), event.first ? make("span", { className: "plan-clock" }, at.shortDay(event.first)) : null));
    const rows = Array.from({ length: NAMES }, (_, n) => row(n + 1, ...some.map(() => "")));
    parts.push(make("div", { className: "attendance-page" }, table([at.words.nameColumn, ...columns], rows, at.words.nameColumn, "attendance")));
  }
  return parts;
}
