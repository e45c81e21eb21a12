"""The command line: `python -m coursesite COMMAND`."""

import json
import shutil
import sys
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from tabulate import tabulate

from .checking.ledger import CoverageMatrix, HoursLedger, coverage_matrix, hours_ledger
from .commands.asking import refuse, root_option
from .commands.language import new_language
from .commands.packages import packages_command
from .commands.translate import export_command, import_command, translate
from .flow import Findings, look_at
from .model.problem import tally
from .reading.schemas import SCHEMAS, schema_text
from .scaffolding import Refused, course_files, module_files

HERE = Path(__file__).parent.parent
"""Where the generator lies, with the templates and the glue that a new course takes along."""

ENGINE = ("mkdocs.yml", "hooks", "overrides")
FOLDERS = ("docs", "modules", "quizzes")
PROGRAMME = "modules/programme.yml"


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
    click.echo(tally(findings.problems))


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
    """Begin a course, a module or a language."""


@new.command("course")
@click.argument("folder", type=click.Path(path_type=Path))
def new_course(folder: Path) -> None:
    """Make a small course in FOLDER that builds."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        refuse(f"{folder} exists already and is not empty. Choose another folder.")
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
        refuse("The course has problems. Mend them first: python -m coursesite check")
    text = (root / PROGRAMME).read_text(encoding="utf-8")
    try:
        files = module_files(findings.course, name, text)
    except Refused as refused:
        refuse(str(refused))
    with TemporaryDirectory() as trial:
        for folder in FOLDERS:
            if (root / folder).exists():
                shutil.copytree(root / folder, Path(trial) / folder)
        _write(Path(trial), files, tell=False)
        if problems := look_at(Path(trial)).errors:
            refuse(
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


new.add_command(new_language)
for command in (translate, export_command, import_command, packages_command):
    main.add_command(command)


if __name__ == "__main__":
    main()
