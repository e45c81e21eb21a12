// A button for what cannot be undone: it asks first. `words` has erase, sure, yes and no.

import { make } from "../learning/page-words.js";

/** The button, and the box with the question that it opens. */
export function confirming(words, act) {
  const button = (title, does, quiet) => {
    const made = make("button", { className: `button ${quiet}`, type: "button" }, title);
    made.addEventListener("click", does);
    return made;
  };
  const box = make("div", { className: "preview", tabIndex: -1, hidden: true });
  const ask = (isOpen) => {
    box.hidden = !isOpen;
    (isOpen ? box : opener).focus();
  };
  const opener = button(words.erase, () => ask(true), "quiet");
  const yes = button(words.yes, () => {
    ask(false);
    act();
  }, "");
  box.append(make("p", {}, words.sure), make("p", { className: "choices" }, yes, button(words.no, () => ask(false), "quiet")));
  return [opener, box];
}
