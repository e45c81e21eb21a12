"""Source, ledger and translation side by side, and so a status for each segment.

Equal fingerprints pair exactly. What lies between them, inside one section, is paired by likeness, then by order
and sort. So a paragraph that is put in or taken out upsets nothing around it.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal, TypeVar

from ..model.document import Adaptation
from .ledger import Entry
from .segments import Segment, fingerprint, is_untranslated

Status = Literal[
    "missing", "machine draft", "draft", "reviewed", "outdated", "adapted", "national", "orphaned"
]
"""`adapted`: a national team has its own version of this, or leaves it out; `national`: the team's own, with no source."""

STATUSES: tuple[Status, ...] = (
    "missing", "machine draft", "draft", "reviewed", "outdated", "adapted", "national", "orphaned",
)  # fmt: skip

ALIKE = 0.5
"""Share of words from which on a changed paragraph counts as the same one."""

One = TypeVar("One")
Other = TypeVar("Other")


@dataclass(frozen=True)
class Pair:
    """One segment in the source, in the ledger and in the translation, as far as it is there."""

    key: str
    """Permanent: the ledger's, once it has one."""
    source: Segment | None
    entry: Entry | None
    target: Segment | None
    adaptation: Adaptation | None = None
    """What the national team declares of its section; `adapted` also where the section is left out."""

    @property
    def moved(self) -> bool:
        """Whether the source changed since the national team adapted this, or left it out."""
        if self.adaptation != "adapted" or self.source is None or self.entry is None:
            return False
        return self.entry.source_hash != fingerprint(self.source.text)

    @cached_property
    def status(self) -> Status:
        """Computed from texts, fingerprints and declarations alone."""
        if self.adaptation is not None:
            return self.adaptation
        if self.source is None:
            return "orphaned"
        entry, target = self.entry, self.target
        if target is None:
            return "missing"
        known = entry is not None and entry.target_hash == fingerprint(target.text)
        if is_untranslated(self.source.text, target.text) and not (known and entry and entry.reviewer):
            return "missing"
        if entry is None:
            return "draft"
        if entry.source_hash != fingerprint(self.source.text):
            return "outdated"
        if known and entry.reviewer:
            return "reviewed"
        return "machine draft" if known and entry.origin == "machine" else "draft"


def paired(
    source: Sequence[Segment],
    entries: Sequence[Entry],
    target: Sequence[Segment],
    replaced: Collection[str] = (),
) -> tuple[Pair, ...]:
    """All segments of a file, in the source's order; then those that the source no longer has or never had.

    `replaced` are sections of the source that the translation has in its own version, or leaves out: they are
    paired with the ledger only.
    """
    found: list[Pair] = []
    gone: list[Pair] = [Pair(one.key, None, None, one, one.adaptation) for one in target if one.adaptation]
    target = [one for one in target if one.adaptation is None]
    for section in dict.fromkeys(
        [
            *(one.section for one in source),
            *(_section(one) for one in entries),
            *(one.section for one in target),
        ]
    ):
        own = [one for one in source if one.section == section]
        known = [one for one in entries if _section(one) == section]
        its = [one for one in target if one.section == section]
        pairs = _by_key(own, known, its) if section is None else _aligned(section, own, known, its)
        if section in replaced:
            pairs = [replace(pair, adaptation="adapted") if pair.source else pair for pair in pairs]
        found += [pair for pair in pairs if pair.source]
        gone += [pair for pair in pairs if pair.source is None and pair.target]
    place = {segment: number for number, segment in enumerate(source)}
    return (*sorted(found, key=lambda pair: place[pair.source] if pair.source else 0), *gone)


def _section(entry: Entry) -> str | None:
    return entry.key.rpartition("/")[0] or None


def _by_key(own: list[Segment], known: list[Entry], its: list[Segment]) -> list[Pair]:
    sources = {one.key: one for one in own}
    entries = {one.key: one for one in known}
    targets = {one.key: one for one in its}
    return [
        Pair(key, sources.get(key), entries.get(key), targets.get(key))
        for key in dict.fromkeys([*sources, *targets])
    ]


