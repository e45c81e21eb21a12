// A clock for the steps of a page: headings with minutes, or a run sheet's rows that begin with a span such as `6–18`.
// It goes by moments, so that a tab that slept shows the right time when it wakes.

import { face, STILL, toggled } from "./slide-state.js";
import { left, minutesOf, passed } from "./timer-steps.js";

const dialog = document.querySelector("dialog.timer");
const words = JSON.parse(dialog.dataset.words);
const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
const say = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);
const length = (minutes) => say(words.minutes, { n: minutes });
const prose = document.querySelector(".prose");

function stepsOf() {
  const headings = [...prose.querySelectorAll("[data-minutes]")].map((heading) => ({
    minutes: Number(heading.dataset.minutes),
    title: heading.firstChild.textContent.trim(),
  }));
  const rows = [...prose.querySelectorAll("tbody tr")].map(({ cells }) => ({ minutes: minutesOf(cells[0].textContent), title: cells[1]?.textContent.trim() }));
  return headings.length ? headings : rows.filter(({ minutes }) => minutes);
}

const steps = stepsOf();
let [place, clock, before, awake, sounds] = [0, STILL, Infinity, null, null];

/** Two soft tones. */
function sound() {
  sounds ??= new AudioContext();
  for (const [index, pitch] of [523, 659].entries()) {
    const [tone, loudness] = [sounds.createOscillator(), sounds.createGain()];
    const at = sounds.currentTime + index * 0.4;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.15, at + 0.1);
    loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
    tone.connect(loudness).connect(sounds.destination);
    tone.start(at);
    tone.stop(at + 1);
  }
}

function tick() {
  const { minutes } = steps[place];
  const rest = left(minutes, clock, Date.now());
  const event = clock.since === null ? undefined : passed(minutes, before, rest);
  before = rest;
  part("left").textContent = face(rest > 0 ? Math.ceil(rest / 1000) * 1000 : rest);
  dialog.toggleAttribute("data-up", rest <= 0);
  part("up").hidden = rest > 0;
  if (event) part("said").textContent = words[event];
  if (event === "up" && part("sound").checked) sound();
}

function show() {
  const { title } = steps[place];
  const following = steps[place + 1];
  part("place").textContent = say(words.step, { n: place + 1, all: steps.length });
  part("step").textContent = title;
  part("step").lang = prose.lang;
  part("next").textContent = following ? say(words.next, { step: following.title, minutes: length(following.minutes) }) : words.last;
  dialog.querySelector("[data-do=run]").textContent = clock.since === null ? words.start : words.pause;
  dialog.querySelector("[data-do=back]").disabled = place === 0;
  dialog.querySelector("[data-do=on]").disabled = !following;
  tick();
}

/** Keep the screen on while the clock runs, where the browser can. */
async function watch(running) {
  await awake?.release();
  awake = running ? await navigator.wakeLock?.request("screen").catch(() => null) : null;
}

function run() {
  const fresh = clock === STILL;
  clock = toggled(clock, Date.now());
  watch(clock.since !== null);
  if (fresh) part("said").textContent = say(words.begun, { step: steps[place].title, minutes: length(steps[place].minutes) });
  show();
}

function go(to) {
  const running = clock.since !== null;
  [place, clock, before] = [Math.min(Math.max(to, 0), steps.length - 1), STILL, Infinity];
  if (running) run();
  else show();
}

const actions = {
  run,
  on: () => go(place + 1),
  back: () => go(place - 1),
  full: () => (document.fullscreenElement ? document.exitFullscreen() : dialog.requestFullscreen()),
  close: () => dialog.close(),
};

for (const button of dialog.querySelectorAll("[data-do]")) {
  button.hidden = button.dataset.do === "full" && !document.fullscreenEnabled;
  button.addEventListener("click", actions[button.dataset.do]);
}
dialog.addEventListener("close", () => {
  if (document.fullscreenElement) document.exitFullscreen();
});
part("sound").addEventListener("change", ({ target }) => {
  if (target.checked) sound(); // browsers allow sound only after somebody asked for it
});
setInterval(tick, 250);

/** Show the clock: where it was left, since it goes on while it is closed. */
export function open() {
  if (!dialog.open) dialog.showModal();
  show();
}
