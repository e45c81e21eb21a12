// A survey's answers as a file. Pure, so that node can test it. The file says which survey it answers and on which day
// it was saved; it has a name only if one was typed in. `sheet` is a random sign of this form in this browser: it tells
// that two files are versions of one form, and nothing about who filled it in.
//
// Answers stand by question: {given: "option" | ["option", …], text: "…"}, each part only where there is one.

import { checksum } from "../learning/archive.js";
import { canonical } from "../learning/merge.js";

export const FORMAT = "course-survey";
export const SCHEMA = 1;

const content = ({ survey, sheet, name, answers }) => ({ survey, sheet, ...(name ? { name } : {}), answers });

/** The text of a file. */
export function packAnswers(form, made) {
  const file = { format: FORMAT, schema: SCHEMA, course: form.course, made, checksum: checksum(canonical(content(form))), ...content(form) };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Whether what the file says of itself fits what it holds. */
export const isWhole = (file) => checksum(canonical(content(file))) === file.checksum;
