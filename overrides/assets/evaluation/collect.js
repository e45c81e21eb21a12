// The trainers' page that opens many files at once. What they hold lives in this page's memory only, and ends with the tab.

import { radar } from "../learning/chart.js";
import { day, fill, make, words as common } from "../learning/page-words.js";
import { hours } from "../learning/progress.js";
import { state } from "../learning/state.js";
import { gather } from "./reading.js";
import { competencies, homework, outcomes, replies, rounds, weakest } from "./sums.js";
import { counted, csvButton, number, percent, table } from "./tables.js";

const LARGEST = 5_000_000; // bytes; an export of the whole course has some 200 000
const FEW = 5;

const page = document.querySelector("[data-collect]");
const words = JSON.parse(page.dataset.words);
const input = page.querySelector("input[type=file]");
const [status, results] = ["status", "results"].map((name) => page.querySelector(`[data-part="${name}"]`));

const course = await fetch(page.dataset.collect)
  .then((response) => (response.ok ? response.json() : null))
  .catch(() => null);

let opened = [];

const heading = (level, ...children) => make(`h${level}`, {}, ...children);
const text = (sentence, values) => make("p", {}, fill(sentence, values));
const titled = ({ title, lang }) => (lang ? make("span", { lang }, title) : title);
const link = (one) => ({ show: one.url ? make("a", { href: one.url }, titled(one)) : titled(one), value: one.title });
const saving = (name) => ({ save: words.csv, name });
const level = (one) => (one === null ? "–" : number(one));

function duration(minutes) {
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [whole && fill(words.hours, { n: number(whole) }), (rest || !whole) && fill(words.minutes, { n: number(rest) })];
  return { show: parts.filter(Boolean).join(" "), value: minutes };
}

/** People by the name in their file or by the file's, each told apart from the others. */
function labelled(people) {
  const names = people.map(({ name, file }) => name.trim() || file.replace(/\.json$/i, ""));
  return people.map((one, place) => ({ ...one, label: names.filter((name) => name === names[place]).length > 1 ? `${names[place]} (${one.file})` : names[place] }));
}

function filesPart({ found, skipped }) {
  const surveys = new Map(course.surveys.map(({ id, title }) => [id, title]));
  const what = ({ kind, survey }) => (kind === "survey" ? surveys.get(survey) : words.export);
  const rows = found.map((one) => [one.file, what(one), one.name || "–", { show: /^\d{4}-\d\d-\d\d$/.test(one.made) ? day(one.made) : one.made, value: one.made }]);
  return [
    heading(3, words.files),
    found.length ? make("details", {}, make("summary", {}, fill(words.filesRead, { number: number(found.length) })), table(words.files, [words.file, words.what, words.name, words.made], rows, saving("files"))) : "",
    skipped.length
      ? make("div", { className: "collect-skipped" }, text(words.skipped, { number: number(skipped.length) }),
        make("ul", {}, skipped.map(({ file, problem }) => make("li", {}, make("strong", {}, file), `: ${words.problems[problem]}`))))
      : "",
  ];
}

function competenciesPart(people) {
  const rows = competencies(course, people);
  if (!rows.some(({ people: count }) => count)) return [heading(3, words.competencies), text(words.noRatings)];
  const chart = make("div");
  const choice = make("select", { id: "collect-who" }, [words.group, ...people.map(({ label }) => label)].map((label, place) => make("option", { value: place }, label)));
  const draw = () => {
    const place = Number(choice.value);
    const axes = rows.map(({ short, before, after, each }) => ({ label: short, ...(place ? each[place - 1] : { before, after }) }));
    const key = ["before", "after"].map((name) => make("span", { className: `radar-key-${name}` }, words[name]));
    const title = `${words.competencies}: ${choice.selectedOptions[0].textContent}`;
    chart.replaceChildren(make("figure", {}, radar(axes, course.levels.length, title, fill(words.chartText, { levels: number(course.levels.length) })), make("figcaption", {}, `${choice.selectedOptions[0].textContent} · `, key)));
  };
  choice.addEventListener("change", draw);
  draw();
  const levels = course.levels.map(({ title }, index) => `${number(index + 1)} ${title}`).join(", ");
  const step = ({ before, after }) => (before === null ? "–" : after === null ? level(before) : `${level(before)} → ${level(after)}`);
  return [
    heading(3, words.competencies),
    make("p", { className: "collect-choice" }, make("label", { htmlFor: choice.id }, words.show), " ", choice),
    chart,
    table(words.groupMeans, [words.competency, words.before, words.after, words.people],
      rows.map((one) => [{ show: titled(one), value: one.title }, { show: level(one.before), value: one.before }, { show: level(one.after), value: one.after }, one.people]), saving("competencies")),
    text(words.paired),
    table(words.eachMeans, [words.name, ...rows.map(({ short }) => short)],
      people.map(({ label }, place) => [label, ...rows.map(({ each }) => step(each[place]))]), {
        ...saving("competencies-each"),
        file: [
          [words.name, ...rows.flatMap(({ short }) => [`${short}: ${words.before}`, `${short}: ${words.after}`])],
          ...people.map(({ label }, place) => [label, ...rows.flatMap(({ each }) => [each[place].before, each[place].after])]),
        ],
      }),
    text(words.levels, { list: levels }),
  ].flat();
}

