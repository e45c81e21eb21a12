"""Plain language: sentences and words short enough for people who read in a second language.

Warnings only, since a number can't judge a text. Two measures that need no knowledge of the language:

- the mean length of sentences;
- LIX, the readability index of Carl-Hugo Björnsson (*Läsbarhet*, 1968), made for Swedish and used for
  many languages: words per sentence + the percentage of words with more than six letters. Around 40 is
  ordinary prose, above 50 is the prose of offices.

The limits are the house's own, from its notes on the web (`notes/web.md`, reading level). Both are
taken on running text only, and on pages with enough of it to measure.
"""

from collections import Counter
from collections.abc import Iterator

from ..model.course import Course
from ..model.document import Document
from ..model.problem import Problem
from .prose import Sentence, sentences_of
from .wording import listed

LONGEST_MEAN = 20
"""Words per sentence, on average over a page."""

HIGHEST_LIX = 45

LONG = 6
"""Words with more letters than this are long ones."""

ENOUGH = 100
"""Words below which a page is too short to measure."""


def every_page_has_short_sentences(course: Course) -> Iterator[Problem]:
    """Sentences have 20 words or fewer on average."""
    for document, sentences in _measurable(course):
        mean = _words(sentences) / len(sentences)
        if mean > LONGEST_MEAN:
            longest = max(sentences, key=lambda sentence: len(sentence.words))
            yield Problem(
                document.path,
                longest.line,
                "long-sentences",
                f"the sentences of this page have {mean:.1f} words on average; "
                f"the longest begins on this line and has {len(longest.words)}",
                f"{LONGEST_MEAN} words or fewer on average",
                "cut the longest sentences in two: one idea in each",
                "warning",
            )


def every_page_has_short_words(course: Course) -> Iterator[Problem]:
    """The readability index LIX of a page is 45 or lower."""
    for document, sentences in _measurable(course):
        words = _words(sentences)
        long = Counter(word.lower() for one in sentences for word in one.words if _letters(word) > LONG)
        lix = words / len(sentences) + 100 * long.total() / words
        if lix > HIGHEST_LIX:
            often = sorted(long, key=lambda word: (-long[word], word))[:5]
            yield Problem(
                document.path,
                0,
                "lix",
                f"the readability index LIX of this page is {lix:.0f}: {words / len(sentences):.1f} words in a "
                f"sentence, {100 * long.total() / words:.0f}% of words with more than {LONG} letters",
                f"{HIGHEST_LIX} or lower",
                f"prefer short words and short sentences; the most frequent long words are {listed(often)}",
                "warning",
            )


def _measurable(course: Course) -> Iterator[tuple[Document, tuple[Sentence, ...]]]:
    for document in course.source_documents:
        if document.language != course.source_language:
            continue  # a national page: what is long differs from language to language
        sentences = sentences_of(document.body, document.body_line)
        if _words(sentences) >= ENOUGH:
            yield document, sentences


def _words(sentences: tuple[Sentence, ...]) -> int:
    return sum(len(sentence.words) for sentence in sentences)


def _letters(word: str) -> int:
    return sum(character.isalpha() for character in word)
