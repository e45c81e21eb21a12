import assert from "node:assert/strict";
import { test } from "node:test";

import { checksum, pack, unpack } from "../../overrides/assets/learning/archive.js";

const state = {
  schema: 1,
  course: "bees",
  entries: {
    "draft/a/b": { at: "2026-11-21T10:00:00.000Z", value: { text: "Möten på tisdagar – “varje” vecka" } },
    "done/a": { at: "2026-11-21T10:00:00.000Z", value: null },
  },
};
const text = pack(state, "2026-11-21");

test("a file gives back what was packed", () => {
  assert.deepEqual(unpack(text, "bees"), { state, made: "2026-11-21" });
});

test("the checksum is the well-known CRC-32", () => {
  assert.equal(checksum("123456789"), "cbf43926");
});

test("a file that another program has laid out anew is still whole", () => {
  assert.ok(unpack(JSON.stringify(JSON.parse(text)), "bees").state);
});

test("damage is noticed: a letter changed, an entry gone, the end cut off", () => {
  const without = JSON.parse(text);
  delete without.entries["done/a"];
  for (const broken of [text.replace("tisdagar", "onsdagar"), JSON.stringify(without), text.slice(0, -20)]) {
    assert.deepEqual(unpack(broken, "bees"), { problem: "damaged" });
  }
});

test("files of other programs, other courses and newer versions are told apart", () => {
  assert.deepEqual(unpack("", "bees"), { problem: "foreign" });
  assert.deepEqual(unpack("[]", "bees"), { problem: "foreign" });
  assert.deepEqual(unpack("null", "bees"), { problem: "foreign" });
  assert.deepEqual(unpack("%PDF-1.7", "bees"), { problem: "foreign" });
  assert.deepEqual(unpack(text, "wasps"), { problem: "other-course" });
  assert.deepEqual(unpack(pack({ ...state, schema: 99 }, "2026-11-21"), "bees"), { problem: "newer" });
});
