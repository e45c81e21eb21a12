// An assignment of homework as the fragment of a link. Pure, so that node can test it.
//
//   1.<base64url of JSON in UTF-8>.<CRC-32 of all before it, 8 hex digits>
//
// The JSON is one flat list: [course, title, note, task, due, task, due, …]. A due date is the number of days since
// 1970, or 0 where there is none. The 1 is the version. Browsers never send a fragment, so no server sees it.

import { checksum } from "../learning/archive.js";

const VERSION = 1;
const DAY = 864e5;
const [FIRST_DAY, LAST_DAY] = [Date.UTC(2020, 0, 1) / DAY, Date.UTC(2100, 0, 1) / DAY];
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export const LONGEST = { title: 80, note: 600, tasks: 60 };

const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** A text without what cannot be seen, such as marks that turn its direction; lines stay where they are wanted. */
const visible = (text, hasLines) =>
  text.replace(/\r\n?/g, "\n").replace(CONTROL, (sign) => (sign === "\n" && hasLines ? sign : sign === "\n" || sign === "\t" ? " " : "")).trim();

const dayOf = (date) => (date ? Date.parse(`${date}T00:00Z`) / DAY : 0);
const dateOf = (day) => (day ? new Date(day * DAY).toISOString().slice(0, 10) : null);
const isDay = (day) => day === 0 || (Number.isInteger(day) && day >= FIRST_DAY && day < LAST_DAY);

/** Whether a date can be a due date. */
export const isDue = (date) => /^\d{4}-\d\d-\d\d$/.test(date) && isDay(dayOf(date)) && dateOf(dayOf(date)) === date;

function encoded(text) {
  const bytes = new TextEncoder().encode(text);
  const packed = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return packed.replace(/\+/g, "-").replace(/[/]/g, "_").replace(/=+$/, "");
}

function decoded(packed) {
  const whole = packed.slice(0, packed.length - (packed.length % 4 === 1 ? 1 : 0));
  const text = atob(whole.replace(/-/g, "+").replace(/_/g, "/"));
  return new TextDecoder().decode(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
}

/** The fragment of an assignment {title, note, tasks: [{id, due}]}, without “#”. A due date is ISO, or null. */
export function packed(course, { title, note, tasks }) {
  const content = [course, visible(title, false), visible(note, true), ...tasks.flatMap(({ id, due }) => [id, dayOf(due)])];
  const body = `${VERSION}.${encoded(JSON.stringify(content))}`;
  return `${body}.${checksum(body)}`;
}

function assignment([, title, note, ...rest]) {
  const isText = (text, longest) => typeof text === "string" && text.length <= longest;
  if (!isText(title, LONGEST.title) || !isText(note, LONGEST.note) || rest.length % 2 || !rest.length || rest.length > 2 * LONGEST.tasks) return null;
  const tasks = rest.flatMap((id, place) => (place % 2 ? [] : [{ id, day: rest[place + 1] }]));
  if (!tasks.every(({ id, day }) => typeof id === "string" && ID.test(id) && isDay(day))) return null;
  if (new Set(tasks.map(({ id }) => id)).size < tasks.length) return null;
  return { title: visible(title, false), note: visible(note, true), tasks: tasks.map(({ id, day }) => ({ id, due: dateOf(day) })) };
}

/** Ids of tasks that can still be made out in what is left of a link. */
function remains(body) {
  try {
    return [...new Set([...decoded(body).matchAll(/"([a-z][a-z0-9-]*)",\d/g)].map(([, id]) => id))];
  } catch {
    return [];
  }
}

/**
 * What a fragment says: {assignment}, or {problem}:
 * “none”, “foreign”, “newer”, “incomplete” (its end is missing), “damaged”, “other-course”.
 * With the last but one and the one before it, `readable` has the ids that could be made out; nothing else can be trusted.
 */
export function unpacked(fragment, course) {
  const text = fragment.replace(/^#/, "").replace(/[^\w-]+$/, "");
  if (!text) return { problem: "none" };
  const [, version, body, sum] = /^(\d{1,3})\.([\w-]*)(?:\.([0-9a-f]*))?$/i.exec(text) ?? [];
  if (!version) return text.startsWith(`${VERSION}.`) ? { problem: "damaged", readable: [] } : { problem: "foreign" };
  if (Number(version) > VERSION) return { problem: "newer" };
  if (Number(version) < VERSION) return { problem: "foreign" };
  if ((sum ?? "").length < 8) return { problem: "incomplete", readable: remains(body) };
  if (checksum(`${version}.${body}`) !== sum.toLowerCase()) return { problem: "damaged", readable: remains(body) };
  try {
    const content = JSON.parse(decoded(body));
    if (content[0] !== course) return { problem: typeof content[0] === "string" ? "other-course" : "damaged", readable: [] };
    const made = assignment(content);
    return made ? { assignment: made } : { problem: "damaged", readable: remains(body) };
  } catch {
    return { problem: "damaged", readable: [] };
  }
}