function hoursPart(people) {
  const settings = course.settings;
  const all = people.map(({ entries }) => hours(course, entries));
  const share = (done, whole) => ({ show: percent(whole ? done / whole : 0), value: whole ? done / whole : 0 });
  return [
    heading(3, words.hoursDone),
    ...table(words.hoursOfAll, [words.name, ...settings.map(({ title }) => title), words.sum, words.share], [
      ...people.map(({ label }, place) => [label, ...settings.map(({ id }) => duration(all[place].settings.get(id) ?? 0)), duration(all[place].all), share(all[place].all, course.minutes)]),
      [words.programme, ...settings.map(({ minutes }) => duration(minutes)), duration(course.minutes), share(1, 1)],
    ], saving("hours")),
    text(words.inMinutes),
  ];
}

function quizPart(people) {
  const found = outcomes(course, people);
  if (!found.length) return [heading(3, words.quizzes), text(words.noQuizzes)];
  const score = (one) => ({ show: percent(one), value: one });
  const weak = weakest(course, people);
  return [
    heading(3, words.quizzes),
    ...table(words.byOutcome, [words.outcome, words.score, words.people, words.answersGiven],
      found.map((one) => [one.outcome.text, score(one.score), one.people, one.answers]), saving("quizzes")),
    ...(weak.length
      ? table(words.weakest, [words.question, words.score, words.people], weak.map(({ question, score: mean, people: count }) => [link(question), score(mean), count]), saving("weakest-questions"))
      : []),
    text(words.quizNote),
  ];
}

function homeworkPart(people) {
  const rows = homework(course, people);
  if (!rows.length) return [];
  return [
    heading(3, words.homework),
    ...table(words.homeworkDone, [words.task, ...people.map(({ label }) => label), words.sum],
      rows.map(({ activity, done }) => [link(activity), ...done.map((is) => (is ? words.done : "–")), done.filter(Boolean).length]), saving("homework")),
  ];
}

/** Questions in a row that take the same answers share a table. */
function grouped(questions) {
  const groups = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last && question.options && JSON.stringify(last[0].options) === JSON.stringify(question.options) && last[0].kind === question.kind) last.push(question);
    else groups.push([question]);
  }
  return groups;
}

function countsTable(survey, questions, sheets) {
  const [{ kind, options, ends }] = questions;
  const all = questions.map((question) => replies(question, sheets));
  const isScale = kind === "scale";
  const heads = [words.question, ...options.map(([, title]) => title), words.answered, ...(isScale ? [words.mean] : [])];
  const rows = questions.map((question, place) => {
    const { counts, answered, mean } = all[place];
    return [question.text, ...counts.map((count) => counted(count, answered)), answered, ...(isScale ? [{ show: level(mean), value: mean }] : [])];
  });
  const about = isScale ? fill(words.scale, { lowest: `${options[0][1]} = ${ends[0]}`, highest: `${options.at(-1)[1]} = ${ends[1]}` }) : words.counts;
  return [...table(about, heads, rows, { ...saving(survey.id), label: `${survey.title}: ${about}: ${questions[0].text}` }), ...questions.flatMap((question, place) => texts(question, all[place].texts))];
}

