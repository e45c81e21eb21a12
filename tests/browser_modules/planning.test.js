import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { plan } from "../../overrides/assets/trainer/planning.js";

const cases = JSON.parse(readFileSync(process.env.CASES ?? new URL("../cases/planning.json", import.meta.url), "utf-8"));

for (const { name, works, blocks, wish, expected } of cases) {
  test(name, () => assert.deepEqual(plan(works, blocks, wish), expected));
}
