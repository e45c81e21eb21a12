"""What readers see of a national team's edition: pages that are its own or left out, its services and laws."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..model.document import NationalTeam
from ..model.national import Pointer
from .notice_views import original_link
from .page import Page
from .standpoint import Standpoint
from .views import NoticeView
from .words import Words


@dataclass(frozen=True)
class PointerView:
    """A service or a law, with its anchor."""

    anchor: str
    title: str
    text: str
    url: str | None


@dataclass(frozen=True)
class PointersView:
    """A national list, and who answers for it; without entries, a sentence that says so."""

    entries: tuple[PointerView, ...]
    remark: str
    direction: str


def services_view(at: Standpoint) -> PointersView:
    """Services that people in this language's country can turn to."""
    none = (
        at.words.gettext("Each national team lists services in its own language.")
        if at.words.language == at.course.source_language
        else at.words.gettext("The national team has not listed any services yet.")
    )
    return _pointers(at, at.course.national.services if at.course.national else (), "service", none)


def laws_view(at: Standpoint) -> PointersView:
    """Laws that people in this language's country work under."""
    none = (
        at.words.gettext("Each national team lists laws in its own language.")
        if at.words.language == at.course.source_language
        else at.words.gettext("The national team has not listed any laws yet.")
    )
    return _pointers(at, at.course.national.laws if at.course.national else (), "law", none)


def _pointers(at: Standpoint, pointers: Iterable[Pointer], prefix: str, none: str) -> PointersView:
    views = tuple(PointerView(f"{prefix}-{one.id}", one.title, one.text, one.url) for one in pointers)
    team = at.course.national
    return PointersView(views, signature(team, at.words) if team and views else none, at.words.direction)


def signature(team: NationalTeam, words: Words) -> str:
    """Who answers for national content, and since when."""
    text = words.gettext("National content by %(team)s, reviewed on %(date)s")
    return text % {"team": team.by, "date": words.date(team.date)}


def edition_notice(at: Standpoint, page: Page) -> NoticeView | None:
    """The notice on a page that only this national team has, or that it leaves out."""
    words = at.words
    if page.left_out is not None:
        one = page.left_out
        text = words.gettext("The national team leaves out this activity: %(reason)s") % {
            "reason": one.reason
        }
        title = words.gettext("Left out in this language")
        return NoticeView("national", title, text, original_link(at), more=(_by(one.team, words),))
    team = at.course.team_of(page.activity) if page.activity and page.kind == "activity" else None
    if team is None:
        return None
    title = words.gettext("Only in this language")
    return NoticeView("national", title, f"{signature(team, words)}.")


def _by(team: NationalTeam, words: Words) -> str:
    return words.gettext("Decided by %(team)s, reviewed on %(date)s.") % {
        "team": team.by,
        "date": words.date(team.date),
    }
