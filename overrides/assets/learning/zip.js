// A zip file of texts, not compressed: what office documents are. Pure, so that node can test it.

import { checksum } from "./archive.js";

const FIRST_DAY = 0x21; // 1 January 1980: the same content makes the same file

/** Numbers in little endian, each [bytes, value]. */
function record(...fields) {
  return fields.flatMap(([bytes, value]) => Array.from({ length: bytes }, (_, place) => (value >>> (8 * place)) & 255));
}

/** The bytes of a zip file with these [name, text] in this order. */
export function zip(files) {
  const [local, central] = [[], []];
  let start = 0;
  for (const [name, text] of files) {
    const [title, content] = [name, text].map((one) => new TextEncoder().encode(one));
    const size = content.length;
    const about = [[2, 20], [2, 0], [2, 0], [2, 0], [2, FIRST_DAY], [4, parseInt(checksum(text), 16)], [4, size], [4, size], [2, title.length], [2, 0]];
    local.push(new Uint8Array(record([4, 0x04034b50], ...about)), title, content);
    central.push(new Uint8Array(record([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, start])), title);
    start += 30 + title.length + size;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, start], [2, 0]);
  const parts = [...local, ...central, new Uint8Array(end)];
  const bytes = new Uint8Array(start + size + end.length);
  parts.reduce((place, part) => (bytes.set(part, place), place + part.length), 0);
  return bytes;
}
