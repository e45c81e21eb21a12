import assert from "node:assert/strict";
import { test } from "node:test";

import { zip } from "../../overrides/assets/learning/zip.js";

const bytes = zip([["mimetype", "text/plain"], ["a/b.txt", "Möte – “varje” tisdag"]]);
const view = new DataView(bytes.buffer);

test("the first file lies where readers of OpenDocument look for its type", () => {
  assert.equal(new TextDecoder().decode(bytes.slice(30, 48)), "mimetypetext/plain");
  assert.equal(view.getUint16(8, true), 0, "not compressed");
});

test("the end says how many files there are, and where their list begins", () => {
  const end = bytes.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  assert.equal(view.getUint16(end + 10, true), 2);
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  assert.equal(start + size, end);
  assert.equal(view.getUint32(start, true), 0x02014b50);
});

test("the same files make the same bytes", () => {
  assert.deepEqual(zip([["mimetype", "text/plain"], ["a/b.txt", "Möte – “varje” tisdag"]]), bytes);
});
