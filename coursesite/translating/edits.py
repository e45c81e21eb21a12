"""What changes a translation or its ledger. Each function gives a new `Sheet`; `save` writes it."""

import re
from collections.abc import Collection
from dataclasses import replace

from .desk import Sheet, write_exact
from .ledger import Entry, Origin, write_ledger
from .markdown_cut import cut_page
from .pairing import Pair
from .po_cut import plural_forms, with_message, written_message
from .segments import Cut, Segment, broken_tokens, cells_of, fingerprint, is_untranslated
from .yaml_cut import neighbour_text, with_value, written


class Refused(Exception):
    """Something can't be done; says why, and what to do instead."""


def save(before: Sheet, after: Sheet) -> None:
    """Write what changed: the neighbour, and the ledger."""
    if after.target is not None and (before.target is None or before.target.text != after.target.text):
        write_exact(after.root / after.neighbour, after.target.text)
    if after.entries != before.entries:
        write_ledger(after.root, after.path, after.language, after.entries)


def started(sheet: Sheet) -> Sheet:
    """A neighbour to be translated: the source's words at their places, with all ids.

    Raises:
        Refused: there is a neighbour.
    """
    if sheet.target is not None or (sheet.root / sheet.neighbour).exists():
        raise Refused(f"{sheet.neighbour} exists already, and is left as it is. Translate on in that file.")
    if sheet.kind == "catalogue":
        raise _no_catalogue(sheet)
    text = sheet.source.text if sheet.kind is None else neighbour_text(sheet.source)
    return synced(replace(sheet, target=sheet.cut_target(text)), None, "", ())


def _no_catalogue(sheet: Sheet) -> Refused:
    return Refused(
        f"{sheet.neighbour} does not exist. Make it: python -m coursesite new language {sheet.language}"
    )


def synced(sheet: Sheet, origin: Origin | None, date: str, named: Collection[str]) -> Sheet:
    """Take into the ledger what is new or was changed while its source stood still.

    What is outdated stays so, unless it is `named` and its translation did change. Without an `origin`, only what
    has no translation is taken in: of the rest nobody knows who made it.

    Raises:
        Refused: a named segment has no translation, or an old one.
    """
    if sheet.target is None:
        return sheet
    adapted = {pair.key for pair in sheet.pairs if pair.status == "adapted"}
    for key in named:
        if key not in adapted:
            _translated(sheet, key)
    changes = _adapted_from(sheet, named)
    for pair in sheet.pairs:
        if pair.source is None or pair.adaptation:
            continue
        if pair.status == "missing":
            changes[pair.key] = pair.entry or Entry(pair.key, pair.source.sort, pair.source.text)
        elif origin is None or (pair.status == "outdated" and pair.key not in named):
            continue
        elif pair.target and (pair.entry is None or pair.entry.target_hash != fingerprint(pair.target.text)):
            changes[pair.key] = _entry(pair, pair.source, pair.target, origin, date)
        elif pair.status == "outdated":
            raise Refused(
                f"{sheet.neighbour}: {pair.key}: the source changed, but the translation did not. Change it, or, "
                "if it is still right, have a reviewer stamp it."
            )
    return _with_entries(sheet, changes)


def _adapted_from(sheet: Sheet, named: Collection[str]) -> dict[str, Entry]:
    """The source as it is now, of what the national team adapts or leaves out: what is new, and what is named."""
    return {
        pair.key: Entry(pair.key, pair.source.sort, pair.source.text)
        for pair in sheet.pairs
        if pair.source and pair.adaptation and (pair.entry is None or (pair.moved and pair.key in named))
    }


def stamped(sheet: Sheet, keys: Collection[str], reviewer: str, date: str) -> Sheet:
    """Record that a person has read these segments against their source, as both are now.

    Of an adapted segment, that the source as it is now does not call for another version.

    Raises:
        Refused: a segment has no translation, or one that breaks something.
    """
    changes = {}
    adapted = {pair.key: pair.source for pair in sheet.pairs if pair.status == "adapted" and pair.source}
    for key in keys:
        if own := adapted.get(key):
            changes[key] = Entry(key, own.sort, own.text, reviewer=reviewer, date=date)
            continue
        pair, source, target = _translated(sheet, key)
        if reason := refusal(source, target.text, may_be_same=True):
            raise Refused(f"{sheet.neighbour}:{target.line}: {key} can't be stamped: {reason}.")
        origin = (pair.entry.origin if pair.entry else None) or "person"
        if pair.entry and pair.entry.target_hash not in {None, fingerprint(target.text)}:
            origin = "person"
        changes[key] = replace(_entry(pair, source, target, origin, date), reviewer=reviewer)
    return _with_entries(sheet, changes)


def keys_of(sheet: Sheet, name: str) -> tuple[str, ...]:
    """The segments that a name means: `why/2`, or all below one heading, `why`.

    Raises:
        Refused: there are none.
    """
    keys = [pair.key for pair in sheet.pairs if pair.source]
    found = tuple(key for key in keys if name and (key == name or key.rpartition("/")[0] == name))
    if not found:
        raise Refused(
            f"{sheet.path} has no segment `{name}`. Name one as `status --segments` shows it, such as `{keys[0]}`."
        )
    return found


def _translated(sheet: Sheet, key: str) -> tuple[Pair, Segment, Segment]:
    for pair in sheet.pairs:
        if pair.key == key and pair.source and pair.target:
            return pair, pair.source, pair.target
    raise Refused(f"{sheet.neighbour}: {key} has no translation yet.")


def _entry(pair: Pair, source: Segment, target: Segment, origin: Origin, date: str) -> Entry:
    return Entry(pair.key, source.sort, source.text, fingerprint(target.text), origin, None, date)


