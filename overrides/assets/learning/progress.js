// What entries say about a learner: hours, profile, what to practise next. Pure, so that node can test it.
// `course` is what coursesite/pages/learning.py writes; `entries` are a state's, by key.

const GOOD = 0.75;
const LEVELS_TO_PRACTISE = 2;

const valuesOf = (entries, kind) =>
  Object.entries(entries)
    .filter(([key, { value }]) => key.startsWith(`${kind}/`) && value)
    .map(([key, { value }]) => ({ ids: key.split("/").slice(1), ...value }));

const add = (sums, key, number) => sums.set(key, (sums.get(key) ?? 0) + number);
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Activities by id, each with its module. */
export function activitiesOf(course) {
  return new Map(course.modules.flatMap((module) => module.activities.map((activity) => [activity.id, { ...activity, module }])));
}

/** The hours log: what was done, oldest first. Activities that the course no longer has are kept without title. */
export function log(course, entries) {
  const activities = activitiesOf(course);
  return valuesOf(entries, "done")
    .map(({ ids: [id], date, minutes }) => ({ id, date, minutes, activity: activities.get(id) ?? null }))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

/** Minutes done, in all, by setting and by module. */
export function hours(course, entries) {
  const sums = { all: 0, settings: new Map(), modules: new Map(), count: 0 };
  for (const { minutes, activity } of log(course, entries)) {
    sums.all += minutes;
    sums.count += 1;
    if (!activity) continue;
    add(sums.settings, activity.setting, minutes);
    add(sums.modules, activity.module.id, minutes);
  }
  return sums;
}

/** The first and the last self-rating of each outcome, as the level's place from 1: {before, after, dates}. */
export function ratings(course, entries) {
  const places = new Map(course.levels.map(({ id }, index) => [id, index + 1]));
  const found = new Map();
  const rated = valuesOf(entries, "rating").filter(({ level }) => places.has(level));
  for (const { ids: [outcome, date], level } of rated.sort((a, b) => (a.ids[1] < b.ids[1] ? -1 : 1))) {
    const one = found.get(outcome);
    if (one) Object.assign(one, { after: places.get(level), last: date });
    else found.set(outcome, { before: places.get(level), after: null, first: date, last: date });
  }
  return found;
}

/**
 * The profile: for each competency the mean of its outcomes' levels before and after, or null where there is none.
 * “After” takes the first rating of outcomes that were rated once, as soon as one of the competency was rated again.
 */
export function profile(course, entries) {
  const rated = ratings(course, entries);
  return course.competencies.map(({ id, title, lang, short, outcomes }) => {
    const known = outcomes.map((outcome) => rated.get(outcome.id)).filter(Boolean);
    const again = known.some(({ after }) => after !== null);
    return {
      id, title, lang, short,
      before: known.length ? mean(known.map(({ before }) => before)) : null,
      after: again ? mean(known.map(({ before, after }) => after ?? before)) : null,
      rated: known.length,
      outcomes: outcomes.length,
    };
  });
}

/** For each outcome that was asked about, the mean score of the answers that were checked. */
export function scores(course, entries) {
  const found = new Map();
  for (const { ids: [id], score } of valuesOf(entries, "answer")) {
    const question = course.questions[id];
    if (!question || typeof score !== "number") continue;
    found.set(question.outcome, [...(found.get(question.outcome) ?? []), score]);
  }
  return new Map([...found].map(([outcome, all]) => [outcome, mean(all)]));
}

/** Quizzes with answers to questions that have changed since: activity id → how many. */
export function changed(course, entries) {
  const found = new Map();
  for (const { ids: [id], of } of valuesOf(entries, "answer")) {
    const question = course.questions[id];
    if (question && question.version !== of) add(found, question.activity, 1);
  }
  return found;
}

/** What to do next and why, most useful first: [{activity, reason, outcome?, score?, level?, number?}, …]. */
export function advice(course, entries, limit = 5) {
  const activities = activitiesOf(course);
  const outcomes = new Map(course.competencies.flatMap((competency) => competency.outcomes.map((outcome) => [outcome.id, outcome])));
  const isDone = ({ id }) => Boolean(entries[`done/${id}`]?.value);
  const open = [...activities.values()].filter((activity) => activity.url && !isDone(activity));
  const found = new Map();
  const suggest = (activity, reason) => activity?.url && !found.has(activity.id) && found.set(activity.id, { activity, ...reason });

  const next = open[0];
  if (next) suggest(next, { reason: "next" });
  for (const [id, number] of changed(course, entries)) suggest(activities.get(id), { reason: "changed", number });
  const weak = [...scores(course, entries)].filter(([, score]) => score < GOOD).sort((a, b) => a[1] - b[1]);
  for (const [id, score] of weak) {
    const asked = Object.values(course.questions).find(({ outcome }) => outcome === id);
    const trains = open.find((activity) => activity.kind !== "quiz" && activity.outcomes.includes(id));
    suggest(trains ?? activities.get(asked.activity), { reason: "score", outcome: outcomes.get(id), score });
  }
  const low = [...ratings(course, entries)].map(([id, { before, after }]) => [id, after ?? before]).filter(([, level]) => level <= LEVELS_TO_PRACTISE);
  for (const [id, level] of low.sort((a, b) => a[1] - b[1])) {
    const trains = open.find((activity) => activity.kind !== "quiz" && activity.outcomes.includes(id) && !found.has(activity.id));
    if (trains && outcomes.has(id)) suggest(trains, { reason: "rating", outcome: outcomes.get(id), level: course.levels[level - 1] });
  }
  return [...found.values()].slice(0, limit);
}
