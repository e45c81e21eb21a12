// Slides one at a time, and a presenter's window beside them: `?presenter` at the end of the address. Both windows say to each
// other what they show, so that either may be closed, reloaded or opened later.

import { actionOf, counted, face, moved, newer, STILL, swiped, toggled } from "./slide-state.js";

const SMALLEST = 0.5;
const IDLE = 3000; // ms until the bar goes away in full screen

const root = document.documentElement;
const deck = document.querySelector("[data-slides]");
const words = JSON.parse(deck.dataset.words);
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const slides = [...deck.querySelectorAll(".slide")];
const titles = slides.map((slide) => slide.querySelector("h1, h2"));
const last = slides.length - 1;
const rightToLeft = root.dir === "rtl";
const presenting = new URLSearchParams(location.search).has("presenter");
const clock = new Intl.DateTimeFormat(deck.dataset.locale, { hour: "2-digit", minute: "2-digit" });
const say = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

let state = { id: titles[0].id, black: false, clock: STILL, changed: 0 };
const channel = new BroadcastChannel(`course:slides:${location.pathname}`);

const place = () => Math.max(0, titles.findIndex(({ id }) => id === state.id));

/** Letters as large as fit. What does not fit at half its size can be scrolled. */
function fit(slide) {
  const [box, text] = [slide.querySelector(".slide-face"), slide.querySelector(".slide-text")];
  let size = 1;
  const set = () => text.style.setProperty("--fit", size);
  set();
  while (size > SMALLEST && (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth)) {
    size -= 0.05;
    set();
  }
  if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}

function show() {
  const here = place();
  slides.forEach((slide, index) => {
    slide.dataset.is = index === here ? "now" : index === here + 1 ? "next" : "away";
  });
  root.toggleAttribute("data-black", state.black);
  const values = { n: here, all: last, title: titles[here].firstChild.textContent.trim() };
  part("place").textContent = here ? `${here} / ${last}` : "";
  part("progress").max = last;
  part("progress").value = here;
  for (const button of document.querySelectorAll("[data-do=black]")) button.ariaPressed = state.black;
  const said = state.black ? words.black : say(here ? words.place : words.first, values);
  if (part("said").textContent !== said) part("said").textContent = said;
  part("end").hidden = here !== last;
  const minutes = titles.slice(0, here + 1).reduce((sum, title) => sum + Number(title.dataset.minutes ?? 0), 0);
  part("planned").textContent = minutes ? say(words.planned, { minutes: say(words.minutes, { n: minutes }) }) : "";
  history.replaceState(null, "", `${location.search}#${state.id}`);
  const seen = { show: slides.slice(here, here + 1), presenter: slides.slice(here, here + 2), list: [] };
  seen[root.dataset.mode].forEach(fit);
  tick();
}

function tick() {
  const now = Date.now();
  part("clock").textContent = clock.format(now);
  part("elapsed").textContent = face(counted(state.clock, now));
  const run = document.querySelector("[data-do=run]");
  run.textContent = state.clock.since === null ? run.dataset.start : run.dataset.stop;
}

/** Take over what changed here, and tell the other window. */
function change(values) {
  state = { ...state, ...values, changed: Math.max(Date.now(), state.changed + 1) };
  channel.postMessage({ state });
  show();
}

function mode(name) {
  root.dataset.mode = name;
  document.querySelector(".show-bar").hidden = name === "list";
  part("presenter").hidden = name !== "presenter";
  for (const button of document.querySelectorAll("[data-in]")) button.hidden = button.dataset.in !== name;
  show();
  scrollTo(0, 0);
}

function openPresenter() {
  const address = `${location.pathname}?presenter#${state.id}`;
  part("link").href = address;
  const opened = window.open(address, "presenter", "popup,width=1100,height=750");
  if (!opened) part("blocked").showModal();
}

const actions = {
  show: () => mode("show"),
  list: () => mode("list"),
  leave: () => {
    if (!presenting && !document.fullscreenElement) mode("list");
  },
  full: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.()),
  presenter: openPresenter,
  black: () => change({ black: !state.black }),
  help: () => (part("help").open ? part("help").close() : part("help").showModal()),
  run: () => change({ clock: toggled(state.clock, Date.now()) }),
  reset: () => change({ clock: STILL }),
};

function act(action) {
  if (actions[action]) actions[action]();
  else change({ id: titles[moved(place(), action, last)].id, black: false });
}

document.addEventListener("keydown", (event) => {
  const action = actionOf(event, { rightToLeft, letters: part("letters").checked });
  const talking = document.querySelector("dialog[open]") || event.target.closest("input, select, textarea");
  const pressing = event.key === " " && event.target.closest("a, button, summary");
  if (!action || pressing || (talking && action !== "help") || (root.dataset.mode === "list" && action !== "presenter")) return;
  if (presenting && (action === "presenter" || action === "full")) return;
  event.preventDefault();
  act(action);
});

for (const button of document.querySelectorAll("[data-do]")) {
  button.hidden = button.dataset.do === "full" && !document.fullscreenEnabled;
  button.addEventListener("click", () => act(button.dataset.do));
}

let finger;
deck.addEventListener("touchstart", ({ touches }) => { finger = touches.length === 1 ? touches[0] : null; }, { passive: true });
deck.addEventListener("touchend", ({ changedTouches: [end] }) => {
  const action = finger && root.dataset.mode !== "list" && swiped({ x: end.clientX - finger.clientX, y: end.clientY - finger.clientY }, rightToLeft);
  if (action) act(action);
});

let idle;
function awake() {
  clearTimeout(idle);
  root.removeAttribute("data-idle");
  idle = setTimeout(() => root.toggleAttribute("data-idle", Boolean(document.fullscreenElement)), IDLE);
}
for (const name of ["pointermove", "pointerdown", "focusin", "fullscreenchange"]) document.addEventListener(name, awake);

channel.addEventListener("message", ({ data }) => {
  if (data.hello && state.changed) channel.postMessage({ state });
  if (!data.state || newer(state, data.state) === state) return;
  state = data.state;
  show();
});

function goToAddress() {
  const id = decodeURIComponent(location.hash.slice(1));
  const title = titles.find((one) => one.id === id);
  if (title && id !== state.id) change({ id });
}
addEventListener("hashchange", goToAddress);
addEventListener("resize", show);

const wanted = location.hash;
mode(presenting ? "presenter" : "show");
if (wanted) {
  state = { ...state, id: titles.find((title) => `#${title.id}` === decodeURIComponent(wanted))?.id ?? state.id };
  show();
}
channel.postMessage({ hello: true });
setInterval(tick, 500);
