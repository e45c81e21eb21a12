// A quiz on its page: checks answers, says how good they are beside each question, keeps them and brings them back.

import { grade } from "./grading.js";
import { fill, limits, make, words } from "./page-words.js";
import { scenario } from "./scenario.js";
import { state, today } from "./state.js";

const form = document.querySelector("form[data-quiz]");
const data = JSON.parse(document.querySelector("[data-quiz-data]").textContent);
const TYPING = 400;

const READ = {
  single: ({ fields }) => fields.find(({ checked }) => checked)?.value,
  multiple: ({ fields }) => fields.filter(({ checked }) => checked).map(({ value }) => value),
  "true-false": (question) => ({ true: true, false: false })[READ.single(question)],
  matching: ({ fields, key }) => Object.fromEntries(fields.map(({ name, value }) => [name.slice(key.id.length + 1), value])),
  ordering: (question) => Object.fromEntries(Object.entries(READ.matching(question)).map(([step, place]) => [step, Number(place)])),
  "fill-in": ({ fields }) => fields[0].value,
  scenario: ({ scenario }) => scenario.given(),
};
READ.numeric = READ.reflection = READ["fill-in"];
READ["self-rating"] = READ.single;

const tick = (isChosen) => ({ fields }, given) => fields.forEach((field) => (field.checked = isChosen(field.value, given)));
const write = ({ fields }, given) => (fields[0].value = given ?? "");
const choose = ({ fields, key }, given) => fields.forEach((field) => (field.value = given?.[field.name.slice(key.id.length + 1)] || ""));
const WRITE = {
  single: tick((value, given) => value === given),
  multiple: tick((value, given) => given?.includes(value)),
  "true-false": tick((value, given) => value === String(given)),
  matching: choose,
  ordering: choose,
  "fill-in": write,
  numeric: write,
  reflection: write,
  scenario: ({ scenario }, given) => scenario.restore(given ?? {}),
};
WRITE["self-rating"] = WRITE.single;

const questions = data.questions.map((key) => {
  const element = form.querySelector(`[data-question="${key.id}"]`);
  const question = { key, element, fields: [...element.querySelectorAll("input, select, textarea")] };
  question.heading = element.querySelector("h3");
  question.answer = element.querySelector(".answer");
  question.graded = !["self-rating", "reflection"].includes(key.kind);
  question.result = make("div", { className: "result", id: `result-${key.id}`, hidden: true });
  question.described = element.querySelector("textarea") ?? element.querySelector("fieldset");
  if (key.kind === "scenario") question.scenario = scenario(element, key, () => changed(question));
  const before = question.graded && !question.scenario ? question.answer : element.querySelector(".answer, .passage");
  (question.scenario ? element.querySelector(".passage") : before)?.before(question.result);
  if (!question.result.parentNode) element.append(question.result);
  const described = question.described.getAttribute("aria-describedby");
  question.described.setAttribute("aria-describedby", [described, question.result.id].filter(Boolean).join(" "));
  return question;
});

// What is said about an answer.

const sign = (score) => (score === 1 ? "✓" : score > 0 ? "~" : "✗");
const verdict = (score) => (score === 1 ? words.right : score > 0 ? words.partly : words.wrong);
const mark = (score) => (score === 1 ? "right" : score > 0 ? "fair" : "wrong");

/** A copy of what the closed answer says, so that the page's own words are the only ones. */
const copies = (question, selector) => [...question.answer.querySelectorAll(selector)].map((one) => one.cloneNode(true));

function remarks(question, given, { score, parts }) {
  const { kind } = question.key;
  if (kind === "single" || kind === "multiple") return copies(question, [].concat(given).map((id) => `[data-option="${id}"]`).join());
  if (kind === "matching" || kind === "ordering") {
    const wrong = Object.keys(parts).filter((id) => !parts[id]);
    return wrong.length ? copies(question, wrong.map((id) => `[data-option="${id}"]`).join()) : [];
  }
  if (kind === "true-false") return copies(question, '[data-remark="why"]');
  return copies(question, `[data-remark="${score === 1 ? "right" : "wrong"}"]`);
}

function tell(question, given, graded) {
  const line = make("p", { className: `result-verdict mark-${mark(graded.score)}` },
    make("span", { "aria-hidden": "true" }, `${sign(graded.score)} `),
    make("strong", {}, verdict(graded.score)),
    graded.score > 0 && graded.score < 1 ? ` · ${fill(words.points, points(graded.score, 1))}` : null);
  const said = question.scenario ? [] : remarks(question, given, graded);
  const list = said.length && said[0].localName === "li" ? [make("ul", { className: "answers" }, said)] : said;
  for (const part of said) {
    part.className = "";
    if (question.key.kind === "single") part.firstElementChild.remove();
  }
  question.result.replaceChildren(line, ...list);
  question.result.hidden = false;
  if (question.answer && !question.scenario) question.answer.hidden = false;
}

function unsay(question) {
  question.result.hidden = true;
  question.result.replaceChildren();
  if (question.answer && question.graded && !question.scenario) question.answer.hidden = true;
}

function outdated(question) {
  question.result.replaceChildren(make("p", { className: "result-changed" }, words.questionChanged));
  question.result.hidden = false;
}

