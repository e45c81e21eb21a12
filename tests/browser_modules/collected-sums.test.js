import assert from "node:assert/strict";
import { test } from "node:test";

import { csv } from "../../overrides/assets/evaluation/csv.js";
import { competencies, homework, outcomes, replies, rounds, weakest } from "../../overrides/assets/evaluation/sums.js";

const course = {
  levels: [{ id: "new" }, { id: "able" }, { id: "sure" }],
  competencies: [
    { id: "observe", title: "Observing", short: "See", outcomes: [{ id: "observe-k1" }, { id: "observe-s1" }] },
    { id: "calm", title: "Calm", short: "Calm", outcomes: [{ id: "calm-s1" }] },
  ],
  questions: {
    q1: { outcome: "observe-k1", version: "v1", title: "One" },
    q2: { outcome: "observe-k1", version: "v2", title: "Two" },
    q3: { outcome: "calm-s1", version: "v3", title: "Three" },
  },
  modules: [{ id: "m1", activities: [{ id: "diary", kind: "homework", title: "Diary" }, { id: "read", kind: "reading" }] }],
};
const person = (values) => ({ entries: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])) });
const answer = (of, score) => ({ of, score });
const people = [
  person({
    "rating/observe-k1/2026-01-01": { level: "new" }, "rating/observe-s1/2026-01-01": { level: "able" }, "rating/observe-k1/2026-06-01": { level: "sure" },
    "answer/q1": answer("v1", 1), "answer/q2": answer("v2", 0), "answer/q3": answer("v3", 1), "done/diary": { date: "2026-01-01", minutes: 10 },
  }),
  person({ "rating/observe-k1/2026-02-01": { level: "sure" }, "answer/q1": answer("v1", 0.5), "answer/q2": answer("an older one", 1), "answer/gone": answer("v9", 0) }),
  person({ "rating/calm-s1/2026-02-01": { level: "able" } }),
];

test("before and after of a group are of the same people", () => {
  const [observe, calm] = competencies(course, people);
  assert.deepEqual([observe.before, observe.after, observe.people], [1.5, 2.5, 1]);
  assert.deepEqual(observe.each, [{ before: 1.5, after: 2.5 }, { before: 3, after: null }, { before: null, after: null }]);
  assert.deepEqual([calm.before, calm.after, calm.people], [2, null, 1]);
  assert.deepEqual(competencies(course, []).map(({ before, people: count }) => [before, count]), [[null, 0], [null, 0]]);
});

test("quiz results count answers to questions as they are today", () => {
  assert.deepEqual(outcomes(course, people).map(({ outcome, score, people: count, answers }) => [outcome.id, score, count, answers]), [
    ["observe-k1", 0.5, 2, 3],
    ["calm-s1", 1, 1, 1],
  ]);
  assert.deepEqual(weakest(course, people).map(({ id, score, people: count }) => [id, score, count]), [["q2", 0, 1], ["q1", 0.75, 2]]);
  assert.equal(weakest(course, people, 1).length, 1);
});

test("homework says who has marked it as done", () => {
  assert.deepEqual(homework(course, people).map(({ activity, done }) => [activity.id, done]), [["diary", [true, false, false]]]);
});

const options = [["1", "1"], ["2", "2"], ["3", "3"]];
const sheet = (survey, answers) => ({ survey, answers });
const sheets = [
  sheet("first", { calm: { given: "1" }, seasons: { given: ["1", "3"], text: " both " }, hopes: { text: "Honey" } }),
  sheet("first", { calm: { given: "2" }, seasons: { given: ["3"] }, hopes: { text: "  " } }),
  sheet("first", { calm: { given: "9" }, seasons: { text: "none" } }),
  sheet("last", { calm: { given: "3" } }),
];
const first = sheets.slice(0, 3);

test("answers are counted by what a question offers, with the mean of a scale", () => {
  assert.deepEqual(replies({ id: "calm", kind: "scale", options }, first), { answered: 2, counts: [1, 1, 0], mean: 1.5, texts: [], unknown: 1 });
  const several = replies({ id: "seasons", kind: "several", options }, first);
  assert.deepEqual([several.answered, several.counts, several.mean], [2, [1, 0, 2], null]);
  assert.deepEqual(several.texts, [{ text: "both", given: ["1", "3"] }, { text: "none", given: [] }]);
  assert.deepEqual(replies({ id: "hopes", kind: "text" }, first), { answered: 1, counts: [], mean: null, texts: [{ text: "Honey", given: [] }], unknown: 0 });
  assert.equal(replies({ id: "calm", kind: "scale", options }, []).mean, null);
});

test("what several surveys ask is compared, once both have answers", () => {
  const asked = { id: "calm", kind: "scale", options };
  const surveys = [{ id: "first", questions: [asked] }, { id: "last", questions: [asked, { ...asked, id: "other" }] }];
  assert.deepEqual(rounds(surveys, sheets).map(({ question, rounds: all }) => [question.id, all.map(({ survey, mean, answered }) => [survey.id, mean, answered])]), [
    ["calm", [["first", 1.5, 2], ["last", 3, 1]]],
  ]);
  assert.deepEqual(rounds(surveys, first), []);
});

test("CSV keeps quotes, lines and letters, and no text begins a formula", () => {
  assert.equal(
    csv([["Name", "n"], ["Å, “b” \"c\"", 1.23456], ["two\nlines", null], ["=HYPERLINK(1)", -2], ["-x", 0], ["@a", ""], ["\t=1", undefined], ["a=b", 5]]),
    "\uFEFFName,n\r\n" + '"Å, “b” ""c""",1.235\r\n"two\nlines",\r\n' + "'=HYPERLINK(1),-2\r\n'-x,0\r\n'@a,\r\n" + "\"'\t=1\",\r\na=b,5\r\n",
  );
});
