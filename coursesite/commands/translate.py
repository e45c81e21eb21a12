"""`translate …`, `export` and `import`: the national teams' commands."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from tabulate import tabulate

from ..flow import look_at
from ..model.course import Course
from ..model.problem import counted, tally
from ..reading import read_course
from ..translating import declarations
from ..translating.desk import Sheet, sheets_by_language
from ..translating.edits import Refused, keys_of, save, stamped, started, synced
from ..translating.exchange import FORMATS, Format, po_files, taken_from, xliff_files
from ..translating.ledger import ORIGINS, BrokenLedger, Origin
from ..translating.pairing import STATUSES
from ..translating.report import differences, faults, figures, postponed
from .asking import refuse, root_option
from .drift import check_since, declare


@click.group()
def translate() -> None:
    """Translate the course: what is to do, what changed, who reviewed it."""


language_option = click.option("--language", required=True, help="A language's code, such as de.")
languages_option = click.option("--language", help="A language's code, such as de; without it, all of them.")


def _course(root: Path) -> Course:
    course = read_course(root).course
    if course is None:
        refuse("modules/programme.yml can't be read. Mend it first: python -m coursesite check")
    return course


def _sheets(root: Path, language: str, course: Course | None = None) -> tuple[Sheet, ...]:
    """All that there is to translate, or a word on why there is nothing."""
    return _all(root, language, course or _course(root))[language]


def _all(root: Path, language: str | None, course: Course) -> dict[str, tuple[Sheet, ...]]:
    """The sheets of one language, or of each."""
    known = course.languages[1:]
    if language is not None and language not in known:
        refuse(f"{language} is none of the languages to translate into: {', '.join(known)}")
    try:
        found = dict(sheets_by_language(root, course, [language] if language else known))
    except BrokenLedger as broken:
        refuse(str(broken))
    for sheet in (sheet for sheets in found.values() for sheet in sheets):
        text = sheet.target.text if sheet.target else ""
        try:
            text.encode()
        except UnicodeEncodeError as wrong:
            line = text.count("\n", 0, wrong.start) + 1
            refuse(
                f"{sheet.neighbour}:{line}: this is not UTF-8 text. "
                "Open the file in your editor and save it again with the encoding UTF-8."
            )
    return found


def _named(found: tuple[Sheet, ...], path: str) -> Sheet:
    """The sheet of a source file or of its translation."""
    named = next((sheet for sheet in found if path in {sheet.path, sheet.neighbour}), None)
    if named is not None:
        return named
    return refuse(
        f"{path} is no file with words in it. Name one from the course's folder, such as {found[0].path}"
    )


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
                later = (
                    f", postponed by {pair.entry.postponed}" if pair.entry and pair.entry.postponed else ""
                )
                click.echo(f"{sheet.path}#{pair.key}  {pair.status}{later}  {words[:60]}")
        if not paths:
            refuse("Name the files whose segments you want to see.")
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
    for name, entry in postponed(chosen):
        click.echo(f"postponed by {entry.postponed}: {name}")


@translate.command("diff")
@root_option
@language_option
@click.argument("paths", nargs=-1)
def translate_diff(root: Path, language: str, paths: tuple[str, ...]) -> None:
    """What changed in the source since it was translated, word by word, and what to do."""
    found = list(differences(_chosen(_sheets(root, language), paths)))
    for one in found:
        click.echo(f"{one}\n")
    click.echo(
        f"{counted(len(found), 'place', 'places')} to look at, in the files whose translation was begun"
    )


@translate.command("check")
@root_option
@languages_option
@click.option(
    "--since",
    metavar="REF",
    help="Only what the change since this branch or commit did; for automatic checks.",
)
@click.argument("paths", nargs=-1)
def translate_check(root: Path, language: str | None, since: str | None, paths: tuple[str, ...]) -> None:
    """Show what is wrong in translations, with its line and what to do.

    Errors are what breaks a page: links, placeholders, cells, blocks, and all that `check` finds in these files.
    Warnings are what readers stumble over: sentences left in the source's language, other durations, words that the
    glossary decided against, typography.

    With --since, it ends with 1 if the change itself brings an error, or leaves a translation behind that was up to
    date before; with 2 if REF can't be looked at.
    """
    course = _course(root)
    if since is not None:
        if paths:
            refuse("--since looks at all files: leave the names away.", 2)
        sys.exit(check_since(root, course, list(_all(root, language, course)), since))
    chosen = [_chosen(found, paths) for found in _all(root, language, course).values()]
    files = {sheet.neighbour for sheets in chosen for sheet in sheets}
    problems = [problem for problem in look_at(root).problems if problem.path in files]
    problems += [problem for sheets in chosen for problem in faults(sheets, course)]
    for problem in sorted(problems):
        click.echo(f"{problem}\n")
    click.echo(tally(problems))
    sys.exit(1 if any(problem.severity == "error" for problem in problems) else 0)


@translate.command("start")
@root_option
@language_option
@click.argument("paths", nargs=-1, required=True)
def translate_start(root: Path, language: str, paths: tuple[str, ...]) -> None:
    """Make the files to translate beside PATHS, with all ids in place. Never overwrites one."""
    for sheet in _chosen(_sheets(root, language), paths):
        try:
            save(sheet, started(sheet))
        except Refused as refused:
            refuse(str(refused))
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
        except Refused as refused:
            refuse(str(refused))
    count = 0
    for path, keys in wanted.items():
        before = _named(found, path)
        try:
            after = synced(before, origin, _today(), keys)
        except Refused as refused:
            refuse(str(refused))
        save(before, after)
        count += len(set(after.entries) - set(before.entries))
    click.echo(f"{counted(count, 'segment', 'segments')} recorded")


@translate.command("stamp")
@root_option
@languages_option
@click.option("--by", "reviewer", required=True, help="Name of the person who says so.")
@click.option("--editorial", is_flag=True, help="The source changed, and means the same as before.")
@click.argument("segments", nargs=-1, required=True)
def translate_stamp(
    root: Path, language: str | None, reviewer: str, editorial: bool, segments: tuple[str, ...]
) -> None:
    """Record that a person has read SEGMENTS against their source.

    Each is named: FILE#KEY for one, FILE#HEADING for those below one heading. A whole file can't be stamped.

    With --editorial: that the source's last change, such as a typing mistake, left the meaning as it was. The
    translations in this language, or in all, then stand as before; those that were reviewed still are.
    """
    if editorial:
        course = _course(root)
        count = declare(_all(root, language, course), segments, reviewer, declarations.editorial, gone=False)
        click.echo(f"{count} translations stand as before, as {reviewer.strip()} said")
        return
    if language is None:
        raise click.UsageError("A review is of one language: name it with --language.")
    found = _sheets(root, language)
    for name in segments:
        path, _, segment = name.partition("#")
        if not segment or not reviewer.strip():
            refuse(f"{name}: name the segments that were read, such as {path}#why/1, and who read them.")
    done: dict[str, tuple[Sheet, Sheet]] = {}
    count = 0
    for name in segments:
        path, _, segment = name.partition("#")
        sheet = _named(found, path)
        before, after = done.get(sheet.path, (sheet, sheet))
        try:
            keys = keys_of(after, segment)
            done[sheet.path] = before, stamped(after, keys, reviewer.strip(), _today())
        except Refused as refused:
            refuse(str(refused))
        count += len(keys)
    for before, after in done.values():
        save(before, after)
    click.echo(f"{count} segments stamped as reviewed by {reviewer.strip()}")


@translate.command("postpone")
@root_option
@languages_option
@click.option("--by", "who", required=True, help="Name of the person who leaves it to the translators.")
@click.argument("segments", nargs=-1, required=True)
def translate_postpone(root: Path, language: str | None, who: str, segments: tuple[str, ...]) -> None:
    """Leave outdated SEGMENTS (FILE#KEY or FILE#HEADING) to the translators, in one language or in all.

    They stay outdated, and readers are told so. `translate status` names them, until somebody has translated them.
    """
    course = _course(root)
    count = declare(_all(root, language, course), segments, who, declarations.postponed, gone=True)
    click.echo(
        f"{count} translations postponed by {who.strip()}: the translators find them in `translate status`"
    )


@click.command("export")
@root_option
@language_option
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to.")
@click.option(
    "--format", "wanted", type=click.Choice(FORMATS), default="po", help="PO, unless you say xliff."
)
@click.option("--module", "parts", multiple=True, help="Only this module; docs and course are parts too.")
def export_command(root: Path, language: str, out: Path, wanted: Format, parts: tuple[str, ...]) -> None:
    """Write files for a translator, one for each module, that Poedit, OmegaT and Weblate open.

    A draft by a machine, and a translation whose source changed, is marked as needing work in them.
    """
    course = _course(root)
    found = _sheets(root, language, course)
    known = {sheet.part for sheet in found}
    if unknown := [part for part in parts if part not in known]:
        refuse(f"{unknown[0]} is none of {', '.join(sorted(known))}")
    chosen = [sheet for sheet in found if not parts or sheet.part in parts]
    if wanted == "po":
        files = po_files(chosen, language)
    else:
        files = xliff_files(chosen, course.source_language, language)
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"wrote {len(files)} files into {out}")


@click.command("import")
@root_option
@language_option
@click.argument("place", type=click.Path(exists=True, path_type=Path))
def import_command(root: Path, language: str, place: Path) -> None:
    """Take translations from a PO or XLIFF file, or from all in a folder.

    Nothing is taken that is empty, still needs work, would break a page, or belongs to words that changed since
    the export: each is named, with its file and line.
    """
    outcome = taken_from(place, _sheets(root, language), _today())
    for before, after in outcome.sheets:
        save(before, after)
        click.echo(f"changed {after.neighbour}")
    for reason in outcome.refused:
        click.echo(reason)
    if outcome.waiting:
        click.echo(
            f"{outcome.waiting} new translations are still marked as needing work, and were left out: "
            "take the mark away in your program once they are done"
        )
    click.echo(f"{outcome.taken} translations taken, {len(outcome.refused)} messages")
    sys.exit(1 if outcome.refused else 0)