// What is kept.

const keyOf = ({ key }) => `answer/${key.id}`;
const isEmpty = (given) => given === undefined || given === "" || (typeof given === "object" && !Object.values(given).some(Boolean));

function keep(question, score) {
  const { id, kind, version, outcome } = question.key;
  const given = READ[kind](question);
  if (isEmpty(given) && !state.get(keyOf(question))) return;
  const value = kind === "reflection" ? { text: given, of: version } : { given, of: version, ...(score === undefined ? {} : { score }) };
  state.set(`answer/${id}`, isEmpty(given) ? null : value);
  if (kind === "self-rating" && given) state.set(`rating/${outcome}/${today()}`, { level: given });
  warn();
}

function changed(question) {
  keep(question);
  unsay(question);
}

function restore(question) {
  const kept = state.get(keyOf(question));
  const { kind, version } = question.key;
  WRITE[kind](question, kept?.text ?? kept?.given);
  unsay(question);
  if (!kept) return;
  if (kept.of !== version) outdated(question);
  else if (kept.score !== undefined) {
    const graded = grade(question.key, kept.given);
    if (graded.answered) tell(question, kept.given, graded);
  }
}

// The summary.

const number = (value) => new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 }).format(value);
const points = (score, all) => ({ score: number(score), all: number(all) });
const total = (results) => results.reduce((sum, { score }) => sum + score, 0);
const link = ({ key, heading }) => make("a", { href: `#question-${key.id}` }, heading.textContent);

const summary = make("section", { className: "quiz-summary", tabIndex: -1, hidden: true, "aria-labelledby": "quiz-summary" });

function sum(results) {
  const open = results.filter(({ answered }) => !answered).map(({ question }) => question);
  const graded = results.filter(({ answered, score }) => answered && score !== null);
  const parts = [make("h3", { id: "quiz-summary" }, words.result)];
  if (open.length) parts.push(make("p", {}, words.unanswered), make("ul", { className: "inline" }, open.map((question) => make("li", {}, link(question)))));
  if (graded.length) {
    parts.push(make("p", { className: "quiz-score" }, fill(words.score, points(total(graded), graded.length))));
    parts.push(make("h4", {}, words.byOutcome), make("ul", {}, Object.entries(data.outcomes).map(([outcome, title]) => {
      const group = graded.filter(({ question }) => question.key.outcome === outcome);
      return group.length ? make("li", {}, `${title}. `, make("strong", {}, fill(words.points, points(total(group), group.length)))) : null;
    })));
    parts.push(make("h4", {}, words.byQuestion), make("ol", { className: "quiz-results" }, graded.map(({ question, score }) =>
      make("li", { className: `mark-${mark(score)}` }, link(question), ": ", make("span", { "aria-hidden": "true" }, `${sign(score)} `), verdict(score)))));
  }
  summary.replaceChildren(...parts);
  summary.hidden = false;
  summary.focus();
}

function check(event) {
  event.preventDefault();
  const results = questions.map((question) => {
    const given = READ[question.key.kind](question);
    const graded = grade(question.key, given);
    if (!graded.answered) unsay(question);
    else if (question.graded) {
      tell(question, given, graded);
      keep(question, graded.score);
    }
    return { question, ...graded };
  });
  again.hidden = false;
  sum(results);
}

function startAgain() {
  for (const question of questions.filter(({ graded }) => graded)) {
    WRITE[question.key.kind](question, undefined);
    if (state.get(keyOf(question))) state.set(keyOf(question), null);
    unsay(question);
  }
  summary.hidden = true;
  again.hidden = true;
  questions[0].heading.focus();
}

const notice = make("p", { className: "quiz-limits", hidden: true });
const again = make("button", { className: "button quiet", type: "button", hidden: true }, words.again);
again.addEventListener("click", startAgain);

function warn() {
  notice.textContent = limits();
  notice.hidden = !notice.textContent;
}

// Put together.

let waiting = 0;
let typed = null;
function flush() {
  clearTimeout(waiting);
  if (typed) keep(typed);
  typed = null;
}

for (const question of questions) {
  question.heading.tabIndex = -1;
  restore(question);
  question.element.addEventListener("input", ({ target }) => {
    if (target.matches("textarea, [type=text]")) {
      if (typed !== question) flush();
      [typed, waiting] = [question, (clearTimeout(waiting), setTimeout(flush, TYPING))];
      if (question.graded) unsay(question);
    } else if (!question.scenario) changed(question);
  });
  question.element.addEventListener("change", flush);
}
addEventListener("pagehide", flush);
state.subscribe((keys) => {
  for (const question of questions) {
    if (keys.includes(keyOf(question)) && !question.element.contains(document.activeElement)) restore(question);
  }
});

document.querySelector("[data-without-script]").hidden = true;
form.before(make("p", { className: "quiz-kept" }, words.quizKept), notice);
form.prepend(summary);
form.append(make("div", { className: "quiz-controls" }, make("button", { className: "button", type: "submit" }, words.check), again));
form.addEventListener("submit", check);
again.hidden = !questions.some(({ key, graded }) => graded && state.get(`answer/${key.id}`)?.score !== undefined);
warn();
