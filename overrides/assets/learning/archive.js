// A learner's state as a file, and back. Pure, so that node can test it.

import { canonical } from "./merge.js";
import { migrate } from "./schema.js";

const FORMAT = "course-learning";

/** A CRC-32 of a text: enough to notice that a file was damaged on its way. */
export function checksum(text) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 && 0xedb88320);
  }
  return (~crc >>> 0).toString(16).padStart(8, "0");
}

/** A random sign of 16 letters and digits. */
export function randomSign() {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The text of a file that holds a state; `made` is the day on which it is made. */
export function pack({ schema, course, entries }, made) {
  const archive = { format: FORMAT, schema, course, made, checksum: checksum(canonical(entries)), entries };
  return `${JSON.stringify(archive, null, 1)}\n`;
}

/** What a file holds: {state, made}, or {problem}: “foreign”, “other-course”, “newer”, “damaged”. */
export function unpack(text, course) {
  let archive;
  try {
    archive = JSON.parse(text);
  } catch {
    return { problem: text.includes(FORMAT) ? "damaged" : "foreign" };
  }
  if (archive?.format !== FORMAT) return { problem: "foreign" };
  if (archive.course !== course) return { problem: "other-course" };
  const { state, problem, damaged } = migrate({ schema: archive.schema, course, entries: archive.entries });
  if (problem) return { problem };
  if (damaged.length || checksum(canonical(archive.entries)) !== archive.checksum) return { problem: "damaged" };
  return { state, made: String(archive.made) };
}
