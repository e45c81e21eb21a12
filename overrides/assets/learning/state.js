// What the browser keeps of a learner: read, written, merged and erased here and nowhere else.
//
//   import { state } from "./state.js";
//   state.get("draft/my-map/situation")          → {text: "…"}, or null
//   state.earlier("draft/my-map/situation")      → [{at, value}, …]: versions that were written elsewhere at the same time
//   state.at("draft/my-map/situation")           → when it was last changed (ISO), or null
//   state.set("draft/my-map/situation", {text})  → whether it is kept; `state.condition` says why not
//   state.set("draft/my-map/situation", null)    erases one entry
//   state.list("draft/my-map/")                  → [[key, value], …], sorted by key
//   state.subscribe((keys) => …)                 when another tab, an import or an erasure changed something
//   state.condition                              → {place: "browser" | "tab" | "page", newer, full, damaged}
//   today()                                      → “2026-11-21”, for entries with a date
//
// Keys and values are described in schema.js. What is set without having been read since another tab changed it is
// merged with that change: texts of both stay.

import { MIGRATIONS, SCHEMA, isEntry, migrate } from "./schema.js";
import { merge, mergeEntries } from "./merge.js";
import { browserStorage, memory, namesIn } from "./storage.js";

const OURS = ["schema", "shared"];

/** The state in given storages; `now` gives the moment in milliseconds. Tests choose all of them. */
export class State {
  #lasting;
  #passing;
  #storage;
  #prefix;
  #now;
  #course;
  #schema;
  #readOnly = false;
  #full = false;
  #damaged = 0;
  #seen = new Map();
  #listeners = new Set();

  constructor({ course, path, lasting, passing, now = Date.now, migrations = MIGRATIONS, schema = SCHEMA }) {
    this.#course = course;
    this.#prefix = `course:${course}:${path}:`;
    this.#lasting = lasting;
    this.#passing = passing;
    this.#now = now;
    this.#schema = schema;
    this.#choose();
    this.#migrate(migrations);
  }

