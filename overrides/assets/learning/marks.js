// Done marks: the button on an activity's page, and what is done in the menu and in a module's list.

import { day, fill, limits, make, words } from "./page-words.js";
import { state, today } from "./state.js";

const part = document.querySelector("[data-done]");
const progress = document.querySelector("p.progress");
const spots = [...document.querySelectorAll("[data-activity]")].map((element) => {
  const mark = make("small", { className: "done-mark" });
  element.append(mark);
  return { element, mark, id: element.dataset.activity };
});

const doneOf = (id) => state.get(`done/${id}`);

function show() {
  for (const { element, mark, id } of spots) {
    const done = doneOf(id);
    const said = element.localName === "a" ? words.done : done && fill(words.doneOn, { date: day(done.date) });
    mark.replaceChildren(...(done ? [" · ", make("span", { "aria-hidden": "true" }, "✓ "), said] : []));
  }
  if (progress) {
    const listed = spots.filter(({ element }) => element.localName !== "a");
    const done = listed.filter(({ id }) => doneOf(id)).length;
    const said = fill(progress.dataset.words, { done, all: listed.length });
    progress.replaceChildren(make("span", { id: "progress-words" }, said), " ", make("progress", { max: listed.length, value: done, "aria-labelledby": "progress-words" }));
    progress.hidden = !done;
  }
  if (!part) return;
  const done = Boolean(doneOf(part.dataset.done));
  button.textContent = done ? button.dataset.undo : button.dataset.mark;
  button.classList.toggle("quiet", done);
}

/** Says when it was done, and what stands in the way of keeping it. */
function say(undone) {
  const done = doneOf(part.dataset.done);
  const said = done ? fill(status.dataset.doneOn, { date: day(done.date) }) : undone ? status.dataset.undone : "";
  status.textContent = [said, done || undone ? limits() : ""].filter(Boolean).join(" ");
}

const button = part?.querySelector("button");
const status = part?.querySelector("[role=status]");
if (part) {
  const { done: id, minutes } = part.dataset;
  // Where one left off is remembered only once somebody has begun to use what the course remembers.
  const here = () => state.get("place")?.activity !== id && state.set("place", { activity: id });
  button.addEventListener("click", () => {
    const isDone = doneOf(id);
    state.set(`done/${id}`, isDone ? null : { date: today(), minutes: Number(minutes) });
    here();
    show();
    say(isDone);
  });
  part.hidden = false;
  say(false);
  if (state.list().length) here();
}
show();
state.subscribe(show);
