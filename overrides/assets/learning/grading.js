// What an answer is worth. Pure: no page, no storage. The same rules in Python stand in coursesite/model/grading.py, and
// both are tested with tests/cases/grading.json.
//
// A key is what grading needs to know of a question, in no language:
//
//   kind          key                                            what is given
//   single        {right: [option], options: [option, …]}        option
//   multiple      {right: [option, …], options: [option, …]}     [option, …]
//   true-false    {right: true}                                  true
//   matching      {pairs: [pair, …]}                             {pair: pair that the chosen right side belongs to}
//   ordering      {steps: [step, …]}                             {step: place, from 1}
//   fill-in       {accepted: [text, …]}, of all languages        text
//   numeric       {answer, tolerance}                            text
//   scenario      {start, scenes: {scene: {choice: {quality, leads_to}}}}   {scene: choice}
//   self-rating   {}                                             level
//   reflection    {}                                             text
//
// A grade is {answered, score, parts}: the score lies between 0 and 1, or is null where nothing is graded; the parts
// say the same of options, pairs, steps or scenes.

import { normalise } from "../letters.js";

const QUALITY = { good: 1, fair: 0.5, poor: 0 };
const NEAR = 1e-9;
const NUMBER = /[-+−]?\d[\d.,'’\s]*/u;
const THOUSANDS = /^\d{1,3}([.,]\d{3})+$/;

const NOTHING = { answered: false, score: 0, parts: {} };
const UNGRADED = { answered: true, score: null, parts: {} };

const plain = (text) => (normalise(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

function graded(parts, score = sum(Object.values(parts)) / Object.keys(parts).length) {
  return { answered: true, score, parts };
}

const marks = (ids, isRight) => Object.fromEntries(ids.map((id) => [id, Number(isRight(id))]));

/** The numbers that a text may mean: 1,000 is one or a thousand, depending on where one lives. */
export function readings(text) {
  const found = NUMBER.exec(text)?.[0];
  if (!found) return [];
  const sign = /^[-−]/.test(found) ? -1 : 1;
  const bare = found.replace(/[-+−'’\s]/gu, "").replace(/[.,]$/, "");
  const numbers = THOUSANDS.test(bare) ? [bare.replace(/[.,]/g, "")] : [];
  if (bare.split(/[.,]/).length < 3) numbers.push(bare.replace(",", "."));
  return numbers.map((number) => sign * Number(number));
}

/** The way through a scenario as far as it was chosen: [[scene, choice], …], and whether it has come to an end. */
export function path({ start, scenes }, given) {
  const way = [];
  for (let scene = start; scene && scenes[scene]; ) {
    const choice = scenes[scene][given?.[scene]];
    if (!choice || way.some(([been]) => been === scene)) return { way, ended: false };
    way.push([scene, given[scene]]);
    scene = choice.leads_to;
  }
  return { way, ended: true };
}

const GRADERS = {
  single: ({ right, options }, given) => (options.includes(given) ? graded({ [given]: Number(right.includes(given)) }) : NOTHING),
  multiple({ right, options }, given) {
    const chosen = options.filter((option) => given?.includes(option));
    if (!chosen.length) return NOTHING;
    const gained = sum(chosen.map((option) => (right.includes(option) ? 1 : -1)));
    return graded(marks(options, (option) => right.includes(option) === chosen.includes(option)), Math.max(0, gained) / right.length);
  },
  "true-false": ({ right }, given) => (typeof given === "boolean" ? graded({}, Number(given === right)) : NOTHING),
  matching({ pairs }, given) {
    return pairs.some((pair) => given?.[pair]) ? graded(marks(pairs, (pair) => given[pair] === pair)) : NOTHING;
  },
  ordering({ steps }, given) {
    return steps.some((step) => given?.[step]) ? graded(marks(steps, (step) => given[step] === steps.indexOf(step) + 1)) : NOTHING;
  },
  "fill-in"({ accepted }, given) {
    const said = plain(given ?? "");
    return said ? graded({}, Number(accepted.some((text) => plain(text) === said))) : NOTHING;
  },
  numeric({ answer, tolerance }, given) {
    if (!given?.trim()) return NOTHING;
    return graded({}, Number(readings(given).some((number) => Math.abs(number - answer) <= tolerance + NEAR)));
  },
  scenario(key, given) {
    const { way, ended } = path(key, given);
    if (!ended) return NOTHING;
    return graded(Object.fromEntries(way.map(([scene, choice]) => [scene, QUALITY[key.scenes[scene][choice].quality]])));
  },
  "self-rating": (key, given) => (given ? UNGRADED : { ...NOTHING, score: null }),
  reflection: (key, given) => (given?.trim() ? UNGRADED : { ...NOTHING, score: null }),
};

/** What was given, graded by the question's key. */
export function grade(key, given) {
  return GRADERS[key.kind](key, given ?? undefined);
}
