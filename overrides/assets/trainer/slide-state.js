// What slides do, without a page: keys, the way through them, and a clock that two windows share. Pure, so that node can test it.

const KEYS = {
  ArrowDown: "next", PageDown: "next", " ": "next", ArrowUp: "previous", PageUp: "previous", Home: "first", End: "last", Escape: "leave",
};
const LETTERS = { f: "full", p: "presenter", b: "black", ".": "black", "?": "help" };

/** What a key asks for, or undefined. `letters` says whether letters count, since people who dictate can do without them. */
export function actionOf({ key, shiftKey, ctrlKey, altKey, metaKey }, { rightToLeft = false, letters = true } = {}) {
  if (ctrlKey || altKey || metaKey) return undefined;
  if (key === " " && shiftKey) return "previous";
  if (key === "ArrowRight") return rightToLeft ? "previous" : "next";
  if (key === "ArrowLeft") return rightToLeft ? "next" : "previous";
  return KEYS[key] ?? (letters ? LETTERS[key.toLowerCase()] : undefined);
}

/** The slide that an action leads to, by its place from 0. */
export function moved(place, action, last) {
  const steps = { next: place + 1, previous: place - 1, first: 0, last };
  return Math.min(Math.max(steps[action] ?? place, 0), last);
}

/** Which way a finger went over a slide, `{x, y}` in pixels: an action, or undefined for a tap or a scroll. */
export function swiped({ x, y }, rightToLeft = false) {
  if (Math.abs(x) < 50 || Math.abs(x) < 2 * Math.abs(y)) return undefined;
  return x < 0 !== rightToLeft ? "next" : "previous";
}

/** A clock that stands still, at zero. `since` is the moment at which it was started, `before` what it had counted then, in ms. */
export const STILL = { since: null, before: 0 };

/** What a clock has counted, in ms. It goes by moments, so that a sleeping tab loses nothing. */
export const counted = ({ since, before }, now) => before + (since === null ? 0 : Math.max(0, now - since));

/** The clock stopped if it runs, and started if it stands still. */
export const toggled = (clock, now) =>
  clock.since === null ? { ...clock, since: now } : { since: null, before: counted(clock, now) };

/** Of two states that windows have, the one that was changed last; each has `changed`, a moment. */
export const newer = (mine, theirs) => (theirs.changed > mine.changed ? theirs : mine);

/** A length of time as clocks show it: `4:05`, `1:04:05`; negative below zero. */
export function face(ms) {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return `${ms <= -1000 ? "−" : ""}${h ? `${h}:${two(m)}` : m}:${two(s)}`;
}
