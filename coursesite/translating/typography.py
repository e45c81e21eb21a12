"""Typography in prose: a language's own quotation marks and decimal sign, and nothing of a typewriter's.

The marks stand in the course's data, the signs of numbers in CLDR.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel import Locale

from .durations import number_symbol

MARKS = "“”„‟«»‹›‚‘"
"""Quotation marks of the world's languages. `’` is an apostrophe too, and so never wrong by itself."""

_DECIMAL = re.compile(r"(?P<name>[^\W\d_]*\s?)(?<![\d.,:/-])(?P<number>\d+[.,]\d+)(?![\d:/-]|[.,]\d)")


@dataclass(frozen=True)
class Slip:
    """Something that is set as another language, or a typewriter, sets it."""

    start: int
    says: str
    expected: str
    code: str = "translation-quotes"


def wrong_quotes(prose: str, quotes: str) -> Iterator[Slip]:
    """Typewriter's marks, marks of other languages, and marks the wrong way round; the first of each sort.

    `quotes` are an opening and a closing mark, and perhaps two more for quotations inside quotations.
    """
    shown = f"{quotes[0]}…{quotes[1]}" + (f", inside these {quotes[2]}…{quotes[3]}" if quotes[2:] else "")
    opening, closing = set(quotes[0::2]), set(quotes[1::2])
    seen: set[str] = set()
    for match in re.finditer(rf"[\"{MARKS}]|(?<=[^\W\d_])'(?=[^\W\d_])", prose):
        mark, at = match[0], match.start()
        if mark in seen:
            continue
        slip = None
        if mark == '"':
            slip = Slip(at, "a typewriter's quotation mark, `\"`, stands here", shown)
        elif mark == "'":
            slip = Slip(at, "a typewriter's apostrophe, `'`, stands here", "`’`")
        elif mark not in opening | closing:
            slip = Slip(at, f"the quotation mark `{mark}` is not this language's", shown)
        elif _opens(prose, at) is True and mark not in opening:
            slip = Slip(at, f"`{mark}` opens a quotation here, and is the mark that closes one", shown)
        elif _opens(prose, at) is False and mark not in closing:
            slip = Slip(at, f"`{mark}` closes a quotation here, and is the mark that opens one", shown)
        if slip:
            seen.add(mark)
            yield slip


def _opens(prose: str, at: int) -> bool | None:
    """Whether a mark stands as one that opens; None where that can't be told."""
    before, after = prose[at - 1 : at].strip(), prose[at + 1 : at + 2].strip()
    if not before and after:
        return True
    if before and not after:
        return False
    if before in tuple("([-–—/"):
        return True
    return False if after in tuple(")].,;:!?…") else None


def wrong_numbers(source: str, target: str, source_locale: str, locale: str) -> Iterator[Slip]:
    """Numbers with a fraction that stand as the source writes them, where the language has another sign.

    A name's number, such as a version, stays as it is: where the same word stands before it in both, it is left alone
    in the whole text.
    """
    theirs, ours = (number_symbol(Locale.parse(one), "decimal") for one in (source_locale, locale))
    if theirs == ours:
        return
    known = {(match["name"], match["number"]) for match in _DECIMAL.finditer(source)}
    numbers = {number for _, number in known if theirs in number}
    found = list(_DECIMAL.finditer(target))
    named = {one["number"] for one in found if one["name"].strip() and (one["name"], one["number"]) in known}
    for match in found:
        number = match["number"]
        if number in numbers - named:
            right = number.replace(theirs, ours)
            yield Slip(
                match.start("number"), f"`{number}` is written as in the source's language", f"`{right}`",
                "translation-number",
            )  # fmt: skip
