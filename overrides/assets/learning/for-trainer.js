// What of a learner's state may go to a trainer: hours, done marks, results and self-ratings, and no text. Pure, so that
// node can test it. Moments are left out as well: nobody has to know at what hour somebody learned.

import { checksum } from "./archive.js";
import { canonical } from "./merge.js";
import { kindOf } from "./schema.js";

export const FORMAT = "course-progress";

const PARTS = {
  done: ({ date, minutes }) => ({ date, minutes }),
  rating: ({ level }) => ({ level }),
  answer: ({ of, score }) => (typeof score === "number" ? { of, score } : null),
  person: ({ id }) => ({ id }),
};

/** Entries without texts and moments: {key: {value}}. */
export function withoutTexts(entries) {
  const kept = Object.entries(entries).flatMap(([key, { value }]) => {
    const part = value && PARTS[kindOf(key)]?.(value);
    return part ? [[key, { value: part }]] : [];
  });
  return Object.fromEntries(kept);
}

/** Whether entries are such as `withoutTexts` makes. */
export const isWithoutTexts = (entries) => canonical(withoutTexts(entries)) === canonical(entries);

export const sumOf = ({ name, entries }) => checksum(canonical({ name, entries }));

/** The text of a file for a trainer; `made` is the day on which it is made. */
export function packForTrainer({ course, entries }, name, made) {
  const content = { name, entries: withoutTexts(entries) };
  return `${JSON.stringify({ format: FORMAT, schema: 1, course, made, checksum: sumOf(content), ...content }, null, 1)}\n`;
}
