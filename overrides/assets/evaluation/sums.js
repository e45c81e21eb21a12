// What many people's files say together. Pure, so that node can test it. `course` is what trainer/collect.json holds;
// `people` are what reading.js makes of exports: [{entries, …}], `sheets` what it makes of surveys: [{answers, name, …}].

import { profile } from "../learning/progress.js";

const mean = (numbers) => (numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : null);

/**
 * Each person's profile, and that of the group: [{id, title, short, before, after, people, each}, …]. As soon as somebody has
 * rated themselves twice, only such people count, so that before and after are of the same people.
 */
export function competencies(course, people) {
  const profiles = people.map(({ entries }) => profile(course, entries));
  return course.competencies.map(({ id, title, lang, short }, place) => {
    const each = profiles.map((rows) => ({ before: rows[place].before, after: rows[place].after }));
    const twice = each.filter(({ after }) => after !== null);
    const counted = twice.length ? twice : each.filter(({ before }) => before !== null);
    const [before, after] = [mean(counted.map((one) => one.before)), mean(twice.map((one) => one.after))];
    return { id, title, lang, short, before, after, people: counted.length, each };
  });
}

/** Scores of the questions as they are today, by question: Map of id → [score, …], one for each person who answered. */
function scores(course, people) {
  const found = new Map();
  for (const { entries } of people) {
    for (const [key, { value }] of Object.entries(entries)) {
      const [kind, id] = key.split("/");
      if (kind !== "answer" || course.questions[id]?.version !== value.of) continue;
      found.set(id, [...(found.get(id) ?? []), value.score]);
    }
  }
  return found;
}

/** Quiz results: for each outcome that was asked about, {outcome, score, people, answers}, in the framework's order. */
export function outcomes(course, people) {
  const all = people.map((person) => scores(course, [person]));
  return course.competencies.flatMap((competency) => competency.outcomes).flatMap((outcome) => {
    const each = all.map((one) => [...one].filter(([id]) => course.questions[id].outcome === outcome.id).flatMap(([, found]) => found));
    const given = each.flat();
    return given.length ? [{ outcome, score: mean(given), people: each.filter(({ length }) => length).length, answers: given.length }] : [];
  });
}

/** The questions with the lowest scores, lowest first: [{id, question, score, people}, …]. What all got right is not among them. */
export function weakest(course, people, limit = 10) {
  return [...scores(course, people)]
    .map(([id, found]) => ({ id, question: course.questions[id], score: mean(found), people: found.length }))
    .filter(({ score }) => score < 1)
    .sort((a, b) => a.score - b.score || b.people - a.people || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

/** Homework of the course, each with whether each person has marked it as done. */
export function homework(course, people) {
  return course.modules.flatMap((module) =>
    module.activities.filter(({ kind }) => kind === "homework")
      .map((activity) => ({ module, activity, done: people.map(({ entries }) => Boolean(entries[`done/${activity.id}`])) })));
}

/** What was answered to one question: {answered, counts, mean, texts}; texts are {text, given}, and `unknown` answers are no option. */
export function replies({ id, kind, options = [] }, sheets) {
  const all = sheets.map(({ answers }) => answers[id]).filter(Boolean);
  const chosen = all.map(({ given }) => [given ?? []].flat());
  const values = new Set(options.map(([value]) => value));
  const valid = chosen.flat().filter((value) => values.has(value));
  return {
    answered: kind === "text" ? all.filter(({ text }) => text?.trim()).length : chosen.filter((some) => some.some((value) => values.has(value))).length,
    counts: options.map(([value]) => valid.filter((one) => one === value).length),
    mean: kind === "scale" ? mean(valid.map(Number)) : null,
    texts: all.filter(({ text }) => text?.trim()).map(({ text, given }) => ({ text: text.trim(), given: [given ?? []].flat().filter((value) => values.has(value)) })),
    unknown: chosen.flat().length - valid.length,
  };
}

/** Scale questions that several surveys with answers ask: [{question, rounds: [{survey, mean, answered}, …]}, …]. */
export function rounds(surveys, sheets) {
  const asked = new Map();
  for (const survey of surveys) {
    const mine = sheets.filter((sheet) => sheet.survey === survey.id);
    for (const question of survey.questions.filter(({ kind }) => mine.length && kind === "scale")) {
      const { mean: value, answered } = replies(question, mine);
      const one = asked.get(question.id) ?? { question, rounds: [] };
      asked.set(question.id, { ...one, rounds: [...one.rounds, { survey, mean: value, answered }] });
    }
  }
  return [...asked.values()].filter(({ rounds: all }) => all.length > 1);
}
