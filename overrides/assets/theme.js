/* Light, dark or as the device says. Runs before the first paint; without storage the choice lasts for the page. */
(() => {
  "use strict";
  const key = "course:theme";
  const dark = document.getElementById("dark");
  const media = { system: dark.media, light: "not all", dark: "screen" };
  const next = { system: "light", light: "dark", dark: "system" };
  let choice = "system";

  try {
    choice = localStorage.getItem(key) || choice;
  } catch {
    // Storage is blocked: the device decides.
  }

  function show() {
    choice = choice in media ? choice : "system";
    dark.media = media[choice];
  }

  function keep() {
    try {
      if (choice === "system") localStorage.removeItem(key);
      else localStorage.setItem(key, choice);
    } catch {
      // The choice is not remembered.
    }
  }

  show();
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button.theme");
    if (!button) return;
    const name = () => {
      button.dataset.shown = choice;
      button.ariaLabel = button.title = button.dataset[choice];
    };
    name();
    button.hidden = false;
    button.addEventListener("click", () => {
      choice = next[choice];
      show();
      keep();
      name();
    });
  });
})();
