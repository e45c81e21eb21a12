// A portfolio as a file: what one has written, rated and done, put together. All of it is self-declared, and says so.

import { items, offer, passage, rows } from "./papers.js";
import { day, fill, make, words as common } from "./page-words.js";
import { activitiesOf, hours, log, ratings } from "./progress.js";
import { state } from "./state.js";

const box = document.querySelector("[data-portfolio]");
const words = JSON.parse(box.dataset.words);

function duration(minutes) {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole && fill(words.hours, { n: whole }), (rest || !whole) && fill(words.minutes, { n: rest })].filter(Boolean).join(" ");
}

function written({ title, id, fields }, entries) {
  const found = Object.keys(fields).map((field) => entries[`draft/${id}/${field}`]);
  const last = found.map((entry) => entry?.at ?? "").sort().at(-1);
  if (!last) return passage(2, title, words.nothing);
  return [...passage(2, title, fill(words.changed, { date: day(last) })), ...Object.values(fields).flatMap((label, place) => passage(3, label, found[place]?.value?.text))];
}

async function paper() {
  const course = await (await fetch(box.dataset.course)).json();
  const { entries } = state.all();
  const activities = activitiesOf(course);
  const rated = ratings(course, entries);
  const sums = hours(course, entries);
  const level = (id, time) => course.levels[rated.get(id)?.[time] - 1]?.title ?? "–";
  const heading = (text, name = "h2") => make(name, {}, text);
  return [
    make("p", {}, words.declared),
    box.dataset.portfolio.split(" ").map((id) => written(activities.get(id), entries)),
    heading(words.outcomes),
    course.competencies.map(({ title, outcomes }) => [
      heading(title, "h3"),
      rows([[words.outcome, words.before, words.after], ...outcomes.map(({ id, text }) => [text, level(id, "before"), level(id, "after")])], true),
    ]),
    passage(2, words.byModule, fill(words.sum, { done: duration(sums.all), all: duration(course.minutes) })),
    rows([[words.module, words.done, words.of], ...course.modules.map((one) => [one.title, duration(sums.modules.get(one.id) ?? 0), duration(one.minutes)])], true),
    heading(words.log),
    items(log(course, entries).map(({ date, minutes, activity, id }) => `${day(date)}: ${activity?.title ?? id} (${duration(minutes)})`)),
    passage(2, words.signatures, words.signing),
    rows(words.signs.map((one) => [one, "\n"])),
  ].flat(2);
}

box.previousElementSibling.hidden = true;
box.append(make("p", {}, words.intro), ...offer(words, ["docx", "odt", "print"], "portfolio", common.locale, paper));
box.hidden = false;
