import assert from "node:assert/strict";
import { test } from "node:test";

import { migrate } from "../../overrides/assets/learning/schema.js";
import { State, today } from "../../overrides/assets/learning/state.js";
import { memory, namesIn } from "../../overrides/assets/learning/storage.js";

const PREFIX = "course:bees:/course/:";
const open = (more = {}) => new State({ course: "bees", path: "/course/", lasting: memory(), passing: memory(), ...more });

test("what is set can be read again, also by the next page", () => {
  const lasting = memory();
  assert.equal(open({ lasting }).set("draft/a/b", { text: "kept" }), true);
  assert.deepEqual(open({ lasting }).get("draft/a/b"), { text: "kept" });
  assert.deepEqual(open({ lasting, course: "wasps" }).get("draft/a/b"), null);
  assert.deepEqual(open({ lasting, path: "/other/" }).get("draft/a/b"), null);
});

test("a list holds what begins alike and is not erased", () => {
  const state = open();
  state.set("draft/a/b", { text: "1" });
  state.set("draft/a/c", { text: "2" });
  state.set("draft/ab/c", { text: "3" });
  state.set("draft/a/b", null);
  assert.deepEqual(state.list("draft/a/"), [["draft/a/c", { text: "2" }]]);
});

test("what is no entry is refused", () => {
  assert.throws(() => open().set("done/a", { minutes: "5" }), TypeError);
  assert.throws(() => open().set("unknown/a", { text: "x" }), TypeError);
});

test("two tabs lose nothing", () => {
  const lasting = memory();
  const [one, two] = [open({ lasting }), open({ lasting })];
  one.get("draft/a/b");
  two.get("draft/a/b");
  one.set("draft/a/b", { text: "from one" });
  two.set("done/a", { date: "2026-11-21", minutes: 5 });
  two.set("draft/a/b", { text: "from two" });
  assert.deepEqual(one.get("draft/a/b"), { text: "from two" });
  assert.deepEqual(one.earlier("draft/a/b").map(({ value }) => value.text), ["from one"]);
  assert.deepEqual(one.get("done/a"), { date: "2026-11-21", minutes: 5 });
});

test("an ordinary edit leaves no earlier version", () => {
  const state = open();
  for (const text of ["a", "b", "c"]) state.set("draft/a/b", { text });
  assert.deepEqual(state.earlier("draft/a/b"), []);
});

test("a later change wins even where the clock was set back", () => {
  const lasting = memory();
  open({ lasting, now: () => Date.parse("2030-01-01") }).set("draft/a/b", { text: "future" });
  const state = open({ lasting, now: () => Date.parse("2026-01-01") });
  state.get("draft/a/b");
  state.set("draft/a/b", { text: "now" });
  assert.equal(state.get("draft/a/b").text, "now");
});

test("another tab is heard, other programs are not", () => {
  const state = open();
  const heard = [];
  state.subscribe((keys) => heard.push(...keys));
  for (const name of [`${PREFIX}done/a`, `${PREFIX}schema`, "course:wasps:/course/:done/b", "theirs"]) state.changedElsewhere(name);
  assert.deepEqual(heard, ["done/a"]);
});

test("where storage is blocked the page remembers, and says that nothing is kept", () => {
  const state = open({ lasting: null, passing: null });
  assert.equal(state.set("draft/a/b", { text: "x" }), false);
  assert.equal(state.get("draft/a/b").text, "x");
  assert.equal(state.condition.place, "page");
});

test("a full storage is said, and what was kept stays", () => {
  const lasting = memory();
  const state = open({ lasting });
  state.set("draft/a/b", { text: "x" });
  lasting.setItem = () => {
    throw new Error("full");
  };
  assert.equal(state.set("draft/a/b", { text: "y" }), false);
  assert.equal(state.condition.full, true);
  assert.equal(state.get("draft/a/b").text, "x");
});

