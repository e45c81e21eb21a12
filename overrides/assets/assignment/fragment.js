// A page whose content stands in its address takes the address's fragment along into other languages.

export function carryFragment() {
  const links = [...document.querySelectorAll(".languages a")];
  const carry = () => links.forEach((link) => (link.hash = location.hash));
  for (const event of ["pointerdown", "focusin", "click"]) document.querySelector(".languages")?.addEventListener(event, carry, true);
  carry();
}
