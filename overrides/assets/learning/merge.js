// Merging what two tabs, two devices or two files know. Pure, so that node can test it.
//
// The newest version of an entry wins. Of texts nothing is lost: a version that does not live on inside a newer one
// is kept beside it, unless the entry was erased after it was written. The order of merging never matters.

/** The same for equal values, whatever the order of their keys. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  return `{${parts.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}

const order = (a, b) => (a < b ? -1 : Number(a > b));
const newestFirst = (a, b) => order(b.at, a.at) || order(canonical(b.value), canonical(a.value));
const textOf = ({ value }) => value?.text;
const isText = (version) => typeof textOf(version) === "string";

const versions = ({ at, value, earlier = [] }) => [{ at, value }, ...earlier];

/** Whether a text lives on in another version: in a longer one, or in the same one written later. */
const livesOn = (version, index, all) =>
  all.some((other, place) => isText(other) && textOf(other).includes(textOf(version)) && (textOf(other) !== textOf(version) || place < index));

/** One entry out of two; either may be missing. */
export function mergeEntries(mine, theirs) {
  if (!mine || !theirs) return mine ?? theirs;
  const all = [...versions(mine), ...versions(theirs)].sort(newestFirst);
  const erasure = all.findIndex(({ value }) => value === null);
  const alive = erasure < 0 ? all : all.slice(0, erasure + 1);
  const isKept = (version, index) => (isText(version) ? !livesOn(version, index, alive) : version.value === null && isText(alive[0]));
  const earlier = alive.slice(1).filter((version, index) => isKept(version, index + 1));
  const { at, value } = alive[0];
  return earlier.length ? { at, value, earlier } : { at, value };
}

/** Two states of the same course and schema in one. */
export function merge(mine, theirs) {
  const entries = {};
  for (const key of [...new Set([...Object.keys(mine.entries), ...Object.keys(theirs.entries)])].sort()) {
    entries[key] = mergeEntries(mine.entries[key], theirs.entries[key]);
  }
  return { ...mine, entries };
}

/** What a merge would change here: keys that are new, changed, erased, and kept although the other state knows them otherwise. */
export function changes(mine, merged, theirs) {
  const found = { added: [], changed: [], erased: [], kept: [], same: [] };
  for (const [key, entry] of Object.entries(merged.entries)) {
    const [before, after, other] = [mine.entries[key]?.value, entry.value, theirs.entries[key]?.value];
    const differ = (a, b) => canonical(a ?? null) !== canonical(b ?? null);
    if (canonical(mine.entries[key]?.earlier ?? []) !== canonical(entry.earlier ?? []) && !differ(before, after)) found.changed.push(key);
    else if (!differ(before, after)) (differ(after, other) && other !== undefined ? found.kept : found.same).push(key);
    else if (after === null) found.erased.push(key);
    else (before ? found.changed : found.added).push(key);
  }
  return found;
}
