"""The translator's desk: how far a language is, part by part, and what there is to do, word by word."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..model.text import Wording
from ..model.translation import (
    DONE,
    STANDINGS,
    Difference,
    Figures,
    Piece,
    Standing,
    TranslatedFile,
    Translation,
    total,
)
from .shown import standing_of
from .source_links import Host
from .standpoint import Standpoint
from .views import LinkView
from .words import Words

DESK = "translations"
"""The directive whose page this is."""

EXCHANGE = "trainer/exchange"
"""Folder, in a language's own, of the files that translators take away: they hold trainers' texts as well."""

STATUS = "status.json"

NUMBERS: Mapping[Standing, int] = {
    "reviewed": 1, "draft": 2, "machine draft": 3, "outdated": 4, "adapted": 5, "national": 5
}  # fmt: skip
"""Colour and pattern of each standing in a bar (fragments/patterns.html); what is missing has none."""

MOST: Mapping[Standing, int] = {"outdated": 40, "adapted": 10, "orphaned": 10, "missing": 10}
"""Places of a file that the page lists, so that it stays light; the file and the JSON have them all."""

WIDTH = 100
"""Of a bar, in percent."""


@dataclass(frozen=True)
class DeskShareView:
    """One standing in a bar: `offset` and `width` in percent."""

    number: int
    title: Wording
    hours: str
    """How much of it there is, in words."""
    offset: float
    width: float


@dataclass(frozen=True)
class DeskBarView:
    """A bar of one part, and what its colours and patterns mean."""

    shares: tuple[DeskShareView, ...]


@dataclass(frozen=True)
class DeskRowView:
    """One standing in figures."""

    title: str
    number: int | None
    """Its colour and pattern in the bar."""
    segments: str
    words: str
    time: str
    """Of the activities for whose pages it holds as a whole; empty where a part has no activities."""


@dataclass(frozen=True)
class DeskPlaceView:
    """A segment to look at."""

    key: str
    says: str
    """What is wrong with it, and what to do."""
    is_change: bool
    """Whether there was another version of the source's words."""
    pieces: tuple[Piece, ...]
    """Empty where the text is for trainers only, which this page is not."""
    target: str
    source_link: LinkView | None
    target_link: LinkView | None


@dataclass(frozen=True)
class DeskFileView:
    """A file with something to do."""

    path: str
    edit: LinkView | None
    summary: str
    places: tuple[DeskPlaceView, ...]
    more: str
    """How many others there are; empty where there are none."""


@dataclass(frozen=True)
class DeskPartView:
    """A module, the standing pages, what all modules share, the interface, or all of it."""

    title: Wording
    figures: str
    table: str
    """Caption of its table."""
    bar: DeskBarView
    rows: tuple[DeskRowView, ...]
    has_time: bool
    exchange: tuple[LinkView, ...]
    files: tuple[DeskFileView, ...] = ()
    untouched: tuple[LinkView, ...] = ()
    """Files that nobody has begun; a link to each where files can be seen."""
    not_begun: str = ""
    """How many these are."""


@dataclass(frozen=True)
class LanguageRowView:
    """A language in the overview."""

    code: str
    name: str
    url: str
    desk: LinkView | None
    today: str
    today_value: int
    """In hundredths, as the next."""
    reviewed: str
    reviewed_value: int
    words: str


@dataclass(frozen=True)
class DeskView:
    """`<!-- translations -->`: one language's desk, or all languages where the page is in the source language."""

    whole: DeskPartView | None
    parts: tuple[DeskPartView, ...]
    languages: tuple[LanguageRowView, ...]
    source_language: str
    status: str
    """URL of the same as JSON."""


@dataclass(frozen=True)
class LanguagesView:
    """`<!-- languages -->`."""

    languages: tuple[LanguageRowView, ...]


def languages_view(at: Standpoint) -> LanguagesView:
    """How far each language is, in words of the source."""
    return LanguagesView(_language_rows(at))


def desk_view(at: Standpoint) -> DeskView:
    """The desk of the page's language."""
    source = at.course.source_language
    if at.translation is None:
        return DeskView(None, (), _language_rows(at), source, STATUS)
    parts = at.translation.parts()
    minutes = {part: _minutes(at, at.translation, part) for part in parts}
    everything = sum(minutes.values(), Counter[Standing]())
    whole = _part(at, "whole", tuple(at.translation.files.values()), everything)
    return DeskView(
        whole, tuple(_part(at, part, its, minutes[part]) for part, its in parts.items()), (), source, STATUS
    )


