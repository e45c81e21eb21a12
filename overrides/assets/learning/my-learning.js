// The page “My learning”: fills its parts with what the browser keeps, and carries it to and from files.

import { pack, randomSign, unpack } from "./archive.js";
import { radar } from "./chart.js";
import { changes, merge } from "./merge.js";
import { day, fill, limits, make, words } from "./page-words.js";
import { activitiesOf, advice, hours, log, profile, ratings } from "./progress.js";
import { kindOf, kinds } from "./schema.js";
import { state, today } from "./state.js";

const page = document.querySelector("[data-learning]");
const part = Object.fromEntries([...page.querySelectorAll("[data-part]")].map((element) => [element.dataset.part, element]));
const doing = (name) => page.querySelector(`[data-do="${name}"]`);
const file = page.querySelector("input[type=file]");
const share = doing("share");

const number = (value, options) => new Intl.NumberFormat(words.locale, options).format(value);
const percent = (share) => number(share, { style: "percent" });

function duration(minutes) {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [whole && fill(words.hours, { n: number(whole) }), (rest || !whole) && fill(words.minutes, { n: number(rest) })];
  return parts.filter(Boolean).join(" ");
}

const text = (sentence, values) => make("p", {}, fill(sentence, values));
const titled = ({ title, lang }) => (lang ? make("span", { lang }, title) : title);
const link = (one) => (one.url ? make("a", { href: one.url }, titled(one)) : titled(one));
const list = (items, name = "ul") => make(name, {}, items.map((item) => make("li", {}, item)));

function table(caption, heads, rows) {
  const head = make("tr", {}, heads.map((title) => make("th", { scope: "col" }, title)));
  const body = rows.map(([first, ...rest]) => make("tr", {}, make("th", { scope: "row" }, first), rest.map((cell) => make("td", {}, cell))));
  const made = make("table", { className: "numbers" }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, body));
  return make("div", { className: "table", role: "region", tabIndex: 0, "aria-label": caption }, made);
}

const bar = (done, all, name) => make("progress", { max: all || 1, value: done, "aria-label": name });

const course = await fetch(page.dataset.learning)
  .then((response) => (response.ok ? response.json() : null))
  .catch(() => null);

const SHOW = {
  limits() {
    const said = limits();
    part.limits.textContent = said;
    part.limits.hidden = !said;
    share.checked = state.shared;
    share.disabled = !state.canShare;
  },

  "left-off"() {
    const last = activitiesOf(course).get(state.get("place")?.activity);
    const lists = course.assigned && state.list("assigned/").length;
    return [
      last ? make("p", {}, words.lastOpened, " ", link(last), " · ", link(last.module)) : make("p", {}, words.nothingYet),
      lists ? make("p", {}, make("a", { href: course.assigned }, words.assigned)) : "",
    ];
  },

  next(entries) {
    const why = {
      next: () => words.adviceNext,
      changed: ({ number: count }) => fill(words.adviceChanged, { number: number(count) }),
      score: ({ score, outcome }) => fill(words.adviceScore, { percent: percent(score), outcome: outcome.text }),
      rating: ({ level, outcome }) => fill(words.adviceRating, { level: level.title, outcome: outcome.text }),
    };
    const found = advice(course, entries).map((one) => [link(one.activity), " · ", duration(one.activity.minutes), make("br"), make("small", {}, why[one.reason](one))]);
    return found.length ? [list(found)] : [make("p", {}, words.adviceNone)];
  },

  hours(entries) {
    const sums = hours(course, entries);
    const row = (one, done) => [link(one), duration(done), duration(one.minutes), [bar(done, one.minutes, one.title), ` ${percent(one.minutes ? done / one.minutes : 0)}`]];
    const heads = [words.hoursOfMine, words.hoursOfAll, words.share];
    const entry = ({ id, date, minutes, activity }) => [`${day(date)}: `, activity ? link(activity) : fill(words.gone, { id }), ` · ${duration(minutes)}`];
    return [
      make("p", { className: "hours-done" }, fill(words.hoursDone, { done: duration(sums.all), all: duration(course.minutes) }), " ", bar(sums.all, course.minutes, words.hoursOfMine)),
      table(words.bySetting, [words.setting, ...heads], course.settings.map((one) => row(one, sums.settings.get(one.id) ?? 0))),
      table(words.byModule, [words.module, ...heads], course.modules.map((one) => row(one, sums.modules.get(one.id) ?? 0))),
      sums.count ? make("details", {}, make("summary", {}, words.log), list(log(course, entries).map(entry))) : "",
    ];
  },

  profile(entries) {
    const rows = profile(course, entries);
    if (!rows.some(({ rated }) => rated)) return [make("p", {}, words.profileNone)];
    const level = (value) => (value === null ? "–" : number(value, { maximumFractionDigits: 1 }));
    const levels = course.levels.map(({ title }, index) => `${number(index + 1)} ${title}`).join(", ");
    const axes = rows.map(({ short, before, after }) => ({ label: short, before, after }));
    const key = ["before", "after"].map((name) => make("span", { className: `radar-key-${name}` }, words[name]));
    return [
      make("figure", {}, radar(axes, course.levels.length, words.chartTitle, fill(words.chartText, { levels: number(course.levels.length) })), make("figcaption", { "aria-hidden": "true" }, key)),
      table(words.chartTitle, [words.competency, words.before, words.after, words.rated],
        rows.map(({ before, after, rated, outcomes, ...one }) => [titled(one), level(before), level(after), fill(words.partOf, { part: number(rated), all: number(outcomes) })])),
      text(words.levels, { list: levels }),
    ];
  },

  rate(entries) {
    const rated = ratings(course, entries);
    if (part.rate.contains(document.activeElement)) return null;
    return course.competencies.map(({ outcomes, ...one }) => make("fieldset", {}, make("legend", {}, titled(one)), outcomes.map(({ id, text: outcome, indicators }) => {
      const last = rated.get(id);
      const now = last ? (last.after ?? last.before) : 0;
      const options = course.levels.map((one, index) => make("option", { value: one.id, selected: now === index + 1 }, `${one.title}: ${indicators[index]}`));
      return make("p", {}, make("label", { htmlFor: `rate-${id}` }, outcome), make("select", { id: `rate-${id}`, name: id }, make("option", { value: "" }, words.noRating), options));
    })));
  },

  journal(entries) {
    const activities = activitiesOf(course);
    const about = {
      journal: (_, { activity }) => [words.journalKind, activities.get(activity)],
      draft: ([activity, field]) => [activities.get(activity)?.fields?.[field] ?? field, activities.get(activity)],
      portfolio: () => [words.portfolio],
      answer: ([question]) => [course.questions[question] ? titled(course.questions[question]) : question, activities.get(course.questions[question]?.activity)],
    };
    const written = Object.entries(entries).filter(([, { value }]) => typeof value?.text === "string" && value.text.trim());
    if (!written.length) return [make("p", {}, words.journalNone)];
    return written.sort(([, a], [, b]) => (a.at < b.at ? 1 : -1)).map(([key, { at, value }]) => {
      const [title, activity] = about[kindOf(key)](key.split("/").slice(1), value);
      return make("article", { className: "written" },
        make("h3", {}, title),
        make("p", { className: "written-when" }, day(at), activity ? [" · ", link(activity)] : null),
        make("p", { className: "written-text" }, value.text),
        state.earlier(key).map((other) => make("details", {}, make("summary", {}, fill(words.earlier, { date: day(other.at) })), make("p", { className: "written-text" }, other.value.text))));
    });
  },
};