def _aligned(section: str, own: list[Segment], known: list[Entry], its: list[Segment]) -> list[Pair]:
    entry_of = _matches(
        own, known, lambda s: (s.sort, fingerprint(s.text)), lambda e: (e.sort, e.source_hash), _likest
    )
    target_of = _matches(
        known, its, lambda e: (e.sort, e.target_hash), lambda t: (t.sort, fingerprint(t.text)), _in_order
    )
    partner = {s: target_of[e] for s, e in entry_of.items() if e in target_of}
    taken = set(target_of.values())
    for number, _ in enumerate(own):
        if number not in partner and number not in entry_of:
            above = max((t for s, t in partner.items() if s < number), default=-1)
            below = min((t for s, t in partner.items() if s > number), default=len(its))
            for candidate in range(above + 1, below):
                if candidate not in taken and its[candidate].sort == own[number].sort:
                    partner[number] = candidate
                    taken.add(candidate)
                    break
    keys = _keys(section, own, known, entry_of)
    pairs = [
        Pair(
            keys[s],
            segment,
            known[entry_of[s]] if s in entry_of else None,
            its[partner[s]] if s in partner else None,
        )
        for s, segment in enumerate(own)
    ]
    source_less = {t: e for e, t in target_of.items() if e not in entry_of.values()}
    for number, segment in enumerate(its):
        if number not in partner.values():
            entry = known[source_less[number]] if number in source_less else None
            pairs.append(Pair(entry.key if entry else segment.key, None, entry, segment))
    return pairs


def _keys(section: str, own: list[Segment], known: list[Entry], entry_of: dict[int, int]) -> list[str]:
    """The ledger's keys where it has one; new segments get the next numbers, so that no key ever moves."""
    if not known:
        return [segment.key for segment in own]
    following = max(int(entry.key.rpartition("/")[2]) for entry in known) + 1
    keys = []
    for number, _ in enumerate(own):
        if number in entry_of:
            keys.append(known[entry_of[number]].key)
        else:
            keys.append(f"{section}/{following}")
            following += 1
    return keys


def _matches(
    left: Sequence[One],
    right: Sequence[Other],
    of_left: Callable[[One], Hashable],
    of_right: Callable[[Other], Hashable],
    rest: Callable[[Sequence[One], Sequence[Other]], dict[int, int]],
) -> dict[int, int]:
    """Indexes on the left → on the right: equals first, then the `rest` between them."""
    matcher = SequenceMatcher(None, [of_left(x) for x in left], [of_right(x) for x in right], autojunk=False)
    found: dict[int, int] = {}
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found |= dict(zip(range(a, b), range(c, d), strict=True))
        elif tag == "replace":
            found |= {a + i: c + j for i, j in rest(left[a:b], right[c:d]).items()}
    return found


def _likest(own: Sequence[Segment], known: Sequence[Entry]) -> dict[int, int]:
    """The likest pairs in order; where as many are left on both sides, those too."""
    found: dict[int, int] = {}
    begin = 0
    for number, segment in enumerate(own):
        scores = [
            (SequenceMatcher(None, segment.text.split(), known[i].source.split(), autojunk=False).ratio(), -i)
            for i in range(begin, len(known))
            if known[i].sort == segment.sort
        ]
        if scores and max(scores)[0] >= ALIKE:
            found[number] = -max(scores)[1]
            begin = found[number] + 1
    rest = (
        [n for n in range(len(own)) if n not in found],
        [n for n in range(len(known)) if n not in found.values()],
    )
    if [own[n].sort for n in rest[0]] == [known[n].sort for n in rest[1]]:
        found |= dict(zip(*rest, strict=True))
    return found


def _in_order(known: Sequence[Entry], its: Sequence[Segment]) -> dict[int, int]:
    """By order and sort; segments that had no translation come last if there is not enough for all."""
    wanted = list(range(len(known)))
    if len(its) < len(known):
        wanted = [n for n in wanted if known[n].target_hash] or wanted
    found: dict[int, int] = {}
    begin = 0
    for number in wanted:
        for candidate in range(begin, len(its)):
            if its[candidate].sort == known[number].sort:
                found[number] = candidate
                begin = candidate + 1
                break
    return found
