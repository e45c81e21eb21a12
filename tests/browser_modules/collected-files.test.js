import assert from "node:assert/strict";
import { test } from "node:test";

import { packAnswers } from "../../overrides/assets/evaluation/answers.js";
import { gather, read } from "../../overrides/assets/evaluation/reading.js";
import { pack, randomSign } from "../../overrides/assets/learning/archive.js";
import { packForTrainer, withoutTexts } from "../../overrides/assets/learning/for-trainer.js";

const at = "2026-11-21T10:00:00.000Z";
const SECRETS = ["SECRET-journal", "SECRET-draft", "SECRET-open", "SECRET-gap", "SECRET-survey", "SECRET-portfolio", "SECRET-earlier"];
const state = {
  schema: 1,
  course: "bees",
  entries: {
    "done/diary": { at, value: { date: "2026-11-20", minutes: 10 } },
    "done/erased": { at, value: null },
    "rating/calm-s1/2026-11-20": { at, value: { level: "able" } },
    "answer/asked": { at, value: { given: "SECRET-gap", of: "abc", score: 0.5 } },
    "answer/opened": { at, value: { text: "SECRET-open", of: "abc" } },
    "journal/first": { at, value: { text: "SECRET-journal", date: "2026-11-20" } },
    "draft/diary/seen": { at, value: { text: "SECRET-draft" }, earlier: [{ at, value: { text: "SECRET-earlier" } }] },
    "portfolio/whole": { at, value: { text: "SECRET-portfolio" } },
    "survey/first": { at, value: { sheet: "a1", answers: { hopes: { text: "SECRET-survey" } } } },
    person: { at, value: { id: "0011223344556677" } },
    place: { at, value: { activity: "diary" } },
  },
};
const kept = {
  "done/diary": { value: { date: "2026-11-20", minutes: 10 } },
  "rating/calm-s1/2026-11-20": { value: { level: "able" } },
  "answer/asked": { value: { of: "abc", score: 0.5 } },
  person: { value: { id: "0011223344556677" } },
};
const form = { course: "bees", survey: "first", sheet: "ab12", name: "", answers: { calm: { given: "3" }, seasons: { given: ["spring"], text: "Why not" } } };

const progress = packForTrainer(state, "Anna", "2026-11-21");
const answers = packAnswers(form, "2026-11-21");
const reading = (text) => read(text, "bees", ["first"]);
const changed = (text, change) => {
  const file = JSON.parse(text);
  change(file);
  return JSON.stringify(file);
};

test("a trainer's file has hours, ratings and scores, and neither texts nor moments", () => {
  assert.deepEqual(withoutTexts(state.entries), kept);
  for (const secret of [...SECRETS, at]) assert.ok(!progress.includes(secret), secret);
  assert.deepEqual(reading(progress), { kind: "progress", name: "Anna", made: "2026-11-21", sign: "0011223344556677", entries: kept });
});

test("of an export with everything, texts are dropped as it is read", () => {
  const found = reading(pack(state, "2026-11-21"));
  assert.deepEqual(found, { kind: "progress", name: "", made: "2026-11-21", sign: "0011223344556677", entries: kept });
  for (const secret of SECRETS) assert.ok(!JSON.stringify(found).includes(secret), secret);
});

test("a survey's file says what was answered, and a name only if there is one", () => {
  assert.ok(!answers.includes("name"));
  assert.deepEqual(reading(answers), { kind: "survey", name: "", made: "2026-11-21", sign: "first ab12", survey: "first", answers: form.answers });
  assert.equal(reading(packAnswers({ ...form, name: "Anna" }, "2026-11-21")).name, "Anna");
});

test("what is no file of ours is told apart", () => {
  const problems = {
    empty: ["", "  \n"],
    foreign: ["Dear all", "[]", "null", "3", "{}", '{"format": "other"}', "%PDF-1.7"],
    "other-course": [progress, answers, pack(state, "2026-11-21")].map((text) => changed(text, (file) => (file.course = "wasps"))),
    newer: [progress, answers, pack(state, "2026-11-21")].map((text) => changed(text, (file) => (file.schema = 99))),
    "other-survey": [packAnswers({ ...form, survey: "gone" }, "2026-11-21")],
    damaged: [
      progress.slice(0, -30),
      answers.slice(0, -30),
      pack(state, "2026-11-21").slice(0, -30),
      changed(progress, (file) => (file.name = "Berta")),
      changed(progress, (file) => (file.entries["done/diary"].value.minutes = 600)),
      changed(progress, (file) => (file.entries["journal/x"] = { value: { text: "x" } })),
      changed(progress, (file) => delete file.entries),
      changed(progress, (file) => (file.made = "yesterday")),
      changed(answers, (file) => (file.answers.calm.given = "5")),
      changed(answers, (file) => (file.answers = [])),
      changed(answers, (file) => delete file.sheet),
      changed(answers, (file) => (file.schema = "1")),
    ],
  };
  for (const [problem, texts] of Object.entries(problems)) {
    for (const text of texts) assert.deepEqual(reading(text), { problem }, text.slice(0, 80));
  }
});

test("of many files the newest of a person and of a form counts, and equal files count once", () => {
  const older = packForTrainer({ ...state, entries: { ...state.entries, "done/diary": { at, value: null } } }, "Anna", "2026-11-01");
  const later = packAnswers({ ...form, answers: { calm: { given: "4" } } }, "2026-11-21");
  const files = [
    { file: "old.json", text: older, modified: 9 },
    { file: "new.json", text: progress, modified: 1 },
    { file: "copy.json", text: progress, modified: 2 },
    { file: "survey.json", text: answers, modified: 1 },
    { file: "survey-later.json", text: later, modified: 5 },
    { file: "other.json", text: packAnswers({ ...form, sheet: "cd34" }, "2026-11-02"), modified: 1 },
    { file: "film.mp4", problem: "foreign", modified: 1 },
    { file: "letter.txt", text: "Dear all", modified: 1 },
  ];
  const { found, skipped } = gather(files, "bees", ["first"]);
  assert.deepEqual(found.map(({ file }) => file), ["copy.json", "survey-later.json", "other.json"]);
  assert.ok(found.every((one) => !("text" in one)));
  assert.deepEqual(skipped, [
    { file: "old.json", problem: "older" },
    { file: "new.json", problem: "twice" },
    { file: "survey.json", problem: "older" },
    { file: "film.mp4", problem: "foreign" },
    { file: "letter.txt", problem: "foreign" },
  ]);
});

test("people whose exports have no sign are not taken for one", () => {
  const { person, ...entries } = state.entries;
  const [one, other] = [pack({ ...state, entries }, "2026-11-20"), pack({ ...state, entries }, "2026-11-21")];
  assert.equal(person.value.id.length, randomSign().length);
  assert.equal(gather([{ file: "a", text: one, modified: 1 }, { file: "b", text: other, modified: 1 }], "bees", []).found.length, 2);
});
