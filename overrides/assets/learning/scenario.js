// A scenario, one scene after the other: what was chosen is said and stays, and the next scene appears below it.

import { path } from "./grading.js";
import { make, words } from "./page-words.js";

/** Upgrades a scenario's element; `changed` is called with every step. */
export function scenario(element, key, changed) {
  const scenes = new Map();
  let given = {};

  const said = (scene, choice) => {
    const copy = scene.element.querySelector(`.answer [data-option="${choice}"]`).cloneNode(true);
    const [what, feedback] = copy.children;
    feedback.querySelector("a")?.remove();
    return [make("p", { className: copy.className }, what.querySelector(".verdict") ?? "", " ", ...feedback.childNodes)];
  };

  /** Show the way so far: scenes that were left, the one to choose in, and nothing of what may follow. */
  function show() {
    const { way, ended } = path(key, given);
    given = Object.fromEntries(way);
    const last = way.at(-1);
    const next = ended ? null : last ? key.scenes[last[0]][last[1]].leads_to : key.start;
    for (const [id, scene] of scenes) {
      const choice = given[id];
      scene.element.hidden = !choice && id !== next;
      for (const field of scene.fields) {
        field.disabled = Boolean(choice);
        field.checked = choice ? field.value === choice : false;
      }
      scene.button.hidden = Boolean(choice);
      scene.hint.textContent = "";
      scene.said.replaceChildren(...(choice ? said(scene, choice) : []));
      scene.said.hidden = !choice;
    }
    for (const [id] of way) end.before(scenes.get(id).element);
    if (next) end.before(scenes.get(next).element);
    end.hidden = !way.length;
  }

  function go(id) {
    const scene = scenes.get(id);
    const chosen = scene.fields.find(({ checked }) => checked);
    if (!chosen) {
      scene.hint.textContent = words.chooseFirst;
      return;
    }
    given[id] = chosen.value;
    show();
    scene.said.focus();
    changed();
  }

  const end = make("p", {}, make("button", { className: "button quiet", type: "button" }, words.scenarioAgain));
  for (const one of element.querySelectorAll("[data-scene]")) {
    const id = one.dataset.scene;
    const scene = {
      element: one,
      fields: [...one.querySelectorAll("input")],
      button: make("button", { className: "button", type: "button" }, words.chooseThis),
      hint: make("p", { role: "status" }),
      said: make("div", { className: "result", tabIndex: -1, hidden: true }),
    };
    one.querySelector(".answer").hidden = true;
    one.append(scene.hint, scene.button, scene.said);
    scene.button.addEventListener("click", () => go(id));
    scenes.set(id, scene);
  }
  [...scenes.values()].at(-1).element.after(end);
  end.firstChild.addEventListener("click", () => {
    given = {};
    show();
    changed();
    scenes.get(key.start).fields[0].focus();
  });

  return {
    given: () => given,
    restore(kept) {
      given = { ...kept };
      show();
    },
  };
}
