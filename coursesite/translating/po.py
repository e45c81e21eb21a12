"""Units as a PO file, and back. `msgctxt` is a unit's name, `msgid` the source's words.

What still has to be looked at is marked fuzzy ("needs work"); taking the mark away says that a person did.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import polib

from .unit import Returned, Unit, Unreadable, is_in, made_from, other_language


def po_text(part: str, language: str, units: Iterable[Unit]) -> str:
    """The PO file of one part of the course."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": part,
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return "\n".join([str(file), *map(_text, units)]) + "\n"


@lru_cache(maxsize=1 << 15)
def _text(unit: Unit) -> str:
    """A unit as it stands in the file; one that nobody has begun is the same in all languages."""
    return str(_entry(unit).__unicode__(wrapwidth=0))


def _entry(unit: Unit) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=unit.name,
        msgid=unit.source,
        msgstr=unit.words,
        occurrences=[(unit.path, str(unit.line))],
        comment=unit.note,
    )
    if unit.needs_work:
        entry.flags = ["fuzzy"]
    if unit.previous is not None:
        entry.previous_msgid = unit.previous
    return entry


def po_units(name: str, data: bytes, language: str) -> Iterator[Returned]:
    """What came back in a PO file; programs may have wrapped its lines and begun it with a mark.

    Raises:
        Unreadable: it is no PO file in UTF-8, or one in another language.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        entries = polib.POFile() if not text.strip() else polib.pofile(text)
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"it can't be read as a PO file ({error})") from error
    if not is_in(language, its := entries.metadata.get("Language", "")):
        raise other_language(its, language)
    for entry in entries:
        if not entry.obsolete and entry.msgctxt:
            yield Returned(
                where=f"{name}:{entry.linenum}",
                name=entry.msgctxt,
                source=entry.msgid,
                words=entry.msgstr,
                ready=not entry.fuzzy,
                made_from=made_from(entry.comment),
            )
