// A feedback sheet by the criteria of a task. What is written is kept for this tab only, and saved as a file or printed.

import { make, fill, words as common } from "../learning/page-words.js";
import { offer, passage, rows } from "../learning/papers.js";
import { state } from "../learning/state.js";
import { browserStorage, memory } from "../learning/storage.js";
import { confirming } from "./confirming.js";

const page = document.querySelector("[data-feedback]");
const words = JSON.parse(page.dataset.words);
const [chosen, sheet, said] = ["task", "sheet", "status"].map((name) => page.querySelector(`[data-part="${name}"]`));
const storage = browserStorage("sessionStorage") ?? memory();

const modules = await fetch(page.dataset.feedback)
  .then((response) => (response.ok ? response.json() : null))
  .catch(() => null);

const STEPS = ["clear", "partly", "not-yet"];
const PASSAGES = ["strong", "question", "next"];

/** A sheet's answers by name of field, kept under a name of its own: this is not a learner's state, which lasts longer. */
function draft(task) {
  const name = `course:feedback:${state.course}:${task}`;
  return {
    read() {
      try {
        return JSON.parse(storage.getItem(name)) ?? {};
      } catch {
        return {};
      }
    },
    write(values) {
      try {
        storage.setItem(name, JSON.stringify(values));
      } catch {
        // No room: what stands on the page can still be saved as a file.
      }
    },
    erase: () => storage.removeItem(name),
  };
}

function area(name, label, lines) {
  const id = `sheet-${name}`;
  return make("p", {}, make("label", { htmlFor: id }, label), make("textarea", { id, name, rows: lines }));
}

function judgement({ id, text }, lang) {
  const choices = STEPS.map((step) => make("label", { className: "survey-option" }, make("input", { type: "radio", name: `step-${id}`, value: step }), " ", make("span", {}, words[step])));
  return make("fieldset", { className: "survey-question" },
    make("legend", lang ? { lang } : {}, text),
    make("div", { className: "survey-options" }, choices),
    area(`comment-${id}`, words.comment, 2));
}

function open(task) {
  const kept = draft(task.id);
  const form = make("form", { method: "dialog", autocomplete: "off", "aria-label": fill(words.title, { task: task.title }) },
    task.criteria.map((criterion) => judgement(criterion, task.lang)),
    PASSAGES.map((name) => make("div", { className: "survey-question" }, area(name, words[name], 3))));
  const values = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
  const fillIn = (all) => {
    for (const field of form.elements) {
      if (field.type === "radio") field.checked = all[field.name] === field.value;
      else if (field.name) field.value = all[field.name] ?? "";
    }
  };

  function paper() {
    const all = values();
    const judged = task.criteria.map(({ id, text }) => [text, words[all[`step-${id}`]] ?? "–", all[`comment-${id}`]?.trim() ?? ""]);
    const said = (name) => (all[name] ? passage(2, words[name], all[name]) : []);
    return [
      said("strong"),
      make("h2", {}, words.criteria),
      rows([[words.criterion, words.judgement, words.comment], ...judged], true),
      PASSAGES.slice(1).map(said),
    ].flat(2);
  }

  const [erasing, sure] = confirming(words, () => {
    kept.erase();
    fillIn({});
    said.textContent = words.erased;
    form.querySelector("input").focus();
  });
  form.addEventListener("input", () => {
    said.textContent = "";
    kept.write(values());
  });
  fillIn(kept.read());
  const heading = make("h3", { id: "feedback-task" }, make("a", { href: task.url }, task.lang ? make("span", { lang: task.lang }, task.title) : task.title));
  sheet.replaceChildren(heading, form,
    make("div", { className: "hand-in" }, offer(words, ["docx", "odt", "print"], `feedback-${task.id}`, common.locale, paper, fill(words.title, { task: task.title }))),
    make("p", { className: "choices" }, erasing), sure);
}

if (modules) {
  const tasks = new Map(modules.flatMap((module) => module.tasks).map((task) => [task.id, task]));
  chosen.append(...modules.map(({ title, tasks: some }) => make("optgroup", { label: title }, some.map((task) => make("option", { value: task.id }, task.title)))));
  const show = () => (tasks.has(chosen.value) ? open(tasks.get(chosen.value)) : sheet.replaceChildren());
  chosen.addEventListener("change", () => {
    said.textContent = "";
    show();
  });
  const asked = decodeURIComponent(location.hash.slice(1));
  if (tasks.has(asked)) chosen.value = asked;
  show();
} else {
  said.textContent = words.failed;
}
page.parentElement.querySelector("[data-without-script]").hidden = true;
page.hidden = false;
