"""What one change does to translations: those that it makes outdated, and the faults that it brings.

Drift that was there before is no business of the change. Nor is what its author had translated anew, declared
editorial, or postponed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.problem import Problem
from .desk import Sheet
from .pairing import Pair, Status
from .report import word_diff
from .segments import fingerprint

CURRENT: frozenset[Status] = frozenset({"machine draft", "draft", "reviewed"})

COMMAND = "python -m coursesite translate"


@dataclass(frozen=True)
class Behind:
    """One translation that a change left behind."""

    language: str
    sheet: Sheet
    pair: Pair
    was: Pair
    """As it was before the change."""

    @property
    def name(self) -> str:
        """Names the segment, in all languages whose ledgers have the same key for it."""
        return f"{self.sheet.path}#{self.pair.key}"

    @property
    def is_new(self) -> bool:
        """Whether somebody did change the translation, and only did not record it."""
        now, then = self.pair.target, self.was.target
        return now is not None and then is not None and fingerprint(now.text) != fingerprint(then.text)

    @property
    def postponed(self) -> str | None:
        """Who left it to the translators, if somebody did."""
        return self.pair.entry.postponed if self.pair.entry else None


def left_behind(
    before: Mapping[str, Iterable[Sheet]], after: Mapping[str, Iterable[Sheet]]
) -> tuple[Behind, ...]:
    """Translations that were current before, and whose source is another, or gone, after."""
    found = []
    for language, sheets in after.items():
        then = {(sheet.path, pair.key): pair for sheet in before.get(language, ()) for pair in sheet.pairs}
        for sheet in sheets:
            for pair in sheet.pairs:
                was = then.get((sheet.path, pair.key))
                if (
                    was
                    and was.status in CURRENT
                    and pair.status in {"outdated", "orphaned"}
                    and _altered(was, pair)
                ):
                    found.append(Behind(language, sheet, pair, was))
    return tuple(
        sorted(found, key=lambda one: (one.sheet.path, one.pair.source.line if one.pair.source else 0))
    )


def _altered(was: Pair, now: Pair) -> bool:
    if was.source is None or now.entry is None:
        return False
    return now.source is None or fingerprint(was.source.text) != fingerprint(now.source.text)


def new_faults(
    before: Iterable[Problem], after: Iterable[Problem], behind: Iterable[Behind]
) -> tuple[Problem, ...]:
    """Problems that were not there before, wherever their lines are now; those of what is left behind follow from that."""
    known = Counter((one.path, one.code, one.says) for one in before)
    follow = tuple((one.sheet.neighbour, f"{one.pair.key}: ") for one in behind)
    found = []
    for problem in after:
        name = (problem.path, problem.code, problem.says)
        if known[name]:
            known[name] -= 1
        elif not any(problem.path == path and problem.says.startswith(key) for path, key in follow):
            found.append(problem)
    return tuple(found)


def told(behind: Iterable[Behind]) -> Iterator[str]:
    """What to do about translations that were left behind, a paragraph for each piece of the source."""
    by_name: dict[str, list[Behind]] = {}
    for one in behind:
        by_name.setdefault(one.name, []).append(one)
    for name, its in by_name.items():
        yield _paragraph(name, its)
    if len(by_name) > 1:
        yield f'To postpone all of them:\n  {COMMAND} postpone --by "YOUR NAME" {" ".join(by_name)}'


def _paragraph(name: str, its: list[Behind]) -> str:
    first = its[0]
    languages = ", ".join(one.language for one in its)
    was, now = first.was.source, first.pair.source
    assert was is not None
    if now is None:
        lines = [
            f"{first.sheet.path}: {first.pair.key}: this change took away words that are translated into {languages}",
            f"  source: [-{' '.join(was.text.split())}-]",
        ]
    else:
        lines = [
            f"{first.sheet.path}:{now.line}: {first.pair.key}: this change altered words that are translated into {languages}",
            f"  source: {word_diff(was.text, now.text)}",
        ]
    for one in its:
        assert one.pair.target is not None
        lines.append(
            f"  {one.sheet.neighbour}:{one.pair.target.line}: {' '.join(one.pair.target.text.split())}"
        )
    lines.append("  do one of these:")
    if now is None:
        lines.append("    take the lines out of the translations too")
    else:
        others = ", ".join(one.language for one in its[1:])
        likewise = f" (likewise for {others})" if others else ""
        same = "    if it means the same as before (a typing mistake, a comma), say so:\n"
        anew = f"    change the translation, then record it{likewise}:\n"
        lines += [
            f"{anew}      {COMMAND} sync --language {first.language} --origin person {name}",
            f'{same}      {COMMAND} stamp --editorial --by "YOUR NAME" {name}',
        ]
    lines.append(
        f'    leave it to the translators, who will be told:\n      {COMMAND} postpone --by "YOUR NAME" {name}'
    )
    return "\n".join(lines)