def _language_rows(at: Standpoint) -> tuple[LanguageRowView, ...]:
    words = at.words
    rows = []
    for language in at.course.programme.languages[1:]:
        translation = at.translations.get(language.code)
        figures = total(file.figures for file in translation.files.values()) if translation else total(())
        desk = None
        if DESK in at.course.page_of_directive:
            url = at.addresses.to(at.directive_page(DESK), language=language.code)
            desk = LinkView(at.own(words.gettext("Translator’s desk")), url)
        done = sum(figures.words[one] for one in DONE)
        rows.append(
            LanguageRowView(
                code=language.code,
                name=language.name,
                url=at.addresses.to("", language=language.code),
                desk=desk,
                today=words.percent(figures.today),
                today_value=figures.today,
                reviewed=words.percent(figures.reviewed),
                reviewed_value=figures.reviewed,
                words=words.gettext("%(n)s of %(all)s words")
                % {"n": words.number(done), "all": words.number(_all(figures.words))},
            )
        )
    return tuple(rows)


def _all(counts: Mapping[Standing, int]) -> int:
    return sum(count for standing, count in counts.items() if standing != "orphaned")


def _minutes(at: Standpoint, translation: Translation, part: str) -> Counter[Standing]:
    """Minutes of a module's activities by how each of them stands as a whole."""
    found: Counter[Standing] = Counter()
    module = at.course.module_by_id.get(part)
    if module is not None:
        for activity in module.activities:
            found[standing_of(at.course, translation, module, activity)] += activity.minutes
    return found


def _title(at: Standpoint, part: str) -> Wording:
    words = at.words
    if module := at.course.module_by_id.get(part):
        return at.say(module.title)
    return at.own(
        {
            "whole": words.gettext("All of the course"),
            "course": words.gettext("What all modules share"),
            "docs": words.gettext("Standing pages"),
            "interface": words.gettext("Words of the site itself"),
        }[part]
    )


def standing_title(words: Words, standing: Standing) -> str:
    """A standing, as people call it."""
    return {
        "missing": words.gettext("Not translated"),
        "outdated": words.gettext("Outdated"),
        "machine draft": words.gettext("Machine draft"),
        "draft": words.gettext("Draft"),
        "reviewed": words.gettext("Reviewed"),
        "adapted": words.gettext("Adapted"),
        "national": words.gettext("National"),
        "orphaned": words.gettext("No longer in the original"),
    }[standing]


def _part(
    at: Standpoint, part: str, files: tuple[TranslatedFile, ...], minutes: Counter[Standing]
) -> DeskPartView:
    words = at.words
    figures = total(file.figures for file in files)
    title = _title(at, part)
    shown = [] if part == "whole" else [file for file in files if file.differences]
    untouched = [] if part == "whole" else [file for file in files if not file.begun]
    return DeskPartView(
        title=title,
        figures=words.gettext("Translated today: %(today)s. When the ledger was last written: %(then)s.")
        % {"today": words.percent(figures.today), "then": words.percent(figures.at_sync)},
        table=words.gettext("Figures by status: %(part)s") % {"part": title},
        bar=_bar(words, figures),
        rows=tuple(
            DeskRowView(
                standing_title(words, one),
                NUMBERS.get(one),
                words.number(figures.segments[one]),
                words.number(figures.words[one]),
                words.duration(minutes[one]) if minutes[one] else "",
            )
            for one in STANDINGS
            if figures.segments[one] or minutes[one]
        ),
        has_time=bool(minutes),
        exchange=() if part == "whole" else (_exchange(at, f"{part}.po"),),
        files=tuple(_file(at, file) for file in shown),
        untouched=tuple(_begin(at, file) for file in untouched),
        not_begun=words.ngettext("%(n)s file not begun", "%(n)s files not begun", len(untouched))
        % {"n": words.number(len(untouched))},
    )


def _bar(words: Words, figures: Figures) -> DeskBarView:
    whole = _all(figures.words)
    shares: list[DeskShareView] = []
    offset = 0.0
    for standing, number in NUMBERS.items():
        count = figures.words[standing]
        if count:
            width = round(WIDTH * count / whole, 2)
            title = Wording(standing_title(words, standing), words.language)
            shares.append(DeskShareView(number, title, words.number(count), round(offset, 2), width))
            offset += width
    return DeskBarView(tuple(shares))


def exchange_path(at: Standpoint, name: str) -> str:
    """Where a file for translators lies, from the site's root."""
    return at.addresses.path(EXCHANGE, at.words.language) + name


def _exchange(at: Standpoint, name: str) -> LinkView:
    title = at.words.gettext("%(name)s, for Poedit, OmegaT or Weblate") % {"name": name}
    return LinkView(at.own(title), at.addresses.to(EXCHANGE) + name)


def _begin(at: Standpoint, file: TranslatedFile) -> LinkView:
    return LinkView(at.fixed(file.path), Host(at.edit_uri).line(file.path, 1) if at.edit_uri else "")


def is_for_trainers(path: str) -> bool:
    """Whether a file's words are for trainers only, and so for no page that trainees can open."""
    return path.startswith("modules/") and "/trainer/" in path


