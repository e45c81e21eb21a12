"""What a person declares of outdated translations: that they still fit, or that the translators will see to them."""

from collections.abc import Collection
from dataclasses import replace

from .desk import Sheet
from .edits import Refused, refusal
from .ledger import Entry
from .pairing import Pair


def editorial(sheet: Sheet, keys: Collection[str], who: str, date: str) -> Sheet:
    """The source's last change left the meaning as it was: translations stand as before, with their reviews.

    Raises:
        Refused: a translation does not fit the source any more, since a link or the like changed.
    """
    changes = {}
    for key in keys:
        pair = _pair(sheet, key)
        assert pair.source is not None
        assert pair.target is not None
        assert pair.entry is not None
        if reason := refusal(pair.source, pair.target.text, may_be_same=True):
            raise Refused(
                f"{sheet.neighbour}:{pair.target.line}: {key}: more than the wording changed: {reason}."
            )
        entry = replace(pair.entry, sort=pair.source.sort, source=pair.source.text, postponed=None)
        changes[key] = replace(entry, editorial=f"{who}, {date}")
    return _declared(sheet, changes)


def postponed(sheet: Sheet, keys: Collection[str], who: str, date: str) -> Sheet:
    """The translators are to see to these; until they did, everybody sees who left it to them."""
    changes = {}
    for key in keys:
        entry = _pair(sheet, key).entry
        assert entry is not None
        changes[key] = replace(entry, postponed=f"{who}, {date}")
    return _declared(sheet, changes)


def outdated_keys(sheet: Sheet, name: str, gone: bool = False) -> tuple[str, ...]:
    """The segments that a name means, `why/2` or all below a heading, `why`, as far as they are outdated.

    With `gone`, also those of which the source is no longer there.
    """
    wanted = {"outdated", "orphaned"} if gone else {"outdated"}
    return tuple(
        pair.key for pair in sheet.pairs
        if pair.status in wanted and pair.entry and name in {pair.key, pair.key.rpartition("/")[0]} - {""}
    )  # fmt: skip


def _pair(sheet: Sheet, key: str) -> Pair:
    return next(pair for pair in sheet.pairs if pair.key == key)


def _declared(sheet: Sheet, changes: dict[str, Entry]) -> Sheet:
    return replace(sheet, entries=tuple(changes.get(entry.key, entry) for entry in sheet.entries))