test("damaged entries are set aside and never lost", () => {
  const lasting = memory();
  open({ lasting }).set("draft/a/b", { text: "x" });
  lasting.setItem(`${PREFIX}done/a`, "{broken");
  lasting.setItem(`${PREFIX}done/b`, '{"at":"yesterday","value":null}');
  const state = open({ lasting });
  assert.equal(state.condition.damaged, 2);
  assert.equal(state.get("draft/a/b").text, "x");
  assert.deepEqual(namesIn(lasting, PREFIX), ["damaged/1", "damaged/2", "draft/a/b", "schema"]);
  assert.equal(lasting.getItem(`${PREFIX}damaged/1`), "done/a {broken");
});

test("what a newer version keeps is left alone", () => {
  const lasting = memory();
  lasting.setItem(`${PREFIX}schema`, "9");
  lasting.setItem(`${PREFIX}done/a`, "from the future");
  const state = open({ lasting });
  assert.deepEqual([state.condition.newer, state.condition.place], [true, "page"]);
  assert.equal(state.set("draft/a/b", { text: "x" }), false);
  assert.equal(lasting.getItem(`${PREFIX}done/a`), "from the future");
});

test("erasing takes all that is ours and nothing else", () => {
  const lasting = memory();
  lasting.setItem("theirs", "stays");
  lasting.setItem("course:bees:/other/:done/a", "stays");
  const state = open({ lasting });
  state.set("done/a", { date: "2026-11-21", minutes: 5 });
  state.erase();
  assert.deepEqual([lasting.length, namesIn(lasting, PREFIX)], [2, []]);
});

test("on a shared computer entries live in the tab", () => {
  const [lasting, passing] = [memory(), memory()];
  const state = open({ lasting, passing });
  state.set("draft/a/b", { text: "x" });
  state.shared = true;
  assert.equal(state.condition.place, "tab");
  assert.deepEqual(namesIn(lasting, PREFIX), ["shared"]);
  assert.equal(open({ lasting, passing }).get("draft/a/b").text, "x");
  assert.equal(open({ lasting }).get("draft/a/b"), null);
  state.shared = false;
  assert.deepEqual([namesIn(passing, PREFIX), state.condition.place], [[], "browser"]);
  assert.equal(open({ lasting }).get("draft/a/b").text, "x");
});

test("what is exported and put elsewhere is the same", () => {
  const [one, two] = [open(), open()];
  one.set("draft/a/b", { text: "x" });
  one.set("done/a", { date: "2026-11-21", minutes: 5 });
  two.put(one.all());
  assert.deepEqual(two.all(), one.all());
});

const MIGRATIONS = {
  1: ({ entries, ...rest }) => ({ ...rest, entries: Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key.replace("note/", "journal/"), entry])) }),
};
const note = { at: "2026-11-21T10:00:00.000Z", value: { text: "x", date: "2026-11-21" } };

test("a state of an older version migrates", () => {
  const { state, damaged } = migrate({ schema: 1, course: "bees", entries: { "note/a": note, "what/a": note } }, MIGRATIONS, 2);
  assert.deepEqual(state, { schema: 2, course: "bees", entries: { "journal/a": note } });
  assert.deepEqual(damaged, ["what/a"]);
});

test("a state of a newer version is refused, and so is what is none", () => {
  assert.deepEqual(migrate({ schema: 2, entries: {} }), { problem: "newer" });
  for (const none of [null, [], "text", {}, { schema: "1", entries: {} }, { schema: 1 }]) assert.deepEqual(migrate(none), { problem: "damaged" });
});

test("what an older version kept in the browser migrates in place", () => {
  const lasting = memory();
  lasting.setItem(`${PREFIX}schema`, "1");
  lasting.setItem(`${PREFIX}note/a`, JSON.stringify(note));
  const state = open({ lasting, migrations: MIGRATIONS, schema: 2 });
  assert.deepEqual(state.list(), [["journal/a", note.value]]);
  assert.deepEqual(namesIn(lasting, PREFIX), ["journal/a", "schema"]);
  assert.equal(lasting.getItem(`${PREFIX}schema`), "2");
});

test("a date is the learner's own day", () => {
  assert.equal(today(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
});