function show() {
  const { entries } = state.all();
  for (const [name, made] of Object.entries(SHOW)) {
    const children = made(entries);
    if (children) part[name].replaceChildren(...children);
  }
}

/** Say what came of something; whoever could not see the button any more is led there. */
function say(sentence, move = false) {
  part.status.textContent = sentence;
  if (move) part.status.focus();
}

const button = (title, act, quiet = "") => {
  const made = make("button", { className: `button ${quiet}`, type: "button" }, title);
  made.addEventListener("click", act);
  return made;
};

function save(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href: url, download: `${state.course}-${name}-${today()}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  say(words.exported);
}

/** A file for the trainer. All of mine have the same random sign, so that two are not taken for two people's. */
async function forTrainer() {
  const { packForTrainer } = await import("./for-trainer.js");
  if (!state.get("person")) state.set("person", { id: randomSign() });
  save(packForTrainer(state.all(), page.querySelector("#trainer-name").value.trim(), today()), words.trainerFileName);
}

async function preview() {
  const [chosen] = file.files;
  part.preview.hidden = true;
  if (!chosen) return;
  const { state: theirs, made, problem } = unpack(await chosen.text(), state.course);
  file.value = "";
  if (problem) {
    say(words[{ foreign: "importForeign", "other-course": "importOther", newer: "importNewer", damaged: "importDamaged" }[problem]], true);
    return;
  }
  const mine = state.all();
  const found = changes(mine, merge(mine, theirs), theirs);
  const counts = ["added", "changed", "erased", "kept"].map((name) => (kind) => found[name].filter((key) => kindOf(key) === kind).length);
  const rows = kinds.map((kind) => [words.kinds[kind], ...counts.map((count) => count(kind))]).filter(([kind, ...row]) => kind && row.some(Boolean));
  const close = (sentence) => {
    part.preview.hidden = true;
    show();
    say(sentence, true);
  };
  const heads = [words.previewKind, words.previewAdded, words.previewChanged, words.previewErased, words.previewKept];
  const changing = found.added.length + found.changed.length + found.erased.length;
  const title = fill(words.previewTitle, { date: /^\d{4}-\d\d-\d\d$/.test(made) ? day(made) : made });
  part.preview.replaceChildren(
    rows.length ? table(title, heads, rows.map((row) => row.map(String))) : make("p", {}, words.previewNothing),
    make("p", { className: "choices" },
      changing ? button(words.mergeNow, () => close(state.put(theirs) ? words.merged : limits() || words.merged)) : "", " ",
      button(words.mergeNot, () => close(words.notMerged), "quiet")),
  );
  part.preview.hidden = false;
  part.preview.focus();
}

function askToErase(open) {
  part.erase.hidden = !open;
  (open ? part.erase : doing("erase")).focus();
}

doing("export").addEventListener("click", () => save(pack(state.all(), today()), words.fileName));
doing("export-for-trainer").addEventListener("click", forTrainer);
file.addEventListener("change", preview);
doing("erase").addEventListener("click", () => askToErase(true));
doing("erase-not").addEventListener("click", () => askToErase(false));
doing("erase-now").addEventListener("click", () => {
  state.erase();
  part.erase.hidden = true;
  say(words.erased, true);
});
share.addEventListener("change", () => {
  state.shared = share.checked;
  show();
  say(share.checked ? words.sharedOn : words.sharedOff);
});
part.rate.addEventListener("change", ({ target }) => {
  state.set(`rating/${target.name}/${today()}`, target.value ? { level: target.value } : null);
  show();
  say(limits() || words.ratingKept);
});

document.querySelector("[data-without-script]").hidden = true;
page.hidden = false;
if (course) {
  show();
  state.subscribe(show);
} else {
  say(words.failed);
}
