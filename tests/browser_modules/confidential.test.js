import assert from "node:assert/strict";
import { test } from "node:test";

import { suspicious } from "../../overrides/assets/learning/confidential.js";

const PAGE = "When you write about Maria Lindgren, the mother in this case, keep it short. As yesterday, and when you like, i can.";

test("personal numbers of the course's countries and their neighbours are found", () => {
  const numbers = ["811218-9876", "19811218-9876", "8112189876", "131052-308T", "010190+1234", "010190 12345", "01019012345",
    "0101006500006", "RSSMRA85T10A562S", "rssmra85t10a562s", "123456789", "123 456 789"];
  for (const number of numbers) assert.deepEqual(suspicious(`Her number is ${number}.`, PAGE).number, [number], number);
});

test("phone numbers are found as people write them", () => {
  for (const number of ["+46 70 123 45 67", "070-123 45 67", "+386 (0)1 234 56 78", "22 33 44 55", "+39 06 1234567", "912345678"]) {
    assert.deepEqual(suspicious(`Call ${number}, please`, PAGE).number, [number], number);
  }
});

test("dates, years, times, amounts and small numbers are let through", () => {
  const plain = "On 2026-11-21 and 21.11.2026, 3/4/2026, in 2024–2026, at 10.30–11.45, 4 of 12 families, 1 500 000 kroner, 160 hours.";
  assert.deepEqual(suspicious(plain, PAGE), { email: [], number: [], name: [] });
});

test("e-mail addresses are found, and nothing else in them", () => {
  assert.deepEqual(suspicious("Write to anna.berg+x@helse.example.no!", PAGE), { email: ["anna.berg+x@helse.example.no"], number: [], name: [] });
});

test("full names are found, with particles, hyphens and letters of all languages, each once", () => {
  for (const name of ["Anna Berg", "Žiga Črnčič", "Maria da Silva", "Karl-Johan Östlund", "Ana Marija Novak Kos", "Conor O’Neil"]) {
    assert.deepEqual(suspicious(`I met ${name} and ${name} there`, PAGE).name, [name], name);
  }
});

test("a name is found at the beginning of a sentence, but an ordinary word there is none", () => {
  assert.deepEqual(suspicious("Anna Berg rang.", PAGE).name, ["Anna Berg"]);
  assert.deepEqual(suspicious("When Anna came. Yesterday Anna left.\nI Anna", PAGE).name, []);
  assert.deepEqual(suspicious("When Anna Berg came", PAGE).name, ["Anna Berg"]);
});

test("invented names of the page, single names and abbreviations are let through", () => {
  assert.deepEqual(suspicious("Like Maria Lindgren, the mother in the ADHD TEAM saw NAV and Oslo.", PAGE).name, []);
});
