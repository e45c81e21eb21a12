"""The command line: `python -m coursesite COMMAND`."""

import json
import shutil
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from tabulate import tabulate

from .checking.ledger import CoverageMatrix, HoursLedger, coverage_matrix, hours_ledger
from .flow import Findings, look_at
from .reading import read_course
from .reading.schemas import SCHEMAS, schema_text
from .scaffolding import Refused, course_files, module_files
from .translating.desk import Sheet, sheets
from .translating.edits import Refused as CannotEdit
from .translating.edits import keys_of, save, stamped, started, synced
from .translating.exchange import po_files, taken_from
from .translating.ledger import ORIGINS, BrokenLedger, Origin
from .translating.pairing import STATUSES
from .translating.report import differences, faults, figures

HERE = Path(__file__).parent.parent
"""Where the generator lies, with the templates and the glue that a new course takes along."""

ENGINE = ("mkdocs.yml", "hooks", "overrides")
FOLDERS = ("docs", "modules", "quizzes")
PROGRAMME = "modules/programme.yml"

root_option = click.option(
    "--root", default=".", help="The course's folder.", type=click.Path(file_okay=False, path_type=Path)
)


@click.group()
def main() -> None:
    """A course in plain files becomes a multilingual training site."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # where letters are lacking, their numbers


@main.command()
@root_option
@click.option("--json", "as_json", is_flag=True, help="Problems as JSON, for other programs.")
@click.option("--release", is_flag=True, help="Refuse activities that are only planned.")
@click.option("--quiet", is_flag=True, help="Only problems, no tables.")
def check(root: Path, as_json: bool, release: bool, quiet: bool) -> None:
    """Show everything that is wrong with the course, its hours, and what is taught where."""
    findings = look_at(root, release)
    if as_json:
        click.echo(json.dumps([asdict(problem) for problem in findings.problems], indent=2))
    else:
        _report(findings, quiet)
    sys.exit(1 if findings.errors or findings.course is None else 0)


def _report(findings: Findings, quiet: bool) -> None:
    for problem in findings.problems:
        click.echo(f"{problem}\n")
    if findings.course is not None and not quiet:
        click.echo(_hours_table(hours_ledger(findings.course)) + "\n")
        click.echo(_coverage_table(coverage_matrix(findings.course)) + "\n")
    warnings = len(findings.problems) - len(findings.errors)
    click.echo(f"{len(findings.errors)} errors, {warnings} warnings")


def _hours_table(ledger: HoursLedger) -> str:
    """Hours as they are; where the programme wants others, both."""

    def cell(actual: int, expected: int) -> str:
        return _clock(actual) if actual == expected else f"{_clock(actual)} (wanted {_clock(expected)})"

    rows = [
        [row.id, *(cell(a, e) for a, e in zip(row.actual, row.expected, strict=True)),
         cell(row.total, row.expected_total)]
        for row in (*ledger.rows, ledger.whole)
    ]  # fmt: skip
    return tabulate(rows, headers=["hours", *ledger.settings, "sum"], stralign="right", disable_numparse=True)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _coverage_table(matrix: CoverageMatrix) -> str:
    """Outcomes by modules: T taught, P practised, A assessed."""
    rows = [[row.outcome, *row.cells, _clock(row.minutes)] for row in matrix.rows]
    headers = ["outcome", *(module.partition("-")[0] for module in matrix.modules), "hours"]
    return tabulate(rows, headers=headers, disable_numparse=True) + "\nT taught, P practised, A assessed"


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail if a schema is out of date.")
def schema(folder: Path, only_check: bool) -> None:
    """Write the JSON Schemas of a course's files, which editors use, into FOLDER."""
    stale = [name for name in SCHEMAS if _read(folder / f"{name}.json") != schema_text(name)]
    if only_check:
        for name in stale:
            click.echo(f"{folder / name}.json is out of date: run `python -m coursesite schema {folder}`")
        sys.exit(1 if stale else 0)
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (folder / f"{name}.json").write_text(schema_text(name), encoding="utf-8")
    click.echo(f"{len(stale)} of {len(SCHEMAS)} schemas written")


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


@main.group()
def new() -> None:
    """Begin a course or a module."""


