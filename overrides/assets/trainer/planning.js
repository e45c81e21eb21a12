// A course's meetings put into sessions and dates: the same algorithm as coursesite/model/planning.py, step by step.
// What it does, and why, is written there; both are held to tests/cases/planning.json and to each other.
//
//   plan(works, blocks, wish) → {events, tasks, early}, or {obstacles: [{code, about, minutes}]}
//
// works:  [{id, module, minutes, held: "meetings" | "own-time" | a block's id, after?}] in the programme's order
// blocks: [{id, days, minutes}]
// wish:   {minutes, over, breaks, time, start, weekdays, every, skip: [[first, last]], blocks: {id: first}}; days are ISO
//         texts, times minutes after midnight; without a start the plan has no dates.

const CLOSING = 14;
const HORIZON = 3660;
const MEETINGS = "meetings";

/** A day as a number; 1 is more by one day. */
export const dayNumber = (text) => Date.parse(`${text}T00:00Z`) / 864e5;

/** A number of a day as an ISO text. */
export const dayText = (number) => new Date(number * 864e5).toISOString().slice(0, 10);

/** ISO: Monday is 1. The day with the number 0 was a Thursday. */
export const weekdayOf = (number) => ((((number + 3) % 7) + 7) % 7) + 1;

const PLAIN = { over: 0, breaks: 0, time: 0, start: null, weekdays: [], every: 1, skip: [], blocks: {} };

export function plan(works, blocks, wished) {
  const wish = { ...PLAIN, ...wished };
  const meetings = meetingOrder(works);
  const found = obstacles(meetings, blocks, wish);
  if (found.length) return { obstacles: found };
  const cuts = cut(meetings, wish.minutes, wish.over);
  const sessions = cuts.slice(1).map((end, n) => meetings.slice(cuts[n], end));
  const gaps = new Map(blocks.map((block) => [block.id, gapOf(block, works, sessions)]));
  const events = eventsOf(works, blocks, sessions, gaps, wish);
  if (!events) return { obstacles: [obstacle("no-day")] };
  return { events, tasks: tasksOf(works, events), early: earlyOf(works, events) };
}

const obstacle = (code, about = "", minutes = 0) => ({ code, about, minutes });

export function meetingOrder(works) {
  const held = works.filter((work) => work.held === MEETINGS);
  const leaders = new Set(held.filter((work) => !work.after).map(({ id }) => id));
  return held.flatMap((work) => (leaders.has(work.after) ? [] : [work, ...held.filter((later) => later.after === work.id)]));
}

function less(a, b) {
  for (let n = 0; n < a.length; n += 1) if (a[n] !== b[n]) return a[n] < b[n];
  return true;
}

export function cut(works, minutes, over = 0) {
  const count = works.length;
  const sums = [0];
  for (const work of works) sums.push(sums.at(-1) + work.minutes);
  const best = new Array(count + 1).fill([0, 0, 0]);
  const following = new Array(count + 1).fill(count);
  for (let i = count - 1; i >= 0; i -= 1) {
    let found = null;
    for (let j = i + 1; j <= count; j += 1) {
      const length = sums[j] - sums[i];
      if (length > minutes + over && j > i + 1) break;
      const inside = j < count && works[j].module === works[j - 1].module ? 1 : 0;
      const [squares, sessions, cuts] = best[j];
      const cost = [squares + (length - minutes) ** 2, sessions + 1, cuts + inside];
      if (!found || less(cost, found)) {
        found = cost;
        following[i] = j;
      }
    }
    best[i] = found;
  }
  const cutsAt = [0];
  while (cutsAt.at(-1) < count) cutsAt.push(following[cutsAt.at(-1)]);
  return cutsAt;
}

function* combinations(count, number, from = 0) {
  if (!number) yield [];
  else for (let n = from; n <= count - number; n += 1) for (const rest of combinations(count, number - 1, n + 1)) yield [n, ...rest];
}