def _with_entries(sheet: Sheet, changes: dict[str, Entry]) -> Sheet:
    known = {entry.key: entry for entry in sheet.entries} | changes
    return replace(sheet, entries=tuple(known[pair.key] for pair in sheet.pairs if pair.key in known))


def refusal(source: Segment, words: str, may_be_same: bool = False) -> str | None:
    """Why a translation can't stand for a segment, if it can't."""
    if not words.strip():
        return "it is empty"
    if not may_be_same and is_untranslated(source.text, words):
        return "it is the source's text once more"
    lines = words.count("\n") + 1
    if source.sort in {"heading", "title", "row"} and lines > 1:
        return "it has several lines, and there is room for one"
    if source.sort == "list" and lines != source.text.count("\n") + 1:
        return f"it has {lines} lines, and the source {source.text.count(chr(10)) + 1}"
    if re.search(r"\n\s*\n", words):
        return "it has an empty line, which would end the paragraph"
    if source.sort == "row" and cells_of(words) != cells_of(source.text):
        return f"it has {cells_of(words)} cells, and the source {cells_of(source.text)}"
    if source.sort == "forms":
        both = [(source.text.rpartition("\n")[2], line) for line in words.split("\n")]
    else:
        both = [(source.text, words)]
    broken = dict.fromkeys(found for own, its in both for found in broken_tokens(own, its))
    return "; ".join(broken) or None


def translated(sheet: Sheet, key: str, words: str, origin: Origin, date: str) -> Sheet:
    """The sheet with these words for one segment, in its file and its ledger.

    Raises:
        Refused: they break something, or there is no place for them.
    """
    pair = next(pair for pair in sheet.pairs if pair.key == key)
    assert pair.source is not None
    words = words.strip()
    if reason := refusal(pair.source, words):
        raise Refused(reason)
    if pair.target is not None and fingerprint(pair.target.text) == fingerprint(words):
        return _with_entries(sheet, {key: _entry(pair, pair.source, pair.target, origin, date)})
    if sheet.kind == "catalogue":
        _fits_catalogue(sheet, pair.source, words)
    target = sheet.target or Cut("", ())
    if pair.target is not None:
        cut = sheet.cut_target(_replaced(sheet, target, pair.target, words, pair.source))
        fits = cut.shape == target.shape
    else:
        text = _inserted(sheet, target, pair, words)
        if text is None:
            raise Refused("the file has no place for it: copy the lines around it from the source by hand")
        cut = sheet.cut_target(text)
        fits = len(cut.segments) == len(target.segments) + 1
    if not fits or fingerprint(words) not in {fingerprint(segment.text) for segment in cut.segments}:
        raise Refused("its signs would be read as something else, such as a new block, a list or a heading")
    moved = replace(sheet, target=cut)
    segment = next(s for s in cut.segments if fingerprint(s.text) == fingerprint(words))
    return _with_entries(moved, {key: _entry(pair, pair.source, segment, origin, date)})


def _fits_catalogue(sheet: Sheet, source: Segment, words: str) -> None:
    """Refuse words for which the language's catalogue has no room."""
    if sheet.target is None:
        raise _no_catalogue(sheet)
    lines, forms = words.count("\n") + 1, plural_forms(sheet.target.text)
    if source.sort == "forms" and lines != forms:
        raise Refused(
            f"it has {lines} lines, and this language has {forms} plural forms, each on a line of its own"
        )


def _replaced(sheet: Sheet, cut: Cut, segment: Segment, words: str, source: Segment) -> str:
    raw = cut.text[segment.start : segment.end]
    return (
        cut.text[: segment.start]
        + _rendered(sheet, cut, segment, words, raw, source)
        + cut.text[segment.end :]
    )


def _rendered(sheet: Sheet, cut: Cut, place: Segment, words: str, raw: str, source: Segment) -> str:
    """Words as they stand in the file: as YAML, or indented like the lines that were there."""
    if sheet.kind == "catalogue":
        return written_message(words, source.sort, "\r\n" if "\r\n" in cut.text else "\n")
    if sheet.kind is not None or source.sort == "words":
        return written(words, source.sort)
    within = re.search(r"\n([^\S\n]*)", raw)
    column = place.start - (cut.text.rfind("\n", 0, place.start) + 1)
    indent = within[1] if within else " " * column
    end = "\r\n" if "\r\n" in cut.text else "\n"
    return words.replace("\r\n", "\n").replace("\n", end + indent)


def _inserted(sheet: Sheet, cut: Cut, pair: Pair, words: str) -> str | None:
    """The neighbour with a segment that it does not have yet; None where its place can't be told."""
    source = pair.source
    assert source is not None
    if sheet.kind == "catalogue":
        return with_message(cut.text, sheet.source.text, pair.key, words)
    if sheet.kind is not None:
        return with_value(cut.text, pair.key, written(words, source.sort))
    before = [one for one in sheet.pairs if one.source and one.source.start < source.start]
    if not before or pair.key.startswith("head.") or before[-1].key.startswith("head."):
        return None
    above = before[-1]
    if above.source is None or above.target is None:
        return None
    begin, end = _line_end(sheet.source.text, above.source.end), _line_end(sheet.source.text, source.end)
    raw = sheet.source.text[source.start : source.end]
    block = (
        sheet.source.text[begin : source.start]
        + _rendered(sheet, sheet.source, source, words, raw, source)
        + sheet.source.text[source.end : end]
    )
    at = _line_end(cut.text, above.target.end)
    return cut.text[:at] + block + cut.text[at:]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def page_of(sheet: Sheet, words: dict[str, str], origin: Origin, date: str) -> Sheet:
    """A new page, made from the translations of all its segments, by key."""
    made = replace(sheet, target=cut_page(sheet.source.text))
    for key, text in words.items():
        made = translated(made, key, text, origin, date)
    return made
