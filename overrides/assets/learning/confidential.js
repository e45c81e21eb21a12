// What in a text might tell who somebody is. Pure, so that node can test it. It only points: it never changes a text,
// never blocks, and it errs on both sides.
//
// `known` is text that the learner did not write, such as the page: names in it are invented, and its ordinary words
// are no names where they begin a sentence.

const EMAIL = /[^\s@<>,;:()]+@[^\s@<>,;:()]+\.\p{L}{2,}/gu;

// Personal numbers with letters or one sign: Italian and Finnish, and Swedish, Danish and Icelandic as they are mostly written.
const CODE = /\b([a-z]{6}\d\d[a-z]\d\d[a-z]\d{3}[a-z]|\d{6}[-+a-f]\d{3}[\da-y])\b/gi;

// Seven to fifteen digits: phone numbers, and personal numbers without letters (Norwegian, EMŠO, NIF and all the others).
const DIGITS = /(?<![\p{L}\d])\+?\(?\d([ ()./–-]{0,2}\d){6,14}(?![\p{L}\d])/gu;
const DATE = /(?<![\d-])((19|20)\d\d-\d\d-\d\d|\d\d?[./-] ?\d\d?[./-] ?(19|20)\d\d|(19|20)\d\d ?[–/-] ?(19|20)\d\d|\d\d?[.:]\d\d ?[–-] ?\d\d?[.:]\d\d)(?![\d-])/g;
const AMOUNT = /000$/;

const PART = "\\p{Lu}[\\p{Ll}’']+([-–]?\\p{Lu}\\p{Ll}+)*";
const NAME = new RegExp(`(?<![\\p{L}–-])${PART}( ((af|av|d[aeio]|dos|van|von) )?${PART})+`, "gu");
const SENTENCE_BEGINS = /(^|[.!?:…”"»)]\s+|\n\s*|["“„«(•*–-]\s*)$/;

function names(text, known) {
  const ordinary = new Set(`${known} ${text}`.match(/(?<!\p{L})\p{Ll}+/gu));
  return [...text.matchAll(NAME)].map(({ 0: found, index }) => {
    const [first, ...rest] = found.split(" ");
    const name = ordinary.has(first.toLowerCase()) && SENTENCE_BEGINS.test(text.slice(0, index)) ? rest : [first, ...rest];
    return name.length > 1 && !known.includes(name.join(" ")) ? name.join(" ") : null;
  });
}

/** What looks like an e-mail address, a personal or phone number, a full name: {email, number, name}, each a list. */
export function suspicious(text, known = "") {
  const plain = text.replace(EMAIL, "#").replace(DATE, "#");
  const found = {
    email: text.match(EMAIL) ?? [],
    number: [...(plain.match(CODE) ?? []), ...(plain.replace(CODE, "#").match(DIGITS) ?? []).filter((one) => !AMOUNT.test(one))],
    name: names(plain, known).filter(Boolean),
  };
  return Object.fromEntries(Object.entries(found).map(([kind, all]) => [kind, [...new Set(all)]]));
}