export function breaksOf(minutes, total) {
  const ends = [];
  for (const one of minutes) ends.push((ends.at(-1) ?? 0) + one);
  const work = ends.pop();
  const wanted = total === 0 ? 0 : total <= 30 ? 1 : total < 60 ? 2 : 3;
  const number = Math.min(wanted, ends.length);
  const found = new Array(ends.length).fill(0);
  if (!number) return found;
  let chosen = null;
  let least = Infinity;
  for (const places of combinations(ends.length, number)) {
    const away = places.reduce((sum, place, k) => sum + Math.abs(ends[place] * (number + 1) - (k + 1) * work), 0);
    if (away < least) [chosen, least] = [places, away];
  }
  const short = Math.floor(total / 30) * 5;
  const half = Math.floor(total / 2);
  const sizes = [[], [total], [half, total - half], [short, total - 2 * short, short]][number];
  chosen.forEach((place, n) => (found[place] = sizes[n]));
  return found;
}

function obstacles(meetings, blocks, wish) {
  const found = [];
  if (wish.minutes < 1 || wish.over < 0 || wish.breaks < 0) found.push(obstacle("bad-length"));
  for (const work of meetings) {
    if (work.minutes > wish.minutes + wish.over) found.push(obstacle("too-long", work.id, work.minutes));
  }
  if (wish.time + wish.minutes + wish.over + wish.breaks > 24 * 60) found.push(obstacle("past-midnight"));
  if (!wish.start) return found;
  if (!wish.weekdays.length) found.push(obstacle("no-weekday"));
  if (wish.every < 1) found.push(obstacle("bad-weeks"));
  const given = blocks.filter((block) => wish.blocks[block.id]).map((block) => ({ block, first: dayNumber(wish.blocks[block.id]) }));
  given.forEach(({ block, first }, number) => {
    for (const other of given.slice(0, number)) {
      if (first < other.first + other.block.days && other.first < first + block.days) found.push(obstacle("overlap", block.id));
    }
  });
  return found;
}

function gapOf(block, works, sessions) {
  const modules = [...new Set(works.map((work) => work.module))];
  const held = works.filter((work) => work.held === block.id);
  const first = held.length ? Math.min(...held.map((work) => modules.indexOf(work.module))) : 0;
  const last = new Map();
  works.forEach((work, place) => work.held === block.id && last.set(work.module, place));
  const before = new Set();
  works.forEach((work, place) => {
    if (work.held === MEETINGS && (modules.indexOf(work.module) < first || place < (last.get(work.module) ?? -1))) before.add(work.id);
  });
  return sessions.reduce((gap, session, n) => (session.some((work) => before.has(work.id)) ? n + 1 : gap), 0);
}

function eventsOf(works, blocks, sessions, gaps, wish) {
  const dates = new Calendar(blocks, wish);
  const events = [];
  for (let number = 0; number <= sessions.length; number += 1) {
    if (number) {
      const day = dates.nextSession();
      if (wish.start && day === null) return null;
      events.push(sessionEvent(number, sessions[number - 1], day, wish));
    }
    for (const block of blocks) {
      if (!dates.given.has(block.id) && gaps.get(block.id) === number) {
        const day = dates.nextBlock(block);
        if (wish.start && day === null) return null;
        events.push(blockEvent(block, works, day));
      }
    }
  }
  for (const block of blocks) if (dates.given.has(block.id)) events.push(blockEvent(block, works, dates.given.get(block.id)));
  return wish.start ? events.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)) : events;
}

class Calendar {
  constructor(blocks, wish) {
    this.wish = wish;
    this.given = new Map(wish.start ? blocks.filter(({ id }) => wish.blocks[id]).map(({ id }) => [id, dayNumber(wish.blocks[id])]) : []);
    this.taken = [
      ...blocks.filter(({ id }) => this.given.has(id)).map(({ id, days }) => [this.given.get(id), this.given.get(id) + days - 1]),
      ...wish.skip.map((range) => range.map(dayNumber)),
    ];
    this.start = wish.start ? dayNumber(wish.start) : null;
    this.after = this.start - 1;
  }

