// What a trainer has chosen, as the part of an address behind “#”, and back. Nothing of it reaches a server.
//
//   toLink(choice)            → "plan?format=…&start=2027-01-14&…"
//   fromLink(text, usual)     → {choice, damaged}, or null where the text is no plan; what can't be read has its usual value
//
// A choice is {format, minutes, over, breaks, start, time, weekdays, every, skip: [[first, last]], blocks: {id: first},
// zone, id, most}: days are ISO texts, `time` is “09:00”, `zone` an IANA time zone, `id` names the plan in calendars, and
// `most` is how many sessions a calendar file of it has had.

const START = "plan?";
const BLOCK = "block.";

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`)) && new Date(`${text}T00:00Z`).toISOString().startsWith(text);

function isZone(text) {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: text }));
  } catch {
    return false;
  }
}

const number = (least, most) => (text) => (/^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null);
const text = (fits) => (given) => (fits(given) ? given : null);

function ranges(given) {
  const all = given === "" ? [] : given.split(",").map((range) => range.split(".."));
  const sound = all.length <= 100 && all.every((range) => range.length === 2 && range.every(isDay) && range[0] <= range[1]);
  return sound ? all : null;
}

const READ = {
  format: text((given) => /^(own:)?[a-z0-9-]{1,80}$/.test(given)),
  minutes: number(1, 1440),
  over: number(0, 240),
  breaks: number(0, 240),
  start: text((given) => given === "" || isDay(given)),
  time: text((given) => /^([01]\d|2[0-3]):[0-5]\d$/.test(given)),
  weekdays: (given) => (/^[1-7]{0,7}$/.test(given) ? [...new Set(given)].map(Number).sort() : null),
  every: number(1, 52),
  skip: ranges,
  zone: text(isZone),
  id: text((given) => /^[a-z0-9]{8,32}$/.test(given)),
  most: number(0, 999),
};

const WRITE = {
  weekdays: (days) => days.join(""),
  skip: (all) => all.map((range) => range.join("..")).join(","),
};

export function toLink(choice) {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(READ)) parameters.set(name, (WRITE[name] ?? String)(choice[name]));
  for (const [id, day] of Object.entries(choice.blocks)) if (day) parameters.set(BLOCK + id, day);
  return START + parameters.toString().replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%2F", "/");
}

export function fromLink(given, usual) {
  if (!given.startsWith(START)) return null;
  const parameters = new URLSearchParams(given.slice(START.length));
  const choice = { ...usual, blocks: {} };
  let damaged = false;
  for (const [name, read] of Object.entries(READ)) {
    const value = parameters.has(name) ? read(parameters.get(name)) : null;
    if (value === null) damaged = true;
    else choice[name] = value;
  }
  for (const [name, day] of parameters) {
    const id = name.slice(BLOCK.length);
    if (name.startsWith(BLOCK) && id in usual.blocks && isDay(day)) choice.blocks[id] = day;
    else if (!(name in READ)) damaged = true;
  }
  return { choice: { ...choice, blocks: { ...usual.blocks, ...choice.blocks } }, damaged };
}
