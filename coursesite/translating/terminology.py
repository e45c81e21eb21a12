"""The glossary's words in translations: used as agreed, and none of the rivals that were decided against.

Languages bend words in ways that no program guesses. So each says itself which `forms` stand for a term (`*` for any
ending or beginning), and a language that has said none is asked for none. A term counts as used where the source has
its word; a link to it from other words is a paraphrase, which may be translated freely.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model.course import Course
from ..model.reference import Term


@dataclass(frozen=True)
class Agreed:
    """What was agreed on one term, for translations into one language."""

    word: str
    """The term in the source language."""
    uses: tuple[str, ...]
    """Forms of it in the source language."""
    forms: tuple[str, ...]
    """Those that the translation may have; none where nothing was agreed."""
    avoid: tuple[str, ...]

    @cached_property
    def used(self) -> re.Pattern[str]:
        """Finds the term in the source."""
        return _any_of(self.uses)

    @cached_property
    def kept(self) -> re.Pattern[str]:
        """Finds what was agreed in the translation."""
        return _any_of(self.forms)

    @cached_property
    def rivals(self) -> tuple[re.Pattern[str], ...]:
        """Find what is to be avoided, one by one."""
        return tuple(_any_of((word,)) for word in self.avoid)


def agreed(course: Course, language: str) -> tuple[Agreed, ...]:
    """The terms on which something was agreed in a language."""
    source = course.source_language
    found = []
    for term in course.glossary.terms:
        forms = term.forms.of_language(language, source)
        avoid = term.avoid.of_language(language, source)
        if forms or avoid:
            uses = term.forms.of_language(source, source) or (_stem(term),)
            found.append(Agreed(str(term.term), uses, forms, avoid))
    return tuple(found)


def unkept(terms: tuple[Agreed, ...], source: str, target: str) -> Iterator[Agreed]:
    """Terms that the source's prose uses and the target's does not, in any of their forms."""
    for term in terms:
        if term.forms and term.used.search(source) and not term.kept.search(target):
            yield term


def rivals(terms: tuple[Agreed, ...], target: str) -> Iterator[tuple[Agreed, re.Match[str]]]:
    """Words in the target's prose that were decided against; what is a part of an agreed form is none."""
    for term in terms:
        rest = term.kept.sub(lambda match: " " * len(match[0]), target) if term.forms else target
        for pattern in term.rivals:
            if match := pattern.search(rest):
                yield term, match


def _stem(term: Term) -> str:
    """The term with any ending of its last word: `family` → `famil*`."""
    word = str(term.term)
    return f"{word[:-1]}*" if word.endswith("y") else f"{word}*"


def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    each = (
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in form.split())
        for form in sorted(forms, key=lambda form: (-len(form), form))
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)
