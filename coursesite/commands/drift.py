"""`translate check --since`, `translate postpone` and `translate stamp --editorial`: what a change does to translations."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from ..model.course import Course
from ..model.problem import Problem, counted, tally
from ..reading import read_course
from ..translating.declarations import outdated_keys
from ..translating.desk import Sheet, sheets_by_language
from ..translating.drift import Behind, left_behind, new_faults, told
from ..translating.edits import Refused, save
from ..translating.history import NoHistory, commit_before, state_at
from ..translating.ledger import BrokenLedger
from ..translating.report import faults
from .asking import refuse

Declare = Callable[[Sheet, Sequence[str], str, str], Sheet]


def check_since(root: Path, course: Course, languages: Sequence[str], ref: str) -> int:
    """Say what the change since `ref` did to translations; gives the exit code.

    0: nothing that its author has to see to; 1: there is; a reference that can't be looked at ends with 2.
    """
    try:
        commit = commit_before(root, ref)
        with TemporaryDirectory() as folder:
            state_at(root, commit, Path(folder))
            before, problems_before = _looked_at(Path(folder), languages)
    except NoHistory as reason:
        refuse(f"Can't compare: {reason}", 2)
    except BrokenLedger as broken:
        refuse(f"Can't compare with {ref}: {broken}", 2)
    after = _sheets(root, course, languages)
    behind = left_behind(before, after)
    problems = new_faults(problems_before, _faults(course, after), behind)
    return _say(f"{ref} ({commit[:10]})", behind, problems)


def _looked_at(root: Path, languages: Sequence[str]) -> tuple[dict[str, tuple[Sheet, ...]], list[Problem]]:
    """Sheets and faults of an earlier state; none where its programme can't be read."""
    course = read_course(root).course
    if course is None:
        return {}, []
    found = _sheets(root, course, [code for code in languages if code in course.languages])
    return found, _faults(course, found)


def _sheets(root: Path, course: Course, languages: Sequence[str]) -> dict[str, tuple[Sheet, ...]]:
    return dict(sheets_by_language(root, course, languages))


def _faults(course: Course, sheets: dict[str, tuple[Sheet, ...]]) -> list[Problem]:
    return [problem for its in sheets.values() for problem in faults(its, course)]


def _say(since: str, behind: Sequence[Behind], problems: Sequence[Problem]) -> int:
    for problem in problems:
        click.echo(f"{problem}\n")
    mine = [one for one in behind if not one.is_new and not one.postponed]
    for paragraph in told(mine):
        click.echo(f"{paragraph}\n")
    for one in behind:
        if one.is_new:
            click.echo(
                f"{one.sheet.neighbour}: {one.pair.key} was translated anew. Record it: python -m coursesite translate "
                f"sync --language {one.language} --origin person {one.name}\n"
            )
    left = sum(bool(one.postponed) and not one.is_new for one in behind)
    click.echo(
        f"since {since}: {counted(len(mine), 'translation', 'translations')} left behind, {left} postponed; new: {tally(problems)}"
    )
    return 1 if mine or any(problem.severity == "error" for problem in problems) else 0


def declare(
    by_language: dict[str, tuple[Sheet, ...]], names: Sequence[str], who: str, how: Declare, gone: bool
) -> int:
    """Declare something of the outdated translations that are named, in all these languages; gives how many.

    Nothing is written unless all of it can be.
    """
    if not who.strip():
        refuse("Say who declares this: --by NAME")
    done: dict[tuple[str, str], tuple[Sheet, Sheet]] = {}
    count = 0
    for name in names:
        path, _, segment = name.partition("#")
        if not segment:
            refuse(f"{name}: name the segments, such as {path}#why/1.")
        here = 0
        for language, sheets in by_language.items():
            for sheet in (one for one in sheets if path in {one.path, one.neighbour}):
                before, after = done.get((language, sheet.path), (sheet, sheet))
                keys = outdated_keys(after, segment, gone)
                try:
                    done[language, sheet.path] = before, how(after, keys, who.strip(), _today())
                except Refused as refused:
                    refuse(str(refused))
                here += len(keys)
        if not here:
            refuse(f"{name} has no outdated translation. `translate diff` names those that are.")
        count += here
    for before, after in done.values():
        save(before, after)
    return count


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