  #choose() {
    const passing = this.#passing ?? memory();
    this.#storage = this.shared ? passing : (this.#lasting ?? passing);
  }

  #migrate(migrations) {
    const version = Number(this.#storage.getItem(`${this.#prefix}schema`) ?? this.#schema);
    if (version > this.#schema) {
      this.#readOnly = true;
      this.#storage = memory();
    } else if (version < this.#schema) {
      const { state, damaged } = migrate({ ...this.#read(() => true), schema: version }, migrations, this.#schema);
      for (const key of this.#keys()) {
        if (damaged.includes(key)) this.#setAside(key);
        else if (!(key in state.entries)) this.#storage.removeItem(this.#prefix + key);
      }
      for (const [key, entry] of Object.entries(state.entries)) this.#write(key, entry);
    } else {
      for (const key of this.#keys()) this.#entry(key);
    }
    this.#damaged = this.#readOnly ? 0 : namesIn(this.#storage, `${this.#prefix}damaged/`).length;
  }

  /** Where entries are kept, and what stands in the way. */
  get condition() {
    const place = this.#storage === this.#lasting ? "browser" : this.#storage === this.#passing ? "tab" : "page";
    return { place, newer: this.#readOnly, full: this.#full, damaged: this.#damaged };
  }

  /** Id of the course. */
  get course() {
    return this.#course;
  }

  /** Whether there is a difference between this browser and this tab. */
  get canShare() {
    return Boolean(this.#lasting && this.#passing);
  }

  /** Whether this computer was said to be shared. */
  get shared() {
    return this.#lasting?.getItem(`${this.#prefix}shared`) === "1";
  }

  /** Say that this computer is shared, or not: what is kept moves to the tab, or to the browser. */
  set shared(shared) {
    const entries = this.all();
    this.#remove();
    if (shared) this.#lasting?.setItem(`${this.#prefix}shared`, "1");
    this.#choose();
    this.put(entries);
  }

  get(key) {
    const entry = this.#entry(key);
    this.#seen.set(key, entry?.at ?? null);
    return entry?.value ?? null;
  }

  at(key) {
    return this.#entry(key)?.at ?? null;
  }

  earlier(key) {
    return (this.#entry(key)?.earlier ?? []).filter(({ value }) => value !== null);
  }

  list(start = "") {
    const keys = this.#keys().filter((key) => key.startsWith(start));
    return keys.map((key) => [key, this.get(key)]).filter(([, value]) => value !== null);
  }

  set(key, value) {
    const stored = this.#entry(key);
    const at = new Date(Math.max(this.#now(), stored ? Date.parse(stored.at) + 1 : 0)).toISOString();
    const entry = value === null ? { at, value } : { at, value, earlier: stored?.earlier };
    if (!isEntry(key, entry)) throw new TypeError(`not an entry: ${key} ${JSON.stringify(value)}`);
    const unseen = stored && this.#seen.has(key) && this.#seen.get(key) !== stored.at;
    const kept = this.#write(key, unseen ? mergeEntries(stored, entry) : entry);
    this.#seen.set(key, at);
    return kept;
  }

  /** Everything, as it is exported. */
  all() {
    return this.#read(isEntry);
  }

  /** Merge another state into this one. */
  put(other) {
    const merged = merge(this.all(), other);
    const kept = Object.entries(merged.entries).map(([key, entry]) => this.#write(key, entry));
    this.#tell(Object.keys(merged.entries));
    return kept.every(Boolean);
  }

  /** Erase all that is ours, also what is damaged; the storage of others stays. */
  erase() {
    const keys = this.#keys();
    this.#remove();
    this.#seen.clear();
    [this.#readOnly, this.#full, this.#damaged] = [false, false, 0];
    this.#choose();
    this.#tell(keys);
  }

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another tab changed an item of the storage; null means that all of it was cleared. */
  changedElsewhere(name) {
    if (name === null) this.#tell(this.#keys());
    else if (name.startsWith(this.#prefix)) this.#tell([name.slice(this.#prefix.length)]);
  }

  #tell(keys) {
    const entries = keys.filter((key) => !OURS.includes(key) && !key.startsWith("damaged/"));
    for (const listener of this.#listeners) listener(entries);
  }

  #keys() {
    return namesIn(this.#storage, this.#prefix).filter((key) => !OURS.includes(key) && !key.startsWith("damaged/"));
  }

  #read(isWanted) {
    const entries = {};
    for (const key of this.#keys()) {
      const entry = this.#entry(key, isWanted);
      if (entry) entries[key] = entry;
    }
    return { schema: this.#schema, course: this.#course, entries };
  }

  #entry(key, isWanted = isEntry) {
    const text = this.#storage.getItem(this.#prefix + key);
    if (text === null) return null;
    try {
      const entry = JSON.parse(text);
      if (isWanted(key, entry)) return entry;
    } catch {
      // Set aside below.
    }
    this.#setAside(key);
    return null;
  }

  #setAside(key) {
    const number = namesIn(this.#storage, `${this.#prefix}damaged/`).length + 1;
    const text = this.#storage.getItem(this.#prefix + key);
    this.#damaged += 1;
    if (this.#setItem(`damaged/${number}`, `${key} ${text}`)) this.#storage.removeItem(this.#prefix + key);
  }

  #write(key, entry) {
    this.#setItem("schema", String(this.#schema));
    return this.#setItem(key, JSON.stringify(entry));
  }

  #setItem(key, text) {
    try {
      if (this.#storage.getItem(this.#prefix + key) !== text) this.#storage.setItem(this.#prefix + key, text);
      this.#full = false;
      return this.#storage === this.#lasting || this.#storage === this.#passing;
    } catch {
      this.#full = true;
      return false;
    }
  }

  #remove() {
    for (const storage of [this.#lasting, this.#passing]) {
      if (!storage) continue;
      for (const name of namesIn(storage, this.#prefix)) storage.removeItem(this.#prefix + name);
    }
  }
}

/** The day where the learner is. */
export function today(date = new Date()) {
  const part = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}

function open() {
  const { course, root } = document.documentElement.dataset;
  const opened = new State({
    course,
    path: new URL(root, location.href).pathname,
    lasting: browserStorage("localStorage"),
    passing: browserStorage("sessionStorage"),
  });
  addEventListener("pageshow", ({ persisted }) => persisted && opened.changedElsewhere(null));
  addEventListener("storage", ({ key, storageArea }) => {
    if (storageArea === localStorage) opened.changedElsewhere(key);
  });
  return opened;
}

/** The state of the learner at this browser. */
export const state = globalThis.document ? open() : null;
