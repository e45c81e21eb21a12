import assert from "node:assert/strict";
import { test } from "node:test";

import { calendar } from "../../overrides/assets/learning/due-dates.js";

const ENTRY = { id: "bee-diary", title: "Homework, due; \\ \n" + "črta – ".repeat(20), due: "2026-12-31", url: "https://bees.example/m1/bee-diary/" };
const made = (now, entries = [ENTRY]) => calendar({ course: "bees", name: "1a2b3c4d", entries, now: new Date(now) });

test("lines end as the format wants and are 75 octets long at most", () => {
  const lines = made("2026-11-22T10:00:00Z").split("\r\n");
  assert.equal(lines.pop(), "");
  assert.ok(lines.every((line) => !line.includes("\n") && Buffer.byteLength(line) <= 75));
  assert.ok(lines.some((line) => line.startsWith(" ")), "a long line is folded");
  assert.ok(lines.every((line) => !line.includes("\uFFFD")));
});

test("a day that ends a year is followed by the next year", () => {
  const text = made("2026-11-22T10:00:00Z");
  assert.match(text, /DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101/);
});

test("a later file changes the same events", () => {
  const of = (name, text) => text.match(new RegExp(`^${name}:(.*)\r$`, "m"))[1];
  const [first, later] = [made("2026-11-22T10:00:00Z"), made("2026-11-22T10:02:00Z", [{ ...ENTRY, due: "2027-01-05" }])];
  assert.equal(of("UID", first), of("UID", later));
  assert.ok(Number(of("SEQUENCE", later)) > Number(of("SEQUENCE", first)));
});
