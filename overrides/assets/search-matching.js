// Finding words in the index of one language. Pure: no page, no network, so that node can test it.
//
// An index is {"pages": [{"u": address, "t": title, "l": language, "s": [[anchor, heading, text], …]}]}.

import { normalise } from "./letters.js";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ARTICLE = /^(?:و?[فبك]?ال|و?لل)(?=\p{Script=Arabic}{3})/u; // Arabic writes “and”, “in”, “the” and the word as one
const WEIGHTS = { title: 40, heading: 12, text: 1 };
const SHORTEST_STEM = 4;

const bare = (word) => word.replace(ARTICLE, "");

/** The words of a text, normalised. */
export function words(text) {
  return (normalise(text).match(WORD) ?? []).map(bare);
}

const prepared = new WeakMap();

/** A page with its fields as strings of words, each word after one blank; worked out once. */
function prepare(page) {
  const flat = (text) => ` ${words(text).join(" ")}`;
  const sections = page.s.map(([anchor, heading, text]) => ({ anchor, heading: flat(heading), text: flat(text) }));
  const ready = { title: flat(page.t), sections };
  prepared.set(page, ready);
  return ready;
}

/** Where a word begins; scripts that set no blanks between words are searched anywhere. */
const needle = (word) => (UNSPACED.test(word) ? word : ` ${word}`);

/** How much a field speaks for a word: whole words count threefold, and repetition counts less and less. */
function score(field, word) {
  const sought = needle(word);
  let found = 0;
  for (let at = field.indexOf(sought); at >= 0; at = field.indexOf(sought, at + sought.length)) {
    const after = field[at + sought.length];
    found += after === undefined || after === " " ? 3 : 1;
  }
  return Math.log2(1 + found);
}

function match(page, sought) {
  const { title, sections } = prepared.get(page) ?? prepare(page);
  const found = sought.map(() => false);
  let titled = 0;
  let all = 0;
  let best = null;

  sought.forEach((word, i) => {
    const points = score(title, word);
    found[i] = points > 0;
    titled += points * WEIGHTS.title;
  });
  sections.forEach(({ heading, text }, index) => {
    let points = 0;
    let here = 0;
    sought.forEach((word, i) => {
      const gained = score(heading, word) * WEIGHTS.heading + score(text, word) * WEIGHTS.text;
      if (!gained) return;
      found[i] = true;
      here += 1;
      points += gained;
    });
    points *= here;
    all += points;
    if (points && (!best || points > best.points)) best = { index, points };
  });
  if (!found.every(Boolean)) return null;
  // Long pages have many sections with the words: the best one counts in full, the others little.
  const points = best?.points ?? 0;
  return { page, section: best?.index ?? -1, score: titled + points + Math.log2(1 + all - points) };
}

/** Words with up to `cut` letters off their ends, for endings that differ. */
const shortened = (sought, cut) => sought.map((word) => word.slice(0, Math.max(Math.min(word.length, SHORTEST_STEM), word.length - cut)));

/**
 * The pages that have every word of the query, best first: {page, section, score}, where `section` is the
 * index of the best section, or -1. `words` are what was found in the end: the query's words or their stems.
 */
export function find(index, query) {
  const asked = [...new Set(words(query))];
  let results = [];
  let sought = asked;
  for (let cut = 0; asked.length && !results.length && cut <= 3; cut += 1) {
    sought = shortened(asked, cut);
    results = index.pages.map((page) => match(page, sought)).filter(Boolean);
  }
  results.sort((a, b) => b.score - a.score);
  return { words: sought, results };
}

/** A piece of a text around its first found word, cut into [piece, found] pairs. */
export function snippet(text, sought, length = 180) {
  const found = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const plain = bare(normalise(word));
    if (sought.some((w) => (UNSPACED.test(w) ? plain.includes(w) : plain.startsWith(w)))) found.push([index, index + word.length]);
  }
  const first = found[0]?.[0] ?? 0;
  let start = first > length / 3 ? text.lastIndexOf(" ", first - length / 3) + 1 : 0;
  if (first - start > length) start = first;
  let end = text.length - start > length ? text.lastIndexOf(" ", start + length) : text.length;
  if (end <= first) end = Math.min(text.length, start + length);

  const pieces = start > 0 ? [["… ", false]] : [];
  let at = start;
  for (const [from, to] of found) {
    if (from < start || to > end) continue;
    if (from > at) pieces.push([text.slice(at, from), false]);
    pieces.push([text.slice(from, to), true]);
    at = to;
  }
  if (at < end) pieces.push([text.slice(at, end), false]);
  if (end < text.length) pieces.push([" …", false]);
  return pieces;
}