@new.command("course")
@click.argument("folder", type=click.Path(path_type=Path))
def new_course(folder: Path) -> None:
    """Make a small course in FOLDER that builds."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        _refuse(f"{folder} exists already and is not empty. Choose another folder.")
    for name in ENGINE:
        source = HERE / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    _write(folder, course_files())
    click.echo(f"Now: cd {folder} && mkdocs serve")


@new.command("module")
@click.argument("name")
@root_option
def new_module(name: str, root: Path) -> None:
    """Add a module called NAME, such as m02-seeing, with a first activity, to the course's end."""
    findings = look_at(root)
    if findings.course is None or findings.errors:
        _refuse("The course has problems. Mend them first: python -m coursesite check")
        return
    text = (root / PROGRAMME).read_text(encoding="utf-8")
    try:
        files = module_files(findings.course, name, text)
    except Refused as refused:
        _refuse(str(refused))
        return
    with TemporaryDirectory() as trial:
        for folder in FOLDERS:
            if (root / folder).exists():
                shutil.copytree(root / folder, Path(trial) / folder)
        _write(Path(trial), files, tell=False)
        if problems := look_at(Path(trial)).errors:
            _refuse(
                "\n".join(
                    ["The module would not fit into the course, so nothing was made:", *map(str, problems)]
                )
            )
    _write(root, files)
    click.echo(f"Now: write modules/{name}/, then run python -m coursesite check")


def _write(root: Path, files: dict[str, str], tell: bool = True) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
        if tell:
            click.echo(f"wrote {root / path}")


def _refuse(reason: str) -> None:
    click.echo(reason, err=True)
    sys.exit(1)


@main.group()
def translate() -> None:
    """Translate the course: what is to do, what changed, who reviewed it."""


language_option = click.option("--language", required=True, help="A language's code, such as sv.")


def _sheets(root: Path, language: str) -> tuple[Sheet, ...]:
    """All that there is to translate, or a word on why there is nothing."""
    course = read_course(root).course
    if course is None:
        _refuse("modules/programme.yml can't be read. Mend it first: python -m coursesite check")
        return ()
    if language not in course.languages[1:]:
        _refuse(f"{language} is none of the languages to translate into: {', '.join(course.languages[1:])}")
    try:
        return sheets(root, course, language)
    except BrokenLedger as broken:
        _refuse(str(broken))
        return ()


def _named(found: tuple[Sheet, ...], path: str) -> Sheet:
    """The sheet of a source file or of its translation."""
    for sheet in found:
        if path in {sheet.path, sheet.neighbour}:
            return sheet
    _refuse(f"{path} is no file with words in it. Name one from the course's folder, such as {found[0].path}")
    raise AssertionError


def _chosen(found: tuple[Sheet, ...], paths: tuple[str, ...]) -> tuple[Sheet, ...]:
    return tuple(_named(found, path) for path in paths) if paths else found


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


@translate.command("status")
@root_option
@language_option
@click.option("--segments", is_flag=True, help="Each segment of the files that are named, with its status.")
@click.argument("paths", nargs=-1)
def translate_status(root: Path, language: str, segments: bool, paths: tuple[str, ...]) -> None:
    """How far a language is, by module: segments and words by status."""
    chosen = _chosen(_sheets(root, language), paths)
    if segments:
        for sheet in chosen if paths else ():
            for pair in sheet.pairs:
                segment = pair.target or pair.source
                words = " ".join(segment.text.split()) if segment else ""
                click.echo(f"{sheet.path}#{pair.key}  {pair.status}  {words[:60]}")
        if not paths:
            _refuse("Name the files whose segments you want to see.")
        return
    rows = [
        [part, *(f"{one.segments[s]} / {one.words[s]}" if one.segments[s] else "" for s in STATUSES),
         f"{one.at_sync}%", f"{one.today}%"]
        for part, one in figures(chosen).items()
    ]  # fmt: skip
    headers = ["segments / words", *STATUSES, "at last sync", "today"]
    click.echo(tabulate(rows, headers=headers, disable_numparse=True))
    click.echo(
        "at last sync: words that had a translation when the ledger was last written; "
        "today: words of today's source that have one, without those that are outdated"
    )


@translate.command("diff")
@root_option
@language_option
@click.argument("paths", nargs=-1)
def translate_diff(root: Path, language: str, paths: tuple[str, ...]) -> None:
    """What changed in the source since it was translated, word by word, and what to do."""
    found = list(differences(_chosen(_sheets(root, language), paths)))
    for one in found:
        click.echo(f"{one}\n")
    click.echo(f"{len(found)} places to look at, in the files whose translation was begun")


@translate.command("check")
@root_option
@language_option
@click.argument("paths", nargs=-1)
def translate_check(root: Path, language: str, paths: tuple[str, ...]) -> None:
    """What translations break: links, placeholders, blocks; and what was left in the source's language."""
    problems = list(faults(_chosen(_sheets(root, language), paths)))
    for problem in problems:
        click.echo(f"{problem}\n")
    errors = sum(problem.severity == "error" for problem in problems)
    click.echo(f"{errors} errors, {len(problems) - errors} warnings")
    sys.exit(1 if errors else 0)


