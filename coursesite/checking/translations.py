"""Translations: other words, and otherwise the same page."""

from collections.abc import Iterator
from itertools import zip_longest

from ..model.adaptation import is_adapted, is_kept, is_national, kept, translated
from ..model.course import Course
from ..model.document import Directive, Document, Heading
from ..model.problem import Problem
from .wording import listed


def every_translation_has_a_source(course: Course) -> Iterator[Problem]:
    """A translated page stands beside the page that it translates, unless a national team added it."""
    national = {
        (edition.module, added.id, edition.language) for edition in course.editions for added in edition.add
    }
    for document in course.documents:
        own = (document.module, document.name, document.language) in national
        if course.source_language not in course.pages[document.key] and not own:
            yield Problem(
                document.path,
                0,
                "translation-without-source",
                f"`{document.key}` does not exist, so this translates nothing",
                "the same name as the source file, with the language before the ending",
                "rename the file after its source, or delete it",
            )


def every_translation_has_the_same_headings(course: Course) -> Iterator[Problem]:
    """Headings have the same ids, levels and minutes in the same order: links and progress hang on them.

    Sections that the page declares as national, adapted or left out are its own.
    """
    for source, translation in translated_pages(course):
        for own, its in zip_longest(kept(source, translation), translated(translation)):
            if own is None or its is None or _fixed(own) != _fixed(its):
                yield Problem(
                    translation.path,
                    its.line if its else translation.headings[-1].line if translation.headings else 0,
                    "translation-heading",
                    f"the heading {_shown(its)} stands here"
                    if its
                    else "a heading is missing after this line",
                    f"{_shown(own)}, as in {source.path}, line {own.line}"
                    if own
                    else f"no further heading, as in {source.path}",
                    "copy the heading's `#` and what is in its braces from the source; translate only its words. "
                    "What is meant to differ is declared: `.national` or `.adapted` in the braces, `omits` in the head",
                )
                break


def every_translation_has_the_same_directives(course: Course) -> Iterator[Problem]:
    """Generated content stands on a translated page as on its source, but for what is declared as its own."""
    for source, translation in translated_pages(course):
        expected = [_comment(one) for one in source.directives if is_kept(source, translation, one.line)]
        actual = [_comment(one) for one in translation.directives if not is_national(translation, one.line)]
        if actual != expected:
            yield Problem(
                translation.path,
                0,
                "translation-directive",
                f"this page has these directives: {listed(actual)}",
                f"{listed(expected)}, as in {source.path}",
                "copy these lines from the source, unchanged",
            )


def every_translation_has_the_same_fields(course: Course) -> Iterator[Problem]:
    """The fields and criteria of a homework have the same ids in the same order."""
    for source, translation in translated_pages(course):
        for key, expected, actual in (
            ("fields", [one.id for one in source.head.fields], [one.id for one in translation.head.fields]),
            (
                "criteria",
                [one.id for one in source.head.criteria],
                [one.id for one in translation.head.criteria],
            ),
        ):
            if actual != expected:
                yield Problem(
                    translation.path,
                    translation.head.place.line_of(key),
                    "translation-field",
                    f"`{key}` has these ids: {listed(actual)}",
                    f"{listed(expected)}, as in {source.path}",
                    "copy the entries from the source; translate only their words",
                )


def every_translation_cites_the_same_sources(course: Course) -> Iterator[Problem]:
    """A translated page cites what its source cites, in words for the same materials. What a team adapted it may cite else."""
    for source, translation in translated_pages(course):
        lost = [one for one in source.head.sources if one not in translation.head.sources]
        if lost and not is_adapted(translation):
            yield Problem(
                translation.path,
                translation.head.place.line_of("sources"),
                "translation-sources",
                f"`sources` in the head of the page lacks {listed(lost)}",
                f"`sources: [{', '.join(source.head.sources)}]`, as in {source.path}",
                "copy this line from the head of the source: it stands between two lines `---` at the very top",
            )
        if len(source.head.materials) != len(translation.head.materials):
            yield Problem(
                translation.path,
                translation.head.place.line_of("materials"),
                "translation-materials",
                f"`materials` in the head of the page has {len(translation.head.materials)} entries",
                f"{len(source.head.materials)}, as in {source.path}",
                "copy the entries from the source; translate their words",
            )


def translated_pages(course: Course) -> Iterator[tuple[Document, Document]]:
    """Every translated page with its source."""
    for languages in course.pages.values():
        source = languages.get(course.source_language)
        for document in languages.values():
            if source is not None and document is not source:
                yield source, document


def _fixed(heading: Heading) -> tuple[int, str | None, int | None]:
    """What a translation must not change."""
    return heading.level, heading.id, heading.minutes


def _shown(heading: Heading) -> str:
    braces = [f"#{heading.id}"] if heading.id else []
    if heading.minutes is not None:
        braces.append(f"minutes={heading.minutes}")
    return (
        f"`{'#' * heading.level} … {{ {' '.join(braces)} }}`"
        if braces
        else f"`{'#' * heading.level} …` without id"
    )


def _comment(directive: Directive) -> str:
    argument = f": {directive.argument}" if directive.argument else ""
    return f"<!-- {directive.name}{argument} -->"