function texts(question, found) {
  if (!found.length) return [];
  const titles = new Map(question.options ?? []);
  const said = ({ text: one, given }) => [given.length ? make("em", {}, `${given.map((value) => titles.get(value)).join(", ")}: `) : "", one];
  return [make("div", { className: "collect-texts" }, heading(4, question.text), make("ul", {}, found.map((one) => make("li", { className: "written-text" }, said(one)))))];
}

function surveyPart(survey, sheets) {
  const answers = () => [
    [words.question, words.answer, words.words],
    ...survey.questions.flatMap((question) => replies(question, sheets).texts.map(({ text: one, given }) => [question.text, given.map((value) => new Map(question.options).get(value)).join(", "), one])),
  ];
  const unknown = survey.questions.reduce((sum, question) => sum + replies(question, sheets).unknown, 0);
  return make("section", { className: "part" },
    heading(3, survey.title),
    make("p", {}, `${survey.when} · ${fill(words.forms, { number: number(sheets.length) })}`),
    sheets.length < FEW ? make("p", { className: "collect-warning" }, fill(words.few, { number: number(FEW) })) : "",
    grouped(survey.questions).flatMap((questions) => (questions[0].kind === "text" ? texts(questions[0], replies(questions[0], sheets).texts) : countsTable(survey, questions, sheets))),
    answers().length > 1 ? make("p", {}, csvButton(words.csv, `${survey.title}: ${words.freeAnswers}`, answers, `${survey.id}-texts`)) : "",
    unknown ? text(words.unknown, { number: number(unknown) }) : "");
}

function roundsPart(sheets) {
  const rows = rounds(course.surveys, sheets);
  if (!rows.length) return "";
  const surveys = course.surveys.filter(({ id }) => rows.some((row) => row.rounds.some(({ survey }) => survey.id === id)));
  const cell = (row, { id }) => row.rounds.find(({ survey }) => survey.id === id) ?? { mean: null, answered: 0 };
  return make("section", { className: "part" }, heading(3, words.rounds),
    table(words.roundsMeans, [words.question, ...surveys.flatMap(({ title, when }) => [`${when}: ${title}`, words.answered])],
      rows.map((row) => [row.question.text, ...surveys.flatMap((survey) => [{ show: level(cell(row, survey).mean), value: cell(row, survey).mean }, cell(row, survey).answered])]), saving("rounds")));
}

function show() {
  const gathered = gather(opened, state.course, course.surveys.map(({ id }) => id));
  const people = labelled(gathered.found.filter(({ kind }) => kind === "progress"));
  const sheets = gathered.found.filter(({ kind }) => kind === "survey");
  const part = (children) => (children.length ? make("section", { className: "part" }, children) : "");
  results.replaceChildren(...(opened.length ? [
    part(filesPart(gathered)),
    ...(people.length ? [competenciesPart, hoursPart, quizPart, homeworkPart].map((one) => part(one(people))) : []),
    roundsPart(sheets),
    ...course.surveys.map((survey) => [survey, sheets.filter((one) => one.survey === survey.id)]).filter(([, mine]) => mine.length).map(([survey, mine]) => surveyPart(survey, mine)),
  ] : []));
  for (const name of ["forget", "print"]) page.querySelector(`[data-do="${name}"]`).hidden = !opened.length;
  status.textContent = opened.length ? fill(words.counted, { found: number(gathered.found.length), skipped: number(gathered.skipped.length) }) : "";
}

/** One file's text; what is too large for one of ours, or can't be opened, is not read. */
async function opening(file) {
  const about = { file: file.name, modified: file.lastModified };
  if (file.size > LARGEST) return { ...about, problem: "foreign" };
  return file.text().then((content) => ({ ...about, text: content }), () => ({ ...about, problem: "unreadable" }));
}

async function add(files) {
  const more = await Promise.all([...files].map(opening));
  opened = [...opened, ...more];
  show();
  status.focus();
}

if (course) {
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    await add(files);
  });
  const zone = page.querySelector(".collect-zone");
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => relatedTarget || zone.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    zone.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  page.querySelector('[data-do="print"]').addEventListener("click", () => print());
  page.querySelector('[data-do="forget"]').addEventListener("click", () => {
    opened = [];
    show();
    status.textContent = words.forgotten;
    input.focus();
  });
} else {
  status.textContent = words.failed;
}
page.parentElement.querySelector("[data-without-script]").hidden = true;
page.hidden = false;
