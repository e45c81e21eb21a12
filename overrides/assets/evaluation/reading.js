// Files that trainees hand in, told apart by what they hold. Pure, so that node can test it. Of an export with texts,
// the texts are dropped here, before anything else sees them.

import { unpack } from "../learning/archive.js";
import { FORMAT as PROGRESS, isWithoutTexts, sumOf, withoutTexts } from "../learning/for-trainer.js";
import { isAnswers, isEntry } from "../learning/schema.js";
import { FORMAT as SURVEY, SCHEMA, isWhole } from "./answers.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = "2000-01-01T00:00:00.000Z";

const isText = (value) => typeof value === "string";
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** An entry of a trainer's file in the form that the learner's own pages check. */
const whole = ([key, { value }]) => isEntry(key, { at: MOMENT, value: key.startsWith("answer/") ? { given: "", ...value } : value });

function progress(file) {
  const { name, entries, made } = file;
  const isSound = isText(name) && isObject(entries) && Object.values(entries).every((entry) => isObject(entry) && isObject(entry.value));
  if (!isSound || !isWithoutTexts(entries) || !Object.entries(entries).every(whole)) return { problem: "damaged" };
  if (sumOf(file) !== file.checksum) return { problem: "damaged" };
  return { kind: "progress", name, made, sign: entries.person?.value.id ?? null, entries };
}

function answers(file, surveys) {
  const { survey, sheet, name, made } = file;
  const isSound = [survey, sheet].every(isText) && (name === undefined || isText(name)) && isAnswers(file.answers);
  if (!isSound || !isWhole(file)) return { problem: "damaged" };
  if (!surveys.includes(survey)) return { problem: "other-survey" };
  return { kind: "survey", name: name ?? "", made, sign: `${survey} ${sheet}`, survey, answers: file.answers };
}

/**
 * What a text holds: {kind: "progress", name, made, sign, entries} or {kind: "survey", name, made, sign, survey, answers},
 * or {problem}: “empty”, “foreign”, “other-course”, “newer”, “other-survey”, “damaged”. `surveys` are the course's, by id.
 */
export function read(text, course, surveys) {
  if (!text.trim()) return { problem: "empty" };
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { problem: /"format": ?"course-(learning|progress|survey)"/.test(text) ? "damaged" : "foreign" };
  }
  if (![PROGRESS, SURVEY].includes(file?.format)) {
    const { state, made, problem } = unpack(text, course);
    if (problem) return { problem };
    const entries = withoutTexts(state.entries);
    return { kind: "progress", name: "", made, sign: entries.person?.value.id ?? null, entries };
  }
  if (file.course !== course) return { problem: "other-course" };
  if (!Number.isInteger(file.schema) || !DAY.test(file.made)) return { problem: "damaged" };
  if (file.schema > SCHEMA) return { problem: "newer" };
  return file.format === PROGRESS ? progress(file) : answers(file, surveys);
}

const newestFirst = (a, b) => (a.made === b.made ? b.modified - a.modified : a.made < b.made ? 1 : -1);

/**
 * What many files hold together: {found, skipped}. Each is {file, text, modified}, or {file, problem} where it could not
 * be opened. Of several versions of one person's or one form's file, the newest counts; of equal files, one.
 */
export function gather(files, course, surveys) {
  const all = files.map((one) => ({ ...(one.problem ? {} : read(one.text, course, surveys)), ...one }));
  const sound = all.filter(({ problem }) => !problem).sort(newestFirst);
  const [found, repeated, texts, signs] = [[], [], new Set(), new Set()];
  for (const one of sound) {
    const sign = one.sign && `${one.kind} ${one.sign}`;
    if (texts.has(one.text)) repeated.push({ file: one.file, problem: "twice" });
    else if (signs.has(sign)) repeated.push({ file: one.file, problem: "older" });
    else found.push(one);
    texts.add(one.text);
    if (sign) signs.add(sign);
  }
  const order = new Map(files.map(({ file }, place) => [file, place]));
  const skipped = [...all.filter(({ problem }) => problem).map(({ file, problem }) => ({ file, problem })), ...repeated];
  return {
    found: found.map(({ text, modified, ...one }) => one).sort((a, b) => order.get(a.file) - order.get(b.file)),
    skipped: skipped.sort((a, b) => order.get(a.file) - order.get(b.file)),
  };
}
