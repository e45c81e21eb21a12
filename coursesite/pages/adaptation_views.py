"""What readers see of a page's national adaptation: who answers for it, and what was left out and why."""

from dataclasses import dataclass

from ..model.adaptation import is_adapted, within
from ..model.document import Document, NationalTeam
from ..model.text import Wording
from .notice_views import original_link
from .page import Page
from .standpoint import Standpoint, plain
from .views import LinkView, NoticeView
from .words import Words

SIGNED = "{ .signed data-unsearched=yes }"
"""What marks the line that says who answers for a national part: it is none of the page's words."""


@dataclass(frozen=True)
class LeftOutView:
    """A section of the original that the national team leaves out."""

    id: str
    inner: tuple[str, ...]
    """Ids of headings in it, which links may lead to as well."""
    title: Wording
    reason: str
    original: LinkView


def left_out(at: Standpoint, shown: Document | None) -> tuple[LeftOutView, ...]:
    """The sections that a page leaves out, in the source's order."""
    source = at.course.pages[shown.key].get(at.course.source_language) if shown else None
    if shown is None or source is None:
        return ()
    outline = [(heading.level, heading.id) for heading in source.headings]
    found = []
    for name, reason in shown.head.omits.items():
        inside = [h for h, is_in in zip(source.headings, within(outline, {name}), strict=True) if is_in]
        url = at.addresses.to(at.here, name, language=source.language)
        found.append(
            LeftOutView(
                id=name,
                inner=tuple(heading.id for heading in inside[1:] if heading.id),
                title=Wording(plain(inside[0].text), source.language),
                reason=reason,
                original=LinkView(at.own(at.words.gettext("Read it in the original")), url),
            )
        )
    return tuple(found)


def national_notice(at: Standpoint, page: Page, shown: Document | None) -> NoticeView | None:
    """The notice at the head of a page that a national team adapted."""
    if shown is None or shown.head.national is None or not is_adapted(shown) or page.kind == "sheet":
        return None
    text = at.words.gettext(
        "Changed for this country by %(team)s, reviewed on %(date)s. What was changed is marked."
    )
    title = at.words.gettext("Nationally adapted")
    return NoticeView("national", title, text % _named(shown.head.national, at.words), original_link(at))


def signatures(document: Document, words: Words) -> dict[int, str]:
    """What goes below each national part's first line, by the line's number: who answers for it, in Markdown."""
    team = document.head.national
    if team is None:
        return {}
    said = {
        "national": words.gettext("National content by %(team)s, reviewed on %(date)s") % _named(team, words),
        "adapted": words.gettext("Adapted by %(team)s, reviewed on %(date)s") % _named(team, words),
    }
    found = {
        heading.line: f"\n\n{_escaped(said[heading.adaptation])}\n{SIGNED}\n"
        for heading in document.headings
        if heading.adaptation
    }
    lines = document.body.split("\n")
    for box in document.boxes:  # without a blank line between, or the box would end here
        line = lines[box.line - document.body_line]
        blanks = " " * (len(line) - len(line.lstrip()) + 4)
        found[box.line] = f"\n{blanks}{_escaped(said['national'])}\n{blanks}{SIGNED}\n"
    return found


def _escaped(sentence: str) -> str:
    """Words that Markdown leaves as they are."""
    marked = "".join(f"\\{sign}" if sign in "\\`*_{}[]()>#+!" else sign for sign in sentence)
    return marked.replace("&", "&amp;").replace("<", "&lt;")


def _named(team: NationalTeam, words: Words) -> dict[str, str]:
    return {"team": team.by, "date": words.date(team.date)}
