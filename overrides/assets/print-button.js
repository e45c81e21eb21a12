// Buttons that print: the whole page, or the section around the heading whose id they name.

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const part = document.getElementById(button.dataset.print)?.closest("section");
    part?.setAttribute("data-printing", "");
    addEventListener("afterprint", () => part?.removeAttribute("data-printing"), { once: true });
    print();
  });
}
