// Due dates as a calendar file (RFC 5545). Pure, so that node can test it.

const WIDEST = 75; // octets in a line, without its end

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** A line cut where it grows too long, never inside a letter. */
function folded(line) {
  const parts = [""];
  let size = 0;
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length;
    if (size + octets > WIDEST) {
      parts.push("");
      size = 1; // the blank that continues a line
    }
    parts[parts.length - 1] += sign;
    size += octets;
  }
  return parts.join("\r\n ");
}

const compact = (date) => date.replaceAll("-", "");

function dayAfter(date) {
  const next = new Date(`${date}T00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/**
 * The calendar of `entries`: [{id, title, due, url}], as whole days. `name` tells one list from others: the same task in
 * the same list is the same event, so that a later file changes it. `now` is a Date.
 */
export function calendar({ course, name, entries, now }) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const sequence = Math.floor((now.getTime() - Date.UTC(2020, 0, 1)) / 60000);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(course)}//homework//EN`, "CALSCALE:GREGORIAN"];
  for (const { id, title, due, url } of entries) {
    lines.push(
      "BEGIN:VEVENT",
      `UID:homework-${id}-${name}@${course}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequence}`,
      `DTSTART;VALUE=DATE:${compact(due)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(due))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(url)}`,
      `URL:${url}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
}
