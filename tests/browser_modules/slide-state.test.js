import assert from "node:assert/strict";
import { test } from "node:test";

import { actionOf, counted, face, moved, newer, STILL, swiped, toggled } from "../../overrides/assets/trainer/slide-state.js";

test("keys and presenter remotes ask for slides", () => {
  for (const key of ["ArrowRight", "ArrowDown", "PageDown", " "]) assert.equal(actionOf({ key }), "next", key);
  for (const key of ["ArrowLeft", "ArrowUp", "PageUp"]) assert.equal(actionOf({ key }), "previous", key);
  assert.equal(actionOf({ key: " ", shiftKey: true }), "previous");
  assert.equal(actionOf({ key: "B" }), "black");
  assert.equal(actionOf({ key: "x" }), undefined);
});

test("a browser's own shortcuts stay its own, and letters can be switched off", () => {
  for (const modifier of ["ctrlKey", "altKey", "metaKey"]) assert.equal(actionOf({ key: "p", [modifier]: true }), undefined);
  assert.equal(actionOf({ key: "p" }, { letters: false }), undefined);
  assert.equal(actionOf({ key: "End" }, { letters: false }), "last");
});

test("the next slide is to the left where writing runs from right to left", () => {
  assert.equal(actionOf({ key: "ArrowLeft" }, { rightToLeft: true }), "next");
  assert.equal(swiped({ x: 90, y: 3 }, true), "next");
  assert.equal(swiped({ x: 90, y: 3 }), "previous");
});

test("a tap and a scroll are no swipe", () => {
  assert.equal(swiped({ x: 20, y: 0 }), undefined);
  assert.equal(swiped({ x: -90, y: 80 }), undefined);
});

test("nothing leads beyond the first and the last slide", () => {
  assert.deepEqual(["next", "last", "previous", "first"].map((action) => moved(3, action, 3)), [3, 3, 2, 0]);
  assert.equal(moved(0, "previous", 3), 0);
});

test("a clock goes by moments, stops and goes on", () => {
  const running = toggled(STILL, 1000);
  assert.equal(counted(running, 61_000), 60_000);
  const stopped = toggled(running, 61_000);
  assert.equal(counted(stopped, 999_000), 60_000);
  assert.equal(counted(toggled(stopped, 999_000), 1_000_000), 61_000);
});

test("of two windows the one that was changed last is right", () => {
  const [old, young] = [{ changed: 1 }, { changed: 2 }];
  assert.equal(newer(old, young), young);
  assert.equal(newer(young, old), young);
});

test("time reads as on clocks", () => {
  assert.deepEqual([0, 65_000, 3_600_000, -61_000].map(face), ["0:00", "1:05", "1:00:00", "−1:01"]);
});
