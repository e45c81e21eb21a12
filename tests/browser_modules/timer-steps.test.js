import assert from "node:assert/strict";
import { test } from "node:test";

import { STILL, toggled } from "../../overrides/assets/trainer/slide-state.js";
import { left, minutesOf, passed } from "../../overrides/assets/trainer/timer-steps.js";

test("a row of a run sheet takes the minutes of its span", () => {
  assert.deepEqual(["6–18", " 0-5 ", "Break", "", "9", "120–125 min"].map(minutesOf), [12, 5, 0, 0, 0, 0]);
});

test("what is left goes by moments and below zero", () => {
  assert.equal(left(2, STILL, 5), 120_000);
  assert.equal(left(2, toggled(STILL, 0), 150_000), -30_000);
});

test("only the last minute and the end are said, each once", () => {
  assert.equal(passed(5, 60_200, 59_900), "minute");
  assert.equal(passed(5, 59_900, 59_600), undefined);
  assert.equal(passed(5, 100, -100), "up");
  assert.equal(passed(5, -100, -350), undefined);
  assert.equal(passed(5, 200_000, -9000), "up", "a tab that slept over both");
  assert.equal(passed(1, Infinity, 60_000), undefined, "a step of one minute has begun");
});
