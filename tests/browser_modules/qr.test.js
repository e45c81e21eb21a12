import assert from "node:assert/strict";
import { test } from "node:test";

import { path, qr } from "../../overrides/assets/trainer/qr.js";

test("a code grows with its text, and repairs less once its dots get fine", () => {
  const [short, middle, long] = [20, 300, 1200].map((length) => qr("x".repeat(length)));
  assert.deepEqual([short.version, short.level], [2, "M"]);
  assert.deepEqual([middle.version, middle.level], [13, "M"]);
  assert.equal(long.level, "L");
  assert.equal(long.size, 17 + 4 * long.version);
});

test("the longest text that fits, and one letter more", () => {
  assert.equal(qr("x".repeat(2953)).version, 40);
  assert.equal(qr("x".repeat(2954)), null);
  assert.equal(qr("č".repeat(1477)), null, "bytes count, not letters");
});

test("a path draws each dark dot once", () => {
  const code = qr("https://bees.example/");
  const drawn = [...path(code).matchAll(/h(\d+)v1/g)].reduce((sum, [, run]) => sum + Number(run), 0);
  assert.equal(drawn, code.dots.flat().filter(Boolean).length);
});
