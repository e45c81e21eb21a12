// A radar chart: one axis for each competency, two shapes, before and after. The numbers stand in a table beside it.

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 90;
const LINE = 14;
const WIDTH = 11;

function draw(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
}

const round = (number) => Math.round(number * 10) / 10;

/** A label over as many lines as it needs, around the height that it belongs to. */
function label(text, x, y, anchor) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length && longer.length <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const top = y - ((lines.length - 1) * LINE) / 2 + 4;
  const element = draw("text", { class: "radar-label", "text-anchor": anchor });
  element.append(...lines.map((line, index) => draw("tspan", { x, y: top + index * LINE }, `${line} `)));
  return element;
}

/** `axes`: [{label, before, after}], values from 1 to `levels` or null. */
export function radar(axes, levels, title, description) {
  const point = (index, level) => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2;
    const distance = (RADIUS * level) / levels;
    return [round(Math.cos(angle) * distance), round(Math.sin(angle) * distance)];
  };
  const ring = (level) => axes.map((_, index) => point(index, level).join()).join(" ");

  const chart = draw("svg", { class: "radar", viewBox: "-215 -125 430 250", role: "img", "aria-labelledby": "radar-title", "aria-describedby": "radar-text" });
  chart.append(draw("title", { id: "radar-title" }, title), draw("desc", { id: "radar-text" }, description));
  for (let level = 1; level <= levels; level += 1) chart.append(draw("polygon", { class: "radar-ring", points: ring(level) }));
  axes.forEach(({ label: short }, index) => {
    const [x, y] = point(index, levels);
    const [labelX, labelY] = point(index, levels * 1.1);
    const anchor = Math.abs(labelX) < 10 ? "middle" : labelX > 0 ? "start" : "end";
    chart.append(draw("line", { class: "radar-axis", x1: 0, y1: 0, x2: x, y2: y }));
    chart.append(label(short, labelX, labelY * 1.05, anchor));
  });
  for (const shape of ["before", "after"]) {
    const known = axes.map((axis, index) => axis[shape] !== null && point(index, axis[shape])).filter(Boolean);
    if (known.length > 2) chart.append(draw("polygon", { class: `radar-${shape}`, points: known.map((one) => one.join()).join(" ") }));
    for (const [x, y] of known) {
      const dot = shape === "before" ? ["circle", { cx: x, cy: y, r: 4 }] : ["rect", { x: x - 4, y: y - 4, width: 8, height: 8 }];
      chart.append(draw(dot[0], { class: `radar-${shape}-dot`, ...dot[1] }));
    }
  }
  return chart;
}
