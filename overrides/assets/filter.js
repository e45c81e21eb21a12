// Hides what a reader did not ask for: rows by level and role, glossary terms by their letters.

import { normalise } from "./letters.js";

for (const region of document.querySelectorAll("[data-filter]")) {
  const choices = [...region.querySelectorAll("select[data-by]")];
  const find = region.querySelector("input[data-find]");
  const status = region.querySelector("[role=status]");
  const items = [...region.querySelectorAll("[data-item]")];
  const groups = [...region.querySelectorAll("[data-group]")];

  const wanted = (item) =>
    choices.every(({ value, dataset }) => !value || item.dataset[dataset.by].split(" ").includes(value)) &&
    (!find || normalise(item.textContent).includes(normalise(find.value)));

  function apply() {
    for (const item of items) item.hidden = !wanted(item);
    for (const group of groups) group.hidden = !group.querySelector("[data-item]:not([hidden])");
    const shown = items.filter((item) => !item.hidden).length;
    status.textContent = status.dataset.words.replace("{shown}", shown).replace("{all}", items.length);
  }

  region.querySelector(".filter").hidden = false;
  region.addEventListener("input", apply);

  // A link to a row that is hidden brings the row back.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.hidden || !region.contains(target)) return;
    for (const choice of choices) choice.value = "";
    if (find) find.value = "";
    apply();
    target.scrollIntoView();
  });
}
