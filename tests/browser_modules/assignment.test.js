import assert from "node:assert/strict";
import { test } from "node:test";

import { checksum } from "../../overrides/assets/learning/archive.js";
import { LONGEST, isDue, packed, unpacked } from "../../overrides/assets/assignment/assignment.js";

const LIST = {
  title: "Före träffen – 2",
  note: "Bring a pen.\n<b>Črta</b> & “quotes”",
  tasks: [{ id: "bee-diary", due: "2026-12-08" }, { id: "smoke-test", due: null }, { id: "first-season", due: "2027-02-28" }],
};
const CODE = packed("bees", LIST);

/** A fragment with a checksum that fits, whatever it holds: what somebody could write on purpose. */
function forged(content, version = 1) {
  const body = `${version}.${Buffer.from(typeof content === "string" ? content : JSON.stringify(content)).toString("base64url")}`;
  return `${body}.${checksum(body)}`;
}

test("what is packed is what is unpacked, with and without the sign before it", () => {
  assert.deepEqual(unpacked(CODE, "bees"), { assignment: LIST });
  assert.deepEqual(unpacked(`#${CODE}`, "bees"), { assignment: LIST });
});

test("the form of the link is fixed: links on paper live for years", () => {
  const small = packed("bees", { title: "A", note: "", tasks: [{ id: "bee-diary", due: "2026-12-08" }] });
  assert.equal(small, "1.WyJiZWVzIiwiQSIsIiIsImJlZS1kaWFyeSIsMjA3OTVd.4d84811a");
  assert.match(CODE, /^1\.[\w-]+\.[0-9a-f]{8}$/);
});

test("a full stop behind a link in a sentence does no harm, nor do capitals in the checksum", () => {
  assert.ok(unpacked(`${CODE}).`, "bees").assignment);
  assert.ok(unpacked(CODE.slice(0, -8) + CODE.slice(-8).toUpperCase(), "bees").assignment);
});

test("nothing, and something else", () => {
  assert.deepEqual(unpacked("", "bees"), { problem: "none" });
  assert.deepEqual(unpacked("#", "bees"), { problem: "none" });
  assert.deepEqual(unpacked("#what-to-do", "bees"), { problem: "foreign" });
  assert.deepEqual(unpacked("#0.abc.00000000", "bees"), { problem: "foreign" });
});

test("every change of a single character is noticed", () => {
  for (let place = 2; place < CODE.length; place += 1) {
    const other = CODE[place] === "a" ? "b" : "a";
    const { assignment, problem } = unpacked(CODE.slice(0, place) + other + CODE.slice(place + 1), "bees");
    assert.equal(assignment, undefined, `at ${place}`);
    assert.ok(["damaged", "incomplete"].includes(problem), `at ${place}: ${problem}`);
  }
});

test("a link whose end is missing is told apart, and what stands in it is named without its dates", () => {
  for (const length of [CODE.length - 1, CODE.length - 8, CODE.length - 9, CODE.length - 20]) {
    assert.equal(unpacked(CODE.slice(0, length), "bees").problem, "incomplete", `${length}`);
  }
  const found = unpacked(CODE.slice(0, CODE.length - 30), "bees");
  assert.deepEqual(found, { problem: "incomplete", readable: ["bee-diary", "smoke-test"] });
  const damaged = unpacked(CODE.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")), "bees");
  assert.deepEqual(damaged, { problem: "damaged", readable: ["bee-diary", "smoke-test", "first-season"] });
});

test("a link of another course and one of a newer version say so", () => {
  assert.equal(unpacked(CODE, "birds").problem, "other-course");
  assert.deepEqual(unpacked(forged(["bees", "", "", "bee-diary", 0], 2), "bees"), { problem: "newer" });
});

test("a forged link with a right checksum is held to the form", () => {
  const day = 20795;
  const wrong = [
    "no JSON", {}, null, [], ["bees"], ["bees", "", ""], ["bees", 1, "", "bee-diary", 0], ["bees", "", null, "bee-diary", 0],
    ["bees", "", "", "bee-diary"], ["bees", "", "", "../bee-diary", 0], ["bees", "", "", "__proto__", 0], ["bees", "", "", "Bee", 0],
    ["bees", "", "", "bee-diary", "soon"], ["bees", "", "", "bee-diary", 1], ["bees", "", "", "bee-diary", 1e9], ["bees", "", "", "bee-diary", 20795.5],
    ["bees", "", "", "bee-diary", day, "bee-diary", day], ["bees", "x".repeat(LONGEST.title + 1), "", "bee-diary", 0],
    ["bees", "", "x".repeat(LONGEST.note + 1), "bee-diary", 0],
    ["bees", "", "", ...Array.from({ length: LONGEST.tasks + 1 }, (_, place) => [`a-${place}`, 0]).flat()],
  ];
  for (const content of wrong) {
    const { assignment, problem } = unpacked(forged(content), "bees");
    assert.equal(assignment, undefined, JSON.stringify(content));
    assert.equal(problem, "damaged", JSON.stringify(content));
  }
  assert.ok(unpacked(forged(["bees", "", "", "bee-diary", day]), "bees").assignment, "the same, well formed");
});

test("what cannot be seen is taken out: marks that turn a text, and control characters", () => {
  const { assignment } = unpacked(forged(["bees", "a\u202Eb\u0007\nc", "x\u200By\u0000\n z", "bee-diary", 0]), "bees");
  assert.deepEqual([assignment.title, assignment.note], ["ab c", "xy\n z"]);
});

test("a due date is a day of this century", () => {
  assert.deepEqual(["2026-12-08", "2026-02-31", "1999-01-01", "", "8.12.2026", "2100-01-01"].map(isDue), [true, false, false, false, false, false]);
});
