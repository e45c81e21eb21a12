"""`new language`: the interface's words in a language, begun or brought up to date."""

from pathlib import Path

import click

from ..reading import read_course
from ..scaffolding import (
    TEMPLATE,
    Refused,
    catalogue_path,
    catalogue_text,
    entry_of,
    messages_in_use,
    template_text,
)
from .asking import refuse, root_option

GENERATOR = Path(__file__).parents[2]
"""Where the generator's code lies, whose messages every course shows."""


@click.command("language")
@click.argument("codes", nargs=-1)
@root_option
def new_language(codes: tuple[str, ...], root: Path) -> None:
    """Make the catalogue of the interface's words for a language of the course, or bring it up to date.

    CODES are such as sv; none means all of the course's languages. New messages are added, those no longer in
    use are dropped, and translations stay.
    """
    course = read_course(root).course
    if course is None:
        refuse("modules/programme.yml can't be read. Mend it first: python -m coursesite check")
    locales = {language.code: language.locale for language in course.programme.languages[1:]}
    if course.source_language in codes:
        refuse(f"`{course.source_language}` is the language that the course is written in.")
    try:
        if lines := [entry_of(code) for code in codes if code not in locales]:
            listed = "\n".join(lines)
            refuse(f"Add this to `languages` in modules/programme.yml first, and look it over:\n{listed}")
    except Refused as refused:
        refuse(str(refused))
    keys = messages_in_use(root, GENERATOR)
    _save(root / TEMPLATE, template_text(keys))
    for code in codes or locales:
        path = root / catalogue_path(code)
        try:
            made = catalogue_text(
                keys, locales[code], path.read_text(encoding="utf-8") if path.exists() else None
            )
        except Refused as refused:
            refuse(f"{catalogue_path(code)}: {refused}")
        todo = f"{made.missing} to translate" if made.missing else "all translated"
        click.echo(f"{code}: {made.messages} messages, {todo} ({made.added} new, {made.dropped} dropped)")
        _save(path, made.text)
    for code in codes:
        click.echo(
            f"Now: translate {catalogue_path(code)}, in Poedit or by hand; what is missing is shown in the source's"
            f" language.\nThen translate pages: python -m coursesite translate start --language {code} docs/index.md"
        )


def _save(path: Path, text: str) -> None:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"wrote {path}")
