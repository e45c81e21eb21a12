"""What readers are told about a translation: at the top of the page in one box, and in place where the original changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.document import Document
from ..model.text import Wording
from ..model.translation import Standing
from .page import Page, languages_of
from .shown import Shown, shown_on
from .standpoint import Standpoint, plain
from .views import LinkView, NoticeView
from .words import Words

ABOVE = "_"
"""The section before a page's first heading."""

MOST = 2
"""Facts that a reader is told at once."""


@dataclass(frozen=True)
class ChangedView:
    """Stands below a heading whose section was changed in the original after it was translated."""

    text: str
    original: LinkView


def original_link(at: Standpoint, anchor: str = "") -> LinkView:
    """The same page in the source language."""
    source = at.course.programme.languages[0]
    url = at.addresses.to(at.here, anchor, language=source.code)
    return LinkView(Wording(source.name, source.code), url)


def translation_notice(at: Standpoint, page: Page, document: Document | None) -> NoticeView | None:
    """The one box about this page's translation; None where all of it is reviewed, or where it is the original.

    `document` is the text that the page shows in this language, where it shows one.
    """
    words, course = at.words, at.course
    if page.kind in {"search", "learning", "left-out"} or words.language == course.source_language:
        return None
    if page.document is not None and course.is_national(page.document):
        return None
    shown = shown_on(course, at.translation, page) if at.translation else None
    if words.language not in languages_of(course, page):
        if page.bank is not None and shown is not None and shown.standings - {"missing"}:
            return NoticeView(
                "not-translated", words.gettext("Translated in part"), _missing(words), original_link(at)
            )
        return NoticeView(
            "not-translated", words.gettext("Not translated yet"),
            words.gettext("This page does not exist in this language yet. You are reading the original."),
        )  # fmt: skip
    if shown is None:
        text = words.gettext("No person has reviewed this translation yet.")
        return NoticeView("unreviewed", words.gettext("Draft translation"), text, original_link(at))
    return _about(at, shown, document)


def _about(at: Standpoint, shown: Shown, document: Document | None) -> NoticeView | None:
    """The gravest facts about a translation, in one box."""
    words = at.words
    facts: list[NoticeView] = []
    if "outdated" in shown.standings:
        text = (
            words.gettext("These sections of the original changed after they were translated:")
            if shown.outdated
            else words.gettext(
                "Tables or lists on this page changed in the original after they were translated."
            )
        )
        sections = _sections(at, shown.outdated, document)
        facts.append(
            NoticeView("outdated", words.gettext("The original has changed"), text, sections=sections)
        )
    if text := _draft(words, shown):
        facts.append(NoticeView("unreviewed", words.gettext("Draft translation"), text))
    if "missing" in shown.standings:
        facts.append(NoticeView("not-translated", words.gettext("Translated in part"), _missing(words)))
    if not facts:
        return None
    first, *more = facts[:MOST]
    return NoticeView(
        first.kind,
        first.title,
        first.text,
        original_link(at),
        first.sections,
        tuple(one.text for one in more),
    )


def _missing(words: Words) -> str:
    return words.gettext("Some of this page is not translated yet and stands in the original language.")


def _draft(words: Words, shown: Shown) -> str:
    drafts: frozenset[Standing] = frozenset({"machine draft", "draft"})
    there = shown.standings - {"missing", "outdated"}
    if not there & drafts:
        return ""
    if there == {"machine draft"}:
        return words.gettext("A machine made this translation. No person has reviewed it yet.")
    if "machine draft" in there:
        return words.gettext("A machine translated parts of this page. No person has reviewed them yet.")
    if there == {"draft"}:
        return words.gettext("No person has reviewed this translation yet.")
    return words.gettext("No person has reviewed parts of this translation yet.")


def _sections(
    at: Standpoint, outdated: Mapping[str, str | None], document: Document | None
) -> tuple[LinkView, ...]:
    """Links to the sections that are marked below, in the page's order."""
    if document is None:
        return ()
    titles = {heading.id: plain(heading.text) for heading in document.headings if heading.id}
    found = [LinkView(at.own(at.words.gettext("The beginning")), "#text")] if ABOVE in outdated else []
    found += [
        LinkView(Wording(title, document.language), f"#{id}")
        for id, title in titles.items()
        if id in outdated
    ]
    return tuple(found)


def changed_views(at: Standpoint, page: Page, document: Document) -> Mapping[str, ChangedView]:
    """What stands below the headings of outdated sections, by the heading's id."""
    if at.translation is None or document.language == at.course.source_language:
        return {}
    return {
        section: ChangedView(_changed(at.words, on), original_link(at, "" if section == ABOVE else section))
        for section, on in shown_on(at.course, at.translation, page).outdated.items()
    }


def _changed(words: Words, on: str | None) -> str:
    if on is None:
        return words.gettext("The original of this section changed after it was translated.")
    text = words.gettext("The original of this section changed after it was translated on %(date)s.")
    return text % {"date": words.date(on)}
