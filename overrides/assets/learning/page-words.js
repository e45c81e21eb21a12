// What a page gives its scripts to say, and the small things that they have in common.

import { state } from "./state.js";

const block = document.getElementById("learning-words");

/** The interface's words, by name, in the language of the page. */
export const words = block ? JSON.parse(block.textContent) : {};

/** A sentence with its {gaps} filled. */
export const fill = (sentence, values = {}) => sentence.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

/** An element with properties and children; what is null is left out. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A day, or the day of a moment, as this language writes it. */
export function day(text) {
  const date = text.length > 10 ? new Date(text) : new Date(`${text}T12:00`);
  return new Intl.DateTimeFormat(words.locale, { dateStyle: "long" }).format(date);
}

/** Why nothing is kept, or not for long; empty where all is well. */
export function limits() {
  const { place, newer, full, damaged } = state.condition;
  const said = [];
  if (newer) said.push(words.newer);
  else if (place === "page") said.push(words.nowhere);
  else if (place === "tab") said.push(state.shared ? words.shared : words.tab);
  if (full) said.push(words.full);
  if (damaged) said.push(words.damaged);
  return said.join(" ");
}
