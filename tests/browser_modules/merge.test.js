import assert from "node:assert/strict";
import { test } from "node:test";

import { canonical, changes, merge, mergeEntries } from "../../overrides/assets/learning/merge.js";

const at = (minute) => `2026-11-21T10:${String(minute).padStart(2, "0")}:00.000Z`;
const text = (minute, words) => ({ at: at(minute), value: { text: words } });
const state = (entries) => ({ schema: 1, course: "bees", entries });

test("the newest version of an entry wins", () => {
  const old = { at: at(1), value: { date: "2026-11-20", minutes: 5 } };
  const young = { at: at(2), value: null };
  assert.deepEqual(mergeEntries(old, young), young);
  assert.deepEqual(mergeEntries(young, old), young);
});

test("an entry that one side does not know is kept", () => {
  const merged = merge(state({ "draft/a/b": text(1, "mine") }), state({ "draft/a/c": text(1, "theirs") }));
  assert.deepEqual(Object.keys(merged.entries), ["draft/a/b", "draft/a/c"]);
});

test("of two texts that were written apart both are kept", () => {
  const merged = mergeEntries(text(1, "on the train"), text(2, "at the office"));
  assert.deepEqual(merged, { ...text(2, "at the office"), earlier: [text(1, "on the train")] });
});

test("a text that lives on in a newer one is not kept twice", () => {
  assert.deepEqual(mergeEntries(text(1, "on the"), text(2, "on the train")), text(2, "on the train"));
  assert.deepEqual(mergeEntries(text(1, "same"), text(2, "same")), text(2, "same"));
});

test("what was erased stays erased, also beside a later text", () => {
  const erased = { at: at(2), value: null };
  assert.deepEqual(mergeEntries(text(1, "secret"), erased), erased);
  const again = mergeEntries(erased, text(3, "new"));
  assert.deepEqual(mergeEntries(again, text(1, "secret")), again);
  assert.ok(!canonical(again).includes("secret"));
});

test("the order of merging never matters, and merging twice changes nothing", () => {
  let seed = 7;
  const random = (limit) => (seed = (seed * 48271) % 2147483647) % limit;
  const words = ["a", "b", "ab", "abc", "ba"];
  const entry = () => ({ at: at(random(6)), value: random(4) ? { text: words[random(5)] } : null });
  for (let round = 0; round < 3000; round += 1) {
    const [a, b, c] = [entry(), entry(), entry()];
    const said = [mergeEntries(mergeEntries(a, b), c), mergeEntries(a, mergeEntries(b, c)), mergeEntries(mergeEntries(c, a), b)];
    assert.equal(canonical(said[0]), canonical(said[1]), JSON.stringify([a, b, c]));
    assert.equal(canonical(said[0]), canonical(said[2]), JSON.stringify([a, b, c]));
    assert.equal(canonical(mergeEntries(said[0], a)), canonical(said[0]), JSON.stringify([a, b, c]));
  }
});

test("a preview says what would be new, changed, erased and kept", () => {
  const mine = state({
    "done/a": { at: at(1), value: { date: "2026-11-20", minutes: 5 } },
    "draft/a/b": text(5, "mine"),
    "rating/x/2026-11-20": { at: at(5), value: { level: "aware" } },
    place: { at: at(1), value: { activity: "a" } },
  });
  const theirs = state({
    "done/a": { at: at(2), value: null },
    "done/b": { at: at(2), value: { date: "2026-11-20", minutes: 5 } },
    "draft/a/b": text(4, "theirs"),
    "rating/x/2026-11-20": { at: at(4), value: { level: "leading" } },
    place: { at: at(1), value: { activity: "a" } },
  });
  assert.deepEqual(changes(mine, merge(mine, theirs), theirs), {
    added: ["done/b"],
    changed: ["draft/a/b"],
    erased: ["done/a"],
    kept: ["rating/x/2026-11-20"],
    same: ["place"],
  });
});