  nextSession() {
    const monday = this.start - weekdayOf(this.start) + 1;
    return this.#next((day) => {
      const rightWeek = Math.floor((day - monday) / 7) % this.wish.every === 0;
      return rightWeek && this.wish.weekdays.includes(weekdayOf(day)) && this.#free(day, 1);
    }, 1);
  }

  nextBlock({ days }) {
    return this.#next((day) => weekdayOf(day) === 1 && this.#free(day, days), days);
  }

  #next(fits, days) {
    if (this.start === null) return null;
    for (let day = this.after + 1; day <= this.start + HORIZON; day += 1) {
      if (fits(day)) {
        this.after = day + days - 1;
        return day;
      }
    }
    return null;
  }

  #free(first, days) {
    return !this.taken.some(([begin, end]) => begin <= first + days - 1 && first <= end);
  }
}

const textOf = (day) => (day === null ? null : dayText(day));
const total = (works) => works.reduce((sum, work) => sum + work.minutes, 0);

function sessionEvent(number, works, day, wish) {
  const pauses = [...breaksOf(works.map((work) => work.minutes), wish.breaks), 0];
  const lines = [];
  let at = 0;
  works.forEach((work, n) => {
    lines.push({ at, minutes: work.minutes, work: work.id });
    at += work.minutes;
    if (pauses[n]) {
      lines.push({ at, minutes: pauses[n], work: null });
      at += pauses[n];
    }
  });
  const minutes = total(works);
  const date = textOf(day);
  return { id: `session-${number}`, number, first: date, last: date, days: [works.map((work) => work.id)], minutes, lines, length: minutes + wish.breaks };
}

function blockEvent(block, works, day) {
  const held = works.filter((work) => work.held === block.id);
  const cuts = cut(held, block.minutes);
  const days = cuts.slice(1).map((end, n) => held.slice(cuts[n], end).map((work) => work.id));
  const last = day === null ? null : day + block.days - 1;
  return { id: block.id, number: 0, first: textOf(day), last: textOf(last), days, minutes: total(held), lines: [], length: 0 };
}

const placesOf = (events) => new Map(events.flatMap((event, place) => event.days.flat().map((id) => [id, place])));

function tasksOf(works, events) {
  const placeOf = placesOf(events);
  const met = works.map((work, n) => ({ n, module: work.module, place: placeOf.get(work.id) })).filter(({ place }) => place !== undefined);
  return works.flatMap((work, index) => {
    if (work.held !== "own-time") return [];
    const own = met.filter(({ module }) => module === work.module);
    const same = own.length ? own : met;
    const behind = same.filter(({ n }) => n > index).map(({ place }) => place);
    let given = same.filter(({ n }) => n < index).at(-1)?.place ?? null;
    const later = behind.filter((place) => given === null || place > given);
    let due;
    if (later.length) due = Math.min(...later);
    else if (behind.length) [due, given] = [Math.min(...behind), null];
    else due = given === null ? 0 : given + 1;
    return [taskOf(work.id, events, given ?? due - 1, due)];
  });
}

function taskOf(work, events, given, due) {
  const first = events[given];
  const then = events[due];
  const last = events.at(-1)?.last;
  const closing = last ? dayText(dayNumber(last) + CLOSING) : null;
  return { work, after: first?.id ?? null, before: then?.id ?? null, given: first?.last ?? null, due: then ? then.first : closing };
}

function earlyOf(works, events) {
  const placeOf = placesOf(events);
  return [...new Set(works.map((work) => work.module))].flatMap((module) => {
    const places = works.filter((work) => work.module === module && placeOf.has(work.id)).map((work) => placeOf.get(work.id));
    const turned = new Set(places.filter((a, n) => places.slice(n + 1).some((b) => b < a)));
    return [...turned].sort((a, b) => a - b).map((place) => ({ module, event: events[place].id }));
  });
}
