// What every page may need; larger helpers are fetched only where the page has something for them.

const drop = document.querySelector("details.drop");

function close(focus) {
  if (!drop?.open) return;
  drop.open = false;
  if (focus) drop.querySelector("summary").focus();
}

drop?.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close(true);
});
document.addEventListener("click", (event) => {
  if (!drop?.contains(event.target)) close(false);
});

// The menu's own scroll begins where the page one is on can be seen.
const menu = document.querySelector(".menu");
const current = menu?.querySelector("[aria-current]");
if (current && current.offsetTop > menu.clientHeight * 0.8) menu.scrollTop = current.offsetTop - menu.clientHeight / 3;

// A table shown as cards is still a table: browsers that read roles off the layout are told so.
for (const table of document.querySelectorAll("table.cards-when-small")) {
  const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };
  table.role = "table";
  for (const part of table.querySelectorAll("thead, tbody, tr, td")) part.role = roles[part.localName];
  for (const head of table.querySelectorAll("th")) head.role = head.scope === "col" ? "columnheader" : "rowheader";
}

if (document.querySelector(".terms-part")) import("./terms.js");
if (document.querySelector("[data-filter]")) import("./filter.js");
if (document.querySelector("form[data-home]")) import("./search.js");
if (document.getElementById("learning-words")) import("./learning/marks.js");
if (document.querySelector("form[data-quiz]")) import("./learning/quiz.js");
if (document.querySelector("[data-learning]")) import("./learning/my-learning.js");
if (document.querySelector("[data-write]")) import("./learning/homework.js");
if (document.querySelector("[data-planner]")) import("./trainer/planner.js");
if (document.querySelector("[data-portfolio]")) import("./learning/portfolio.js");
if (document.querySelector("[data-print]")) import("./print-button.js");
if (document.querySelector("[data-survey]")) import("./evaluation/survey.js");
if (document.querySelector("[data-collect]")) import("./evaluation/collect.js");
if (document.querySelector("[data-feedback]")) import("./evaluation/feedback.js");
const timer = document.querySelector("[data-timer]");
if (timer) {
  timer.hidden = false;
  timer.querySelector("button").addEventListener("click", () => import("./trainer/timer.js").then(({ open }) => open()));
}
if (document.querySelector("[data-slides]")) import("./trainer/slides.js");
if (document.querySelector("[data-assign]")) import("./trainer/assign.js");
if (document.querySelector("[data-assigned]")) import("./assignment/assigned.js");
