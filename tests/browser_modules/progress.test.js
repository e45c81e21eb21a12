import assert from "node:assert/strict";
import { test } from "node:test";

import { advice, changed, hours, log, profile, scores } from "../../overrides/assets/learning/progress.js";

const activity = (id, kind, minutes, outcomes, setting = "home") => ({ id, title: id, url: `${id}/`, kind, setting, minutes, outcomes });
const course = {
  minutes: 100,
  settings: [{ id: "home", title: "At home", minutes: 60 }, { id: "hives", title: "Hives", minutes: 40 }],
  modules: [
    { id: "m1", title: "Bees", url: "m1/", minutes: 60, activities: [activity("read", "reading", 20, ["k1"]), activity("walk", "exercise", 40, ["k2"], "hives")] },
    { id: "m2", title: "Hive", url: "m2/", minutes: 40, activities: [activity("quiz", "quiz", 40, ["k1", "k2"])] },
  ],
  levels: ["aware", "practising", "independent", "leading"].map((id) => ({ id, title: id })),
  competencies: [
    { id: "c1", title: "C1", short: "C1", outcomes: [{ id: "k1", text: "name" }, { id: "k2", text: "lift" }] },
    { id: "c2", title: "C2", short: "C2", outcomes: [{ id: "k3", text: "calm" }] },
  ],
  questions: { q1: { outcome: "k1", version: "v1", activity: "quiz" }, q2: { outcome: "k1", version: "v1", activity: "quiz" }, q3: { outcome: "k2", version: "v2", activity: "quiz" } },
};
const at = "2026-11-21T10:00:00.000Z";
const state = (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { at, value }]));
const done = (date, minutes) => ({ date, minutes });

test("hours are summed by setting and module; undone marks do not count", () => {
  const sums = hours(course, state({ "done/read": done("2026-11-20", 20), "done/walk": done("2026-11-19", 40), "done/quiz": null }));
  assert.deepEqual([sums.all, sums.count], [60, 2]);
  assert.deepEqual([...sums.settings], [["hives", 40], ["home", 20]]);
  assert.deepEqual([...sums.modules], [["m1", 60]]);
});

test("hours of an activity that the course has given up still count", () => {
  const entries = state({ "done/gone": done("2026-11-20", 15), "done/read": done("2026-11-21", 20) });
  assert.equal(hours(course, entries).all, 35);
  assert.deepEqual(log(course, entries).map(({ id, activity }) => [id, activity === null]), [["gone", true], ["read", false]]);
});

test("the first day of rating is before, the last one after", () => {
  const entries = state({
    "rating/k1/2026-01-10": { level: "aware" },
    "rating/k1/2026-03-10": { level: "practising" },
    "rating/k1/2026-06-10": { level: "independent" },
    "rating/k2/2026-01-10": { level: "practising" },
  });
  const [first, second] = profile(course, entries);
  assert.deepEqual([first.before, first.after, first.rated, first.outcomes], [1.5, 2.5, 2, 2]);
  assert.deepEqual([second.before, second.after, second.rated], [null, null, 0]);
});

test("scores count only answers that were checked, to questions that exist", () => {
  const entries = state({
    "answer/q1": { given: "a", of: "v1", score: 1 },
    "answer/q2": { given: "a", of: "v1", score: 0 },
    "answer/q3": { given: "a", of: "v1" },
    "answer/gone": { given: "a", of: "v1", score: 0 },
  });
  assert.deepEqual([...scores(course, entries)], [["k1", 0.5]]);
  assert.deepEqual([...changed(course, entries)], [["quiz", 1]]);
});

test("advice begins with what comes next, and says why", () => {
  assert.deepEqual(advice(course, {}).map(({ activity, reason }) => [activity.id, reason]), [["read", "next"]]);
  const entries = state({
    "done/read": done("2026-11-20", 20),
    "answer/q1": { given: "a", of: "v1", score: 0.25 },
    "rating/k2/2026-01-10": { level: "aware" },
  });
  const found = advice(course, entries);
  assert.deepEqual(found.map(({ activity, reason }) => [activity.id, reason]), [["walk", "next"], ["quiz", "score"]]);
  assert.equal(found[1].outcome.text, "name");
});

test("a low rating suggests something that trains it", () => {
  const entries = state({ "rating/k2/2026-01-10": { level: "aware" } });
  assert.deepEqual(advice(course, entries).map(({ activity, reason, level }) => [activity.id, reason, level?.id]), [["read", "next", undefined], ["walk", "rating", "aware"]]);
});

test("who has done everything gets no advice", () => {
  const entries = state(Object.fromEntries(["read", "walk", "quiz"].map((id) => [`done/${id}`, done("2026-11-20", 1)])));
  assert.deepEqual(advice(course, entries), []);
});
