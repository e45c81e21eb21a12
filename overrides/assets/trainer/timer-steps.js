// What a timer knows of its steps, without a page. Pure, so that node can test it. Lengths are in ms.

import { counted } from "./slide-state.js";

const MINUTE = 60_000;

/** The minutes from one to the other in a cell such as `6–18`, or 0 for anything else. */
export function minutesOf(cell) {
  const [, from, to] = /^\s*(\d+)\s*[–-]\s*(\d+)\s*$/.exec(cell) ?? [];
  return from === undefined ? 0 : Math.max(0, to - from);
}

/** What is left of a step of some minutes; below zero when it takes longer. */
export const left = (minutes, clock, now) => minutes * MINUTE - counted(clock, now);

/** What to say aloud when what is left of a step of some minutes went from `before` to `after`: “minute”, “up”, or nothing. */
export function passed(minutes, before, after) {
  if (before > 0 && after <= 0) return "up";
  return minutes > 1 && before > MINUTE && after <= MINUTE && after > 0 ? "minute" : undefined;
}
