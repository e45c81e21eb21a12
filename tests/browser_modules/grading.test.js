import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { grade } from "../../overrides/assets/learning/grading.js";

const cases = JSON.parse(readFileSync(new URL("../cases/grading.json", import.meta.url), "utf-8"));

for (const { name, key, given, ...expected } of cases) {
  test(name, () => {
    const { score, ...rest } = grade(key, given);
    assert.ok(score === expected.score || Math.abs(score - expected.score) < 1e-9, `${score}, expected ${expected.score}`);
    assert.deepEqual({ score: expected.score, ...rest }, expected);
  });
}
