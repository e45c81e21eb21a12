// Shows a term's definition where it is used. Without this script the link leads to the foot of the page.

const part = document.querySelector(".terms-part");
const box = document.createElement("div");
const title = document.createElement("p");
const text = document.createElement("p");
const button = document.createElement("button");
let opener = null;

box.className = "term-box";
box.role = "dialog";
box.tabIndex = -1;
box.hidden = true;
title.className = "term-box-title";
title.id = "term-box-title";
text.id = "term-box-text";
box.setAttribute("aria-labelledby", title.id);
box.setAttribute("aria-describedby", text.id);
button.type = "button";
button.className = "button";
button.textContent = part.dataset.close;
box.append(title, text, button);

function copy(from, to) {
  const worded = from.querySelector("[lang]") ?? from;
  to.textContent = from.textContent.trim();
  to.lang = worded.lang || document.documentElement.lang;
  to.dir = "auto";
}

function open(link, entry) {
  close(false);
  opener = link;
  copy(entry.querySelector("dt"), title);
  copy(entry.querySelector("dd"), text);
  box.dir = document.documentElement.dir;
  document.body.append(box);
  box.hidden = false;
  const place = [...link.getClientRects()].at(-1);
  const room = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = `${Math.max(8, Math.min(place.left, room)) + scrollX}px`;
  box.style.top = `${place.bottom + 6 + scrollY}px`;
  link.setAttribute("aria-expanded", "true");
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
}

function close(focus) {
  if (!opener) return;
  box.hidden = true;
  opener.setAttribute("aria-expanded", "false");
  if (focus) opener.focus();
  opener = null;
}

for (const link of document.querySelectorAll("a.term")) {
  const entry = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!entry) continue;
  link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (opener === link) close(true);
    else open(link, entry);
  });
}

button.addEventListener("click", () => close(true));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close(true);
});
document.addEventListener("click", (event) => {
  if (opener && !box.contains(event.target) && event.target.closest("a.term") !== opener) close(false);
});
box.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !box.contains(event.relatedTarget)) close(false);
});
