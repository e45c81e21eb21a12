"""The templates of packages, in `overrides/books/`: they loop and ask; books arrive worded."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def templates(overrides: Path) -> Environment:
    """Templates that escape, and refuse what does not exist."""
    return Environment(
        loader=FileSystemLoader(overrides / "books"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
