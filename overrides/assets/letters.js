// Letters that count as the same when words are compared. Pure, so that node can test it.

// Arabic as people type it: a hamza or the dots of a last letter are often left out.
const ARABIC = { ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", ء: "", ـ: "" };
const LETTERS = { đ: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ð: "d", þ: "th", ı: "i", ς: "σ", ...ARABIC };

/** Small letters without marks: what is compared with what. */
export function normalise(text) {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[đøłßæœðþıςٱىیکةءـ]/g, (letter) => LETTERS[letter]);
}
