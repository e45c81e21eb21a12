// Where entries lie: one item of the browser's storage for each, so that two tabs never write over one another.
//
//   course:<course>:<path of the site>:<key>            {at, value, earlier?}
//   course:<course>:<path of the site>:schema           the version of what is kept
//   course:<course>:<path of the site>:shared           “this computer is shared”: entries live in the tab and end with it
//   course:<course>:<path of the site>:damaged/<n>      what could not be read, as it was found
//
// The path is part of the name since all projects of an account on github.io share one storage.

/** A storage that lasts as long as the page: for browsers that keep nothing. */
export function memory() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
    removeItem: (key) => void items.delete(key),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size;
    },
  };
}

/** A storage of this browser (“localStorage”, “sessionStorage”), or null where it is blocked. */
export function browserStorage(name) {
  try {
    const storage = globalThis[name];
    const probe = "course:probe";
    storage.setItem(probe, "1");
    storage.removeItem(probe);
    return storage;
  } catch {
    return null;
  }
}

/** The names in a storage that begin with a prefix, without it. */
export function namesIn(storage, prefix) {
  const names = [];
  for (let index = 0; index < storage.length; index += 1) names.push(storage.key(index));
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)).sort();
}
