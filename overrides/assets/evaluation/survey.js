// A survey on its page: answers are kept in this browser as they are given, and saved as a file or printed.

import { randomSign } from "../learning/archive.js";
import { suspicious } from "../learning/confidential.js";
import { fill, limits, make } from "../learning/page-words.js";
import { state, today } from "../learning/state.js";
import { packAnswers } from "./answers.js";
import { confirming } from "./confirming.js";

const TYPING = 400;

const known = document.body.textContent;

/** Where one question is answered: {get, set, look}. An answer is {given, text}, or null. */
function asked(part, words) {
  const choices = [...part.querySelectorAll("input[type=radio], input[type=checkbox]")];
  const text = part.querySelector("textarea, input[type=text]");
  const paper = part.querySelector(".on-paper");
  const isMany = choices[0]?.type === "checkbox";
  const careful = make("p", { className: "careful", role: "status" });
  if (text) part.append(careful);
  return {
    choices,
    get() {
      const chosen = choices.filter(({ checked }) => checked).map(({ value }) => value);
      const given = isMany ? chosen : chosen[0];
      const said = text?.value.trim();
      const answer = { ...(chosen.length ? { given } : {}), ...(said ? { text: text.value } : {}) };
      return Object.keys(answer).length ? answer : null;
    },
    set(answer) {
      for (const choice of choices) choice.checked = [answer?.given ?? []].flat().includes(choice.value);
      if (text) text.value = answer?.text ?? "";
      this.look();
    },
    look() {
      if (paper) paper.textContent = text.value;
      const found = Object.entries(suspicious(text?.value ?? "", known)).filter(([, all]) => all.length);
      const said = found.map(([kind, all]) => fill(words[kind], { found: all.join(", ") })).join(" ");
      if (careful.textContent !== said) careful.textContent = said;
    },
  };
}

function open(form) {
  const words = JSON.parse(form.dataset.words);
  const survey = form.dataset.survey;
  const key = `survey/${survey}`;
  const questions = new Map([...form.querySelectorAll("[data-question]")].map((part) => [part.dataset.question, asked(part, words)]));
  const said = make("p", { role: "status", className: "survey-status" });
  const name = make("input", { id: `name-in-${survey}`, type: "text", autocomplete: "off" });
  let [sheet, changed, timer] = [null, false, 0];

  function restore() {
    const kept = state.get(key);
    sheet = kept?.sheet ?? null;
    for (const [id, question] of questions) question.set(kept?.answers[id]);
    clearings();
  }

  /** All answers, also to questions that a version of this survey had or will have. */
  function all() {
    const answers = { ...state.get(key)?.answers };
    for (const [id, question] of questions) {
      const answer = question.get();
      if (answer) answers[id] = answer;
      else delete answers[id];
    }
    return answers;
  }

  function save() {
    clearTimeout(timer);
    if (!changed) return;
    changed = false;
    const answers = all();
    sheet ??= randomSign();
    const isKept = state.set(key, Object.keys(answers).length ? { sheet, answers } : null);
    said.textContent = `${isKept ? words.kept : ""} ${limits()}`.trim();
  }

  const button = (title, act, quiet = "quiet") => {
    const made = make("button", { className: `button ${quiet}`, type: "button" }, title);
    made.addEventListener("click", act);
    return made;
  };

  function clearings() {
    for (const { choices, clear } of questions.values()) {
      if (clear) clear.hidden = !choices.some(({ checked }) => checked);
    }
  }

  for (const question of questions.values()) {
    if (question.choices[0]?.type !== "radio") continue;
    question.clear = make("button", { className: "survey-clear", type: "button", hidden: true }, words.clear);
    question.clear.addEventListener("click", () => {
      const [first] = question.choices;
      for (const choice of question.choices) choice.checked = false;
      for (const type of ["input", "change"]) first.dispatchEvent(new Event(type, { bubbles: true }));
      first.focus();
    });
    question.choices[0].closest("fieldset").append(question.clear);
  }

  function download() {
    changed = true;
    save();
    const answers = all();
    if (!Object.keys(answers).length) {
      said.textContent = words.empty;
      return;
    }
    const form = { course: state.course, survey, sheet, name: name.value.trim(), answers };
    const url = URL.createObjectURL(new Blob([packAnswers(form, today())], { type: "application/json" }));
    make("a", { href: url, download: `${survey}-${today()}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    said.textContent = `${words.saved} ${form.name ? words.named : words.anonymous}`;
  }

  const [erasing, sure] = confirming(words, () => {
    changed = false;
    state.set(key, null);
    restore();
    said.textContent = words.erased;
  });

  form.addEventListener("input", ({ target }) => {
    if (target === name) return;
    changed = true;
    questions.get(target.closest("[data-question]")?.dataset.question)?.look();
    clearings();
    said.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(save, TYPING);
  });
  form.addEventListener("change", save);
  addEventListener("pagehide", save);
  state.subscribe((keys) => keys.includes(key) && !changed && restore());

  form.prepend(make("p", { className: "survey-kept" }, words.intro));
  form.append(make("div", { className: "survey-end" },
    make("p", {}, make("label", { htmlFor: name.id }, words.yourName), " ", name),
    make("p", { className: "choices" }, button(words.save, download, ""), button(words.print, () => print()), erasing),
    sure, said));
  form.parentElement.querySelector("[data-without-script]").hidden = true;
  restore();
  said.textContent = limits();
}

for (const form of document.querySelectorAll("[data-survey]")) open(form);