def _file(at: Standpoint, file: TranslatedFile) -> DeskFileView:
    words = at.words
    counts = Counter(one.segment.standing for one in file.differences)
    said = [
        f"{standing_title(words, standing)}: {words.number(counts[standing])}"
        for standing in STANDINGS
        if counts[standing]
    ]
    shown = [
        one
        for standing, most in MOST.items()
        for one in [one for one in file.differences if one.segment.standing == standing][:most]
    ]
    more = len(file.differences) - len(shown)
    edit = Host(at.edit_uri).edit(file.neighbour) if at.edit_uri else None
    return DeskFileView(
        path=file.neighbour,
        edit=LinkView(at.own(words.gettext("Edit this file")), edit) if edit else None,
        summary=", ".join(said),
        places=tuple(_place(at, file, one) for one in shown),
        more=words.ngettext("%(n)s more place in this file", "%(n)s more places in this file", more)
        % {"n": words.number(more)}
        if more
        else "",
    )


def _place(at: Standpoint, file: TranslatedFile, one: Difference) -> DeskPlaceView:
    words, segment = at.words, one.segment
    hidden = is_for_trainers(file.path)
    return DeskPlaceView(
        key=segment.key,
        says=_says(words, one, hidden),
        is_change=segment.standing in {"outdated", "adapted"},
        pieces=() if hidden else one.pieces,
        target="" if hidden or segment.standing == "missing" else one.target,
        source_link=_line(at, words.gettext("Original, line %(line)s"), file.path, segment.line),
        target_link=_line(
            at, words.gettext("Translation, line %(line)s"), file.neighbour, segment.target_line
        ),
    )


def _says(words: Words, one: Difference, hidden: bool) -> str:
    if hidden:
        return words.gettext("%(status)s. These words are for trainers only: open the file to read them.") % {
            "status": standing_title(words, one.segment.standing)
        }
    match one.segment.standing:
        case "missing":
            return words.gettext("Not translated yet.")
        case "orphaned":
            return words.gettext("The original no longer has this: delete it.")
        case "adapted":
            return words.gettext("The original changed. Check whether the national version still fits.")
        case _ if one.reviewer:
            said = words.gettext("The original changed after %(name)s reviewed the translation.")
            return said % {"name": one.reviewer}
        case _:
            return words.gettext("The original changed after this was translated.")


def _line(at: Standpoint, title: str, path: str, line: int) -> LinkView | None:
    if not at.edit_uri or not line:
        return None
    return LinkView(at.own(title % {"line": at.words.number(line)}), Host(at.edit_uri).line(path, line))


def status_data(at: Standpoint) -> str:
    """The desk as JSON, for other programs: keys in English in every language, paths from the course's root."""
    data: dict[str, Any] = {"format": 1, "course": at.course.programme.id, "language": at.words.language}
    if at.translation is None:
        data["languages"] = [
            {"language": code, "status": at.addresses.path(at.directive_page(DESK), code) + STATUS}
            | _counts(total(file.figures for file in translation.files.values()))
            for code, translation in at.translations.items()
        ]
    else:
        translation = at.translation
        data |= _counts(total(file.figures for file in translation.files.values()))
        data["parts"] = [
            {
                "part": part,
                "exchange": exchange_path(at, f"{part}.po"),
                "minutes": dict(sorted(_minutes(at, translation, part).items())),
            }
            | _counts(total(file.figures for file in files))
            for part, files in translation.parts().items()
        ]
        data["files"] = [_file_data(file) for file in translation.files.values()]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _counts(figures: Figures) -> dict[str, Any]:
    return {
        "at_last_sync": figures.at_sync,
        "today": figures.today,
        "reviewed": figures.reviewed,
        "segments": {one: figures.segments[one] for one in STANDINGS if figures.segments.get(one)},
        "words": {one: figures.words[one] for one in STANDINGS if figures.words.get(one)},
    }


def _file_data(file: TranslatedFile) -> dict[str, Any]:
    data = {"path": file.path, "translation": file.neighbour, "part": file.part, "begun": file.begun}
    return data | _counts(file.figures) | {"to_do": [_difference_data(file, one) for one in file.differences]}


def _difference_data(file: TranslatedFile, one: Difference) -> dict[str, Any]:
    segment = one.segment
    data: dict[str, Any] = {"segment": segment.key, "status": segment.standing}
    data |= {"line": segment.line} if segment.line else {}
    data |= {"translation_line": segment.target_line} if segment.target_line else {}
    data |= {"date": segment.date} if segment.date else {}
    data |= {"reviewer": one.reviewer} if one.reviewer else {}
    if not is_for_trainers(file.path):
        data["change"] = [{piece.change: piece.text} for piece in one.pieces]
        data["target"] = one.target
    return data
