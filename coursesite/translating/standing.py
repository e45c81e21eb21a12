"""How far each language is, as the site shows it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ..model.translation import Difference, Figures, Piece, Segment, Standing, TranslatedFile, Translation
from .desk import Sheet
from .pairing import Pair
from .segments import words_of
from .word_diff import word_pieces


def translations(sheets: Mapping[str, Iterable[Sheet]]) -> Mapping[str, Translation]:
    """How each language stands, from its sheets. What nobody has begun is counted once for all languages."""
    untouched: dict[str, Figures] = {}
    found: dict[str, Translation] = {}
    for language, its in sheets.items():
        files: dict[str, TranslatedFile] = {}
        for sheet in its:
            if sheet.target is None and not sheet.entries:
                if sheet.path not in untouched:
                    untouched[sheet.path] = _figures(sheet)
                figures = untouched[sheet.path]
                files[sheet.path] = TranslatedFile(sheet.path, sheet.neighbour, sheet.part, False, figures)
            else:
                files[sheet.path] = _file(sheet)
        found[language] = Translation(language, files)
    return found


def _file(sheet: Sheet) -> TranslatedFile:
    begun = sheet.target is not None
    return TranslatedFile(
        sheet.path,
        sheet.neighbour,
        sheet.part,
        begun,
        _figures(sheet),
        tuple(_segment(pair) for pair in sheet.pairs) if begun else (),
        tuple(one for pair in sheet.pairs if (one := _difference(pair))) if begun else (),
    )


def _figures(sheet: Sheet) -> Figures:
    segments: Counter[Standing] = Counter()
    words: Counter[Standing] = Counter()
    recorded = known = 0
    for pair in sheet.pairs:
        segment = pair.source or pair.target
        assert segment is not None
        own = words_of(segment.text)
        segments[pair.status] += 1
        words[pair.status] += own
        if pair.status == "national":
            continue  # it is not of the source
        entry = pair.entry
        then = own if entry is None or entry.source == segment.text else words_of(entry.source)
        known += then
        recorded += then if pair.status == "adapted" or (entry and entry.target_hash) else 0
    return Figures(segments, words, recorded, known)


def _segment(pair: Pair) -> Segment:
    return Segment(
        pair.key,
        pair.status,
        pair.source.line if pair.source else 0,
        pair.target.line if pair.target else 0,
        pair.entry.date if pair.entry else None,
    )


def _difference(pair: Pair) -> Difference | None:
    if pair.status == "missing" and pair.source:
        target = pair.target.text if pair.target else ""
        return Difference(_segment(pair), (Piece(pair.source.text, "new"),), target, None)
    if pair.status == "outdated" and pair.source and pair.entry and pair.target:
        pieces = word_pieces(pair.entry.source, pair.source.text)
        return Difference(_segment(pair), pieces, pair.target.text, pair.entry.reviewer)
    if pair.moved and pair.source and pair.entry:
        pieces = word_pieces(pair.entry.source, pair.source.text)
        return Difference(_segment(pair), pieces, "", pair.entry.reviewer)
    if pair.status == "orphaned" and pair.target:
        return Difference(_segment(pair), (), pair.target.text, None)
    return None
