// What a learner's state is made of. Pure: no page, no storage, so that node can test it.
//
// A state is {schema, course, entries}; an entry is {at, value}, under a key of permanent ids, the same in every language:
//
//   done/<activity>            {date, minutes}      the hours log: what was done on which day, and what it counts
//   answer/<question>          {given, of, score?}  `of` is the version of the question; the score is there once it was checked
//   answer/<question>          {text, of}           an open answer, kept as it is typed
//   rating/<outcome>/<date>    {level}              the first day is “before”, the last one “after”
//   journal/<id>               {text, date, activity?}
//   draft/<activity>/<field>   {text}               a homework's template
//   portfolio/<field>          {text}
//   assigned/<checksum>        {code, date}         a homework list that was opened by a link, and when
//   plan                       {link}               a trainer's plan of meetings, as its link has it
//   place                      {activity}           where I left off
//   survey/<survey>            {sheet, answers}     answers by question: {given?, text?}; `sheet` is a random sign of this form
//   person                     {id}                 a random sign, so that two files of mine are not taken for two people
//
// `at` is the moment of the last change (ISO, UTC). A value of null says that the entry was erased then. A text that
// was changed in two places at once keeps the other version in `earlier`: [{at, value}, …] (see merge.js).

export const SCHEMA = 1;

const ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string";
const isDate = (value) => isText(value) && DATE.test(value);
const isId = (value) => isText(value) && new RegExp(`^${ID}$`).test(value);
const isGiven = (value) =>
  [isText(value), typeof value === "boolean", Array.isArray(value) && value.every(isText)].some(Boolean) ||
  (isObject(value) && Object.values(value).every((part) => isText(part) || Number.isFinite(part)));

/** Answers to a survey, by question. */
export const isAnswers = (answers) =>
  isObject(answers) &&
  Object.entries(answers).every(([id, { given, text }]) => isId(id) && (given === undefined || [given].flat().every(isText)) && (text === undefined || isText(text)));

const KINDS = {
  done: [`done/${ID}`, ({ date, minutes }) => isDate(date) && Number.isInteger(minutes) && minutes >= 0],
  answer: [`answer/${ID}`, ({ given, text, of, score }) =>
    isText(of) && (text === undefined ? isGiven(given) : isText(text)) && (score === undefined || (score >= 0 && score <= 1))],
  rating: [`rating/${ID}/\\d{4}-\\d{2}-\\d{2}`, ({ level }) => isId(level)],
  journal: [`journal/${ID}`, ({ text, date, activity }) => isText(text) && isDate(date) && (activity === undefined || isId(activity))],
  draft: [`draft/${ID}/${ID}`, ({ text }) => isText(text)],
  portfolio: [`portfolio/${ID}`, ({ text }) => isText(text)],
  survey: [`survey/${ID}`, ({ sheet, answers }) => isId(sheet) && isAnswers(answers)],
  person: ["person", ({ id }) => isId(id)],
  assigned: [`assigned/${ID}`, ({ code, date }) => isText(code) && isDate(date)],
  plan: ["plan", ({ link }) => isText(link)],
  place: ["place", ({ activity }) => isId(activity)],
};

export const kinds = Object.keys(KINDS);

/** The kind of a key: what stands before its first slash. */
export const kindOf = (key) => key.split("/", 1)[0];

const isVersion = (check, { at, value }) => isText(at) && MOMENT.test(at) && (value === null || (isObject(value) && check(value)));

/** Whether an entry is what this version of the course understands. */
export function isEntry(key, entry) {
  if (!Object.hasOwn(KINDS, kindOf(key)) || !isObject(entry)) return false;
  const [pattern, check] = KINDS[kindOf(key)];
  if (!new RegExp(`^${pattern}$`).test(key) || !isVersion(check, entry)) return false;
  return entry.earlier === undefined || (Array.isArray(entry.earlier) && entry.earlier.every((one) => isObject(one) && isVersion(check, one)));
}

/** How a state of an older schema becomes one of the next: MIGRATIONS[1] makes a state of schema 2 out of one of schema 1. */
export const MIGRATIONS = {};

/**
 * A state as this version understands it: {state} or {problem}, which is "newer" or "damaged".
 * `damaged` lists keys that no version understands; they are not in the state.
 */
export function migrate(state, migrations = MIGRATIONS, schema = SCHEMA) {
  if (!isObject(state) || !Number.isInteger(state.schema) || state.schema < 1 || !isObject(state.entries)) return { problem: "damaged" };
  if (state.schema > schema) return { problem: "newer" };
  let current = state;
  while (current.schema < schema) current = { ...migrations[current.schema](current), schema: current.schema + 1 };
  const entries = Object.entries(current.entries);
  return {
    state: { ...current, entries: Object.fromEntries(entries.filter(([key, entry]) => isEntry(key, entry))) },
    damaged: entries.filter(([key, entry]) => !isEntry(key, entry)).map(([key]) => key),
  };
}
