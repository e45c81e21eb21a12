// Search finds words as people type them, in scripts other than plain Latin too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { find, snippet } from "../../overrides/assets/search-matching.js";

const finds = (text, query) => find({ pages: [{ u: "", t: "", l: "", s: [["", "", text]] }] }, query).results.length > 0;

for (const [what, text, ...queries] of [
  ["Latvian long vowels and soft letters", "Rītausmā dzied bišu māte ķērpjos", "ritausma", "RĪTAUSMĀ", "mate", "bišu", "kerpj"],
  ["Serbian Latin without marks", "Pčele žive u košnici, a đaci ćute", "pcele", "Kosnici", "zive", "daci", "cute"],
  ["Serbian Cyrillic", "Пчеле живе у кошници, међу ђацима", "ПЧЕЛЕ", "кошни", "ђацима"],
  ["Arabic without short vowels", "أَهْلًا بِكُمْ في المَنْحَل", "أهلا", "اهلا", "بكم", "منحل"],
  ["Arabic hamza", "أصدقاء المنحل يسألون عن مسؤولية الملكة", "اصدقاء", "اصدقا", "يسالون", "مسوولية"],
  ["Arabic last letters", "كلّ أسرة في المستشفى", "اسره", "أسرة", "مستشفي"],
  ["Arabic article and what is joined to it", "تتقاسم الأُسرة الدفء والغذاء وبالعمل للملكة", "أسرة", "الأسرة", "غذاء", "والغذاء", "عمل", "ملكة"],
  ["Arabic stretched for looks", "النحـــل", "نحل"],
  ["Persian letters for Arabic ones", "الملكة", "ملکه"],
]) {
  test(`${what}: found`, () => assert.deepEqual(queries.filter((query) => !finds(text, query)), []));
}

test("other words are not found", () => {
  assert.equal(finds("الأسرة والمنحل", "مدرسة"), false);
  assert.equal(finds("Пчеле живе у кошници", "pčele"), false);
  assert.equal(finds("ال", "الملكة"), false);
});

test("what was found is marked as it is written", () => {
  assert.deepEqual(snippet("تتقاسم الأُسرة الدفء", ["اسره"]), [["تتقاسم ", false], ["الأُسرة", true], [" الدفء", false]]);
});
