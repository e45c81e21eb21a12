"""The order of words in a language's alphabet."""

import re
import unicodedata
from collections.abc import Callable

Key = tuple[tuple[tuple[int, str], ...], str]

_LAST = 1_000_000
"""Comes after every letter of an alphabet."""


def in_order_of(alphabet: str | None) -> Callable[[str], Key]:
    """A key to sort by. Letters that the alphabet does not have stand where they do without their marks.

    `alphabet` is letters with blanks between them. Without one, letters stand in Unicode's order, marks aside.
    Capitals and marks decide only between words that are equal otherwise.
    """
    letters = {letter: place for place, letter in enumerate((alphabet or "").casefold().split())}
    longest_first = sorted(letters, key=len, reverse=True)
    letter = re.compile("|".join([*map(re.escape, longest_first), "."]), re.DOTALL)

    def place(found: str) -> tuple[int, str]:
        bare = "".join(c for c in unicodedata.normalize("NFD", found) if not unicodedata.combining(c))
        at = letters.get(found, letters.get(bare))
        if at is not None:
            return at, ""
        return (_LAST if found.isalpha() and letters else -1), bare

    def key(words: str) -> Key:
        text = unicodedata.normalize("NFC", words).casefold()
        return tuple(place(one) for one in letter.findall(text)), words

    return key
