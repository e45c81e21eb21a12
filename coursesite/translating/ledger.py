"""The ledger: for one file and language, what each translated segment was made from, how, and who reviewed it.

It lies apart from the course, in `translations/<language>/<source path>.json`: the course's own folders refuse
what is no page, data or picture, and translators need never see it. One value stands on a line and one segment
is many lines, so Git merges the work of two people on the same page.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal

from ..model.problem import Problem
from .segments import NAMES, Sort, fingerprint

Origin = Literal["person", "machine", "imported"]

ORIGINS: tuple[Origin, ...] = ("person", "machine", "imported")

FOLDER = "translations"


class BrokenLedger(Exception):
    """A ledger can't be read; says which, and what to do."""


@dataclass(frozen=True)
class Entry:
    """What is known of one segment. `target_hash` and `origin` are None while it has no translation."""

    key: str
    sort: Sort
    source: str
    target_hash: str | None = None
    origin: Origin | None = None
    reviewer: str | None = None
    date: str | None = None
    """When it was translated or, with a reviewer, reviewed (ISO)."""
    editorial: str | None = None
    """Who said that the source's last change left its meaning as it was, and when; for people to read."""
    postponed: str | None = None
    """Who left an outdated translation to the translators, and when; it ends when they have seen to it."""

    @property
    def source_hash(self) -> str:
        """The source text's fingerprint."""
        return fingerprint(self.source)


def ledger_path(root: Path, path: str, language: str) -> Path:
    """Where the ledger of a source file lies."""
    return root / FOLDER / language / f"{path}.json"


def read_ledger(root: Path, path: str, language: str) -> tuple[Entry, ...]:
    """The entries in the file's order; none where there is no ledger.

    Raises:
        BrokenLedger: it is not what `write_ledger` wrote.
    """
    file = ledger_path(root, path, language)
    if not file.exists():
        return ()
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        return tuple(_entry(key, values) for key, values in data["segments"].items())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenLedger(
            f"{file.relative_to(root)} can't be read ({error}). If two versions were put together, take both sides; "
            "else get the last whole version back from Git. Ledgers are written by the program only."
        ) from error


def broken_ledgers(root: Path) -> Iterator[Problem]:
    """Every ledger of a course that can't be read."""
    for file in sorted((root / FOLDER).rglob("*.json")):
        language, _, path = file.relative_to(root / FOLDER).as_posix().partition("/")
        try:
            read_ledger(root, path.removesuffix(".json"), language)
        except BrokenLedger as broken:
            yield Problem(
                file.relative_to(root).as_posix(), 1, "ledger", str(broken),
                "a ledger as `python -m coursesite translate sync` writes it",
                "put it right as said; then: python -m coursesite translate status --language " + language,
            )  # fmt: skip


def _entry(key: str, values: dict[str, Any]) -> Entry:
    known = {field.name for field in fields(Entry)} - {"key"}
    entry = Entry(key=key, **{name: value for name, value in values.items() if name in known})
    if values["source_hash"] != entry.source_hash:
        raise ValueError(f"the source text of {key} was changed by hand")
    if entry.sort not in NAMES or entry.origin not in {None, *ORIGINS}:
        raise ValueError(f"{key} holds an unknown word")
    return entry


def write_ledger(root: Path, path: str, language: str, entries: tuple[Entry, ...]) -> None:
    """Write the entries in this order, if anything changed."""
    segments = {}
    for entry in entries:
        values = asdict(entry) | {"source_hash": entry.source_hash}
        names = (
            "sort",
            "source",
            "source_hash",
            "target_hash",
            "origin",
            "reviewer",
            "date",
            "editorial",
            "postponed",
        )
        segments[entry.key] = {name: values[name] for name in names if values[name] is not None}
    data = {"page": path, "language": language, "segments": segments}
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    file = ledger_path(root, path, language)
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
