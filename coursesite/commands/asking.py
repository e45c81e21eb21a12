"""What all commands share: the course's folder, and how they say no."""

import sys
from pathlib import Path
from typing import NoReturn

import click

root_option = click.option(
    "--root", default=".", help="The course's folder.", type=click.Path(file_okay=False, path_type=Path)
)


def refuse(reason: str, code: int = 1) -> NoReturn:
    """Say why something can't be done, and end.

    `code` is 1 where something in the course has to be mended, 2 where the question itself can't be answered.
    """
    click.echo(reason, err=True)
    sys.exit(code)