@translate.command("start")
@root_option
@language_option
@click.argument("paths", nargs=-1, required=True)
def translate_start(root: Path, language: str, paths: tuple[str, ...]) -> None:
    """Make the files to translate beside PATHS, with all ids in place. Never overwrites one."""
    for sheet in _chosen(_sheets(root, language), paths):
        try:
            save(sheet, started(sheet))
        except CannotEdit as refused:
            _refuse(str(refused))
        click.echo(
            f"wrote {sheet.neighbour}: translate the words in it; then: translate check, translate sync"
        )


@translate.command("sync")
@root_option
@language_option
@click.option("--origin", type=click.Choice(ORIGINS), required=True, help="Who wrote what is new here.")
@click.argument("paths", nargs=-1)
def translate_sync(root: Path, language: str, origin: Origin, paths: tuple[str, ...]) -> None:
    """Take new and changed translations into the ledger, as drafts.

    PATHS are files, or segments (FILE#KEY): an outdated segment that was translated anew has to be named.
    """
    found = _sheets(root, language)
    wanted: dict[str, list[str]] = {}
    for name in paths or tuple(sheet.path for sheet in found):
        path, _, segment = name.partition("#")
        sheet = _named(found, path)
        try:
            wanted.setdefault(sheet.path, []).extend(keys_of(sheet, segment) if segment else [])
        except CannotEdit as refused:
            _refuse(str(refused))
    count = 0
    for path, keys in wanted.items():
        before = _named(found, path)
        try:
            after = synced(before, origin, _today(), keys)
        except CannotEdit as refused:
            _refuse(str(refused))
            return
        save(before, after)
        count += len(set(after.entries) - set(before.entries))
    click.echo(f"{count} segments recorded")


@translate.command("stamp")
@root_option
@language_option
@click.option("--by", "reviewer", required=True, help="Name of the person who read them against the source.")
@click.argument("segments", nargs=-1, required=True)
def translate_stamp(root: Path, language: str, reviewer: str, segments: tuple[str, ...]) -> None:
    """Record that a person has read SEGMENTS against their source.

    Each is named: FILE#KEY for one, FILE#HEADING for those below one heading. A whole file can't be stamped.
    """
    found = _sheets(root, language)
    for name in segments:
        path, _, segment = name.partition("#")
        if not segment or not reviewer.strip():
            _refuse(f"{name}: name the segments that were read, such as {path}#why/1, and who read them.")
    done: dict[str, tuple[Sheet, Sheet]] = {}
    count = 0
    for name in segments:
        path, _, segment = name.partition("#")
        sheet = _named(found, path)
        before, after = done.get(sheet.path, (sheet, sheet))
        try:
            keys = keys_of(after, segment)
            done[sheet.path] = before, stamped(after, keys, reviewer.strip(), _today())
        except CannotEdit as refused:
            _refuse(str(refused))
            return
        count += len(keys)
    for before, after in done.values():
        save(before, after)
    click.echo(f"{count} segments stamped as reviewed by {reviewer.strip()}")


@main.command("export")
@root_option
@language_option
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to.")
@click.option("--module", "parts", multiple=True, help="Only this module; docs and course are parts too.")
def export_po(root: Path, language: str, out: Path, parts: tuple[str, ...]) -> None:
    """Write PO files, one for each module, for Poedit, OmegaT or Weblate."""
    found = _sheets(root, language)
    known = {sheet.part for sheet in found}
    if unknown := [part for part in parts if part not in known]:
        _refuse(f"{unknown[0]} is none of {', '.join(sorted(known))}")
    files = po_files([s for s in found if not parts or s.part in parts], language)
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (out / name).write_text(text, encoding="utf-8")
    click.echo(f"wrote {len(files)} PO files into {out}")


@main.command("import")
@root_option
@language_option
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def import_po(root: Path, language: str, folder: Path) -> None:
    """Take translations from the PO files in FOLDER. Nothing is taken that would break a page.

    Units that are empty or need work (fuzzy) stay out; what no longer fits the course is reported.
    """
    outcome = taken_from(folder, _sheets(root, language), _today())
    for before, after in outcome.sheets:
        save(before, after)
        click.echo(f"changed {after.neighbour}")
    for reason in outcome.refused:
        click.echo(reason)
    click.echo(f"{outcome.taken} translations taken, {len(outcome.refused)} messages")
    sys.exit(1 if outcome.refused else 0)


if __name__ == "__main__":
    main()
