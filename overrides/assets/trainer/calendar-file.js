// A plan as an iCalendar file (RFC 5545), by which calendars update their entries.
//
// An entry keeps its UID through all changes of a plan: it is made of the plan's id and that of the session, block or
// task. SEQUENCE is the number of seconds since 2020, so that it rises with every file that anyone with the plan makes.
// A session that a changed plan no longer has is sent once more, cancelled.
//
// Times are in UTC. A floating time would follow each reader's own zone, which the RFC leaves to events that are not
// fixed; a zone by name would need its rules with it. The trainer's zone stands in the plan, so that whoever opens
// its link makes the same times. Days in a row and tasks are whole days, which have no zone.

import { dayNumber, dayText } from "./planning.js";

const EPOCH = Date.UTC(2020, 0, 1);

/** The moment (milliseconds) at which a clock in a zone shows a day's time; `minutes` after midnight. */
export function momentOf(day, minutes, zone) {
  const wall = Date.parse(`${day}T00:00Z`) + minutes * 6e4;
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
  const shown = (moment) => {
    const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
  };
  const near = wall - (shown(wall) - wall);
  return near - (shown(near) - wall);
}

const utc = (moment) => `${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
const wholeDay = (day) => day.replaceAll("-", "");
const dayAfter = (day) => dayText(dayNumber(day) + 1);

export const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line in pieces of at most 75 octets; no character is cut. */
export function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [""];
  let room = 75;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (octets > room) {
      pieces.push("");
      room = 74; // a blank stands before it
    }
    pieces[pieces.length - 1] += character;
    room -= octets;
  }
  return pieces.join("\r\n ");
}

/**
 * The file. `entries` are {id, summary, description?, url?, day, last?, minutes?, length?, free?, cancelled?}: a whole day (or
 * days, to `last`), or `length` minutes from `minutes` after midnight.
 */
export function calendarFile({ name, plan, course, zone, entries, now }) {
  const stamp = utc(now);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:coursesite planner", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", `NAME:${escaped(name)}`];
  for (const entry of entries) {
    const timed = entry.length !== undefined;
    const begin = timed && momentOf(entry.day, entry.minutes, zone);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${entry.id}.${plan}@${course}`,
      `DTSTAMP:${stamp}`,
      `LAST-MODIFIED:${stamp}`,
      `SEQUENCE:${Math.floor((now - EPOCH) / 1000)}`,
      timed ? `DTSTART:${utc(begin)}` : `DTSTART;VALUE=DATE:${wholeDay(entry.day)}`,
      timed ? `DTEND:${utc(begin + entry.length * 6e4)}` : `DTEND;VALUE=DATE:${wholeDay(dayAfter(entry.last ?? entry.day))}`,
      `SUMMARY:${escaped(entry.summary)}`,
    );
    if (entry.description) lines.push(`DESCRIPTION:${escaped(entry.description)}`);
    if (entry.url) lines.push(`URL:${entry.url}`);
    lines.push(`STATUS:${entry.cancelled ? "CANCELLED" : "CONFIRMED"}`, `TRANSP:${entry.free ? "TRANSPARENT" : "OPAQUE"}`, "END:VEVENT");
  }
  lines.push("END:VCALENDAR");
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
