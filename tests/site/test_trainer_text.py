"""Nothing that is written for trainers reaches a trainee: no page, search index, sheet, list or download has it.

For trainers are all texts in `modules/*/trainer/`, in every language: run sheets, notes, slides with their presenter notes,
and copies of homework. They may stand only in files whose address has `trainer` in it.

Seven words of a sentence in a row count as text. What trainees' own sources say as well is no secret, since a run sheet may quote
the page that it is about; of a model answer, no whole sentence may stand there either. Right answers and feedback of quizzes are
trainees' texts: they stand on the quiz's page, folded away, so that it works without a script. What the trainers' page
with the key adds to them is their order only.
"""

import html
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from coursesite.model.document import Document
from coursesite.model.homework import LOOK_FOR, MODEL_ANSWER
from tests.site.building import Built, built, copy_tiny

RUN = 7

WHOLE = 4
"""Runs in a sentence that is long enough to be somebody's own: ten words."""

FOR_TRAINERS = "trainer"
"""What the address of every file has in it that trainers' texts may stand in."""

FOLDERS = ("docs", "modules", "quizzes", "overrides")

WITHOUT_TEXT = frozenset({".png", ".ico", ".gz", ".woff2"})
ARCHIVES = frozenset({".zip", ".epub", ".docx", ".odt", ".imscc"})

_MARKUP = re.compile(r"<!--.*?-->|\]\([^)]*\)|\{ ?[#.:][^{}\n]*\}|<[^>]*>", re.DOTALL)
_BOX = re.compile(r"^ *!!! .*$", re.MULTILINE)
_WORD = re.compile(r"\w+")

Runs = set[tuple[str, ...]]


def runs(text: str) -> Runs:
    """All runs of words in a text, without its markup."""
    words = _WORD.findall(html.unescape(_MARKUP.sub(" ", text)).lower())
    return {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}


def sentences(text: str) -> list[Runs]:
    """The runs of each sentence, line of a list or cell."""
    blocks = re.sub(r"\n(?!\s*(?:\n|[-#|!*]|\d+\. ))", " ", _BOX.sub("\n", _MARKUP.sub(" ", text)))
    return [runs(sentence) for sentence in re.split(r"[.!?:;|\n]+", blocks)]


def model_answer(document: Document) -> str:
    """The part of a trainer's copy that answers in a trainee's place; headings repeat the task's."""
    lines = document.body.split("\n")
    at = {heading.id: heading.line - document.body_line for heading in document.headings}
    if MODEL_ANSWER not in at:
        return ""
    end = at.get(LOOK_FOR, len(lines))
    return "\n".join(line for line in lines[at[MODEL_ANSWER] : end] if not line.startswith("#"))


def secrets(site: Built) -> Runs:
    """Runs of words that only trainers may read."""
    trainers = [document for document in site.course.documents if document.area == "trainer"]
    sources = (file for folder in FOLDERS for file in (site.source / folder).rglob("*"))
    known = (
        file.read_text(encoding="utf-8")
        for file in sources
        if file.suffix in {".yml", ".md", ".html", ".po"} and FOR_TRAINERS not in file.parts
    )
    known_runs: Runs = set().union(*map(runs, known))
    found: Runs = set().union(*(one for document in trainers for one in sentences(document.body)))
    answers = (one for document in trainers for one in sentences(model_answer(document)))
    shown = (one for one in answers if len(one) >= WHOLE and one <= known_runs)
    return (found - known_runs).union(*shown)


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file that a trainee may fetch, with its address; what an archive holds, one by one."""
    for file in sorted(folder.rglob("*")):
        address = file.relative_to(folder).as_posix()
        if not file.is_file() or FOR_TRAINERS in address or file.suffix in WITHOUT_TEXT:
            continue
        if file.suffix in ARCHIVES:
            yield from in_archive(address, file.read_bytes())
        elif file.suffix == ".json":
            yield address, "\n".join(strings(json.loads(file.read_bytes())))
        else:
            yield address, file.read_text(encoding="utf-8")  # what is not text has to be added above


def strings(data: object) -> Iterator[str]:
    """Every text in data, apart from the next: two titles in a row are no sentence."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for one in data.values() if isinstance(data, dict) else data:
            yield from strings(one)


def in_archive(address: str, data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if FOR_TRAINERS not in name and Path(name).suffix not in WITHOUT_TEXT:
                yield f"{address}: {name}", archive.read(name).decode("utf-8", errors="ignore")


def leaks(folder: Path, secret: Runs) -> list[str]:
    """Files that say what only trainers may read, each with the first words of it."""
    found = []
    told_by: dict[str, str] = {}  # a line that stands on many pages is read once
    for address, text in texts(folder):
        for line in text.replace("\\n", "\n").split("\n"):
            if line not in told_by:
                told_by[line] = " ".join(min(runs(line) & secret, default=()))
            if told_by[line]:
                found.append(f"{address}: {told_by[line]}")
                break
    return found


def test_no_trainees_file_says_what_is_for_trainers(a_site: Built) -> None:
    secret = secrets(a_site)
    assert secret
    found = leaks(a_site.folder, secret)
    assert not found, (
        "texts for trainers stand in files that trainees can fetch; "
        "put them at an address with `trainer` in it, or split the file:\n" + "\n".join(found)
    )


def test_texts_for_trainers_are_found_where_they_belong(a_site: Built) -> None:
    """The search for leaks knows the texts as pages show them: it finds them on trainers' own pages."""
    secret = secrets(a_site)
    pages = [
        page
        for page in a_site.trainers
        if page.document
        and page.language == a_site.course.source_language
        and any(one & secret for one in sentences(page.document.body))
    ]
    assert pages
    silent = [page.path for page in pages if not any(runs(line) & secret for line in page.text.split("\n"))]
    assert silent == []


PLANTED = (
    "<p>Nineteen bees came home with orange pollen while one guard <em>turned</em> a stranger&nbsp;away.</p>"
)


@pytest.mark.parametrize("name", ["index.html", "de/search/search.json", "m1.po", "calendar.ics", "m1.zip"])
def test_a_leak_is_found_in_whatever_file_it_is(name: str, tiny: Built, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(tiny.folder, folder)
    file = folder / name
    if name.endswith(".zip"):
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("text.xml", PLANTED)
    elif name.endswith(".json"):
        file.write_text(json.dumps({"s": [PLANTED, "\n"]}), encoding="utf-8")
    else:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(before + PLANTED, encoding="utf-8")
    (found,) = leaks(folder, secrets(tiny))
    assert found.startswith(f"{name}: ")


def test_an_author_who_shows_a_model_answer_to_trainees_is_caught(tmp_path: Path) -> None:
    course = copy_tiny(tmp_path / "course")
    page = course / "docs" / "toolkit.md"
    page.write_text(
        page.read_text(encoding="utf-8")
        + "\nNineteen bees came home with orange pollen while one guard turned a stranger away.\n",
        encoding="utf-8",
    )
    site = Built(built(course, tmp_path / "site", "https://bees.example/"), "https://bees.example/", course)
    found = leaks(site.folder, secrets(site))
    assert {line.partition(":")[0] for line in found} >= {"toolkit/index.html", "search/search.json"}
