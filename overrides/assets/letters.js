// Letters that count as the same when words are compared. Pure, so that node can test it.

const LETTERS = { đ: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ð: "d", þ: "th", ı: "i", ς: "σ" };

/** Small letters without marks: what is compared with what. */
export function normalise(text) {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[đøłßæœðþıς]/g, (letter) => LETTERS[letter]);
}
