"""What is made, for whom, and how it gets into the site."""

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from coursesite.flow import look_at
from coursesite.model.course import Course
from tests.exports.making import ADDRESS, make
from tests.site.building import TINY, built, copy_tiny


@pytest.fixture(scope="module")
def course() -> Course:
    found = look_at(TINY).course
    assert found is not None
    return found


def test_each_book_that_has_a_translated_page_is_made_in_both_formats(packages: Path) -> None:
    made = {file.relative_to(packages).as_posix() for file in packages.rglob("bees-*")}
    books = {
        "en/bees-handbook-en", "en/bees-m1-bees-en", "en/bees-m2-hive-en",
        "trainer/en/bees-m1-bees-trainer-en", "trainer/en/bees-m2-hive-trainer-en",
        "de/bees-handbook-de", "de/bees-m1-bees-de", "trainer/de/bees-m1-bees-trainer-de",
    }  # fmt: skip
    assert {f"{book}.{ending}" for book in books for ending in ("pdf", "epub")} <= made
    listed = json.loads((packages / "packages.json").read_text(encoding="utf-8"))["packages"]
    assert {entry["path"] for entry in listed} == made


def sentences(text: str) -> set[str]:
    """Runs of eight words, which two texts do not share by chance."""
    words = re.findall(r"\w+", text)
    return {" ".join(words[start : start + 8]) for start in range(len(words) - 7)}


def book_text(file: Path) -> str:
    """What stands in an EPUB; the PDF beside it is set from the same book."""
    with ZipFile(file) as book:
        pages = [etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")]
    return " ".join("".join(map(str, page.itertext())) for page in pages)


def test_nothing_for_trainers_stands_in_trainees_books(packages: Path, course: Course) -> None:
    own = {s for d in course.documents if d.area != "trainer" for s in sentences(d.body)}
    secret = {s for d in course.documents if d.area == "trainer" for s in sentences(d.body)} - own
    told = {f.relative_to(packages).parts: secret & sentences(book_text(f)) for f in packages.rglob("*.epub")}
    assert {book: found for book, found in told.items() if found and "trainer" not in book} == {}
    assert any(told.values()), "not even trainers' books hold what is for trainers: this test sees nothing"


def test_the_same_course_gives_the_same_bytes_elsewhere(packages: Path, tmp_path: Path) -> None:
    again = copy_tiny(tmp_path / "another" / "place")
    different = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = make(again, "--language", "de", "--module", "m1-bees", "--workers", "1", **different)
    assert done.returncode == 0, done.stderr
    files = list((again / "packages").rglob("bees-*"))
    assert len(files) == 4
    for file in files:
        assert file.read_bytes() == (packages / file.relative_to(again / "packages")).read_bytes(), file


def test_mistakes_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    course = copy_tiny(tmp_path / "bees")
    (course / "mine").mkdir()
    (course / "mine" / "diary.txt").write_text("Not to be lost.", encoding="utf-8")
    other = make(course, "--language", "de", "--module", "m1-bees", "--out", str(course / "mine"))
    assert (other.returncode, "Name another folder" in other.stderr) == (1, True)
    assert (course / "mine" / "diary.txt").exists()
    unknown = make(course, "--module", "m9")
    assert (unknown.returncode, unknown.stderr) == (
        1,
        "`m9` is no module of this course. It has m1-bees, m2-hive.\n",
    )
    (course / "modules" / "m1-bees" / "index.md").write_text(
        "# Twice { #a }\n\n[gone](gone.md)\n", encoding="utf-8"
    )
    broken = make(course)
    assert broken.returncode == 1
    assert "modules/m1-bees/index.md:3: " in broken.stderr
    assert "Traceback" not in broken.stderr
    assert not (course / "packages").exists()


def links_in(page: html.HtmlElement) -> list[str]:
    return [str(link.get("href")) for one in page.find_class("downloads-list") for link in one.iter("a")]


def test_the_site_lists_what_was_made_and_holds_it(packages: Path, tmp_path: Path) -> None:
    site = built(packages.parent, tmp_path / "site", ADDRESS)
    page = html.document_fromstring((site / "de/languages/index.html").read_text(encoding="utf-8"))
    links = links_in(page)
    assert links
    assert not any("trainer" in link for link in links)
    for link in links:
        assert (site / "de/languages" / link).resolve().is_file(), link
    hive = next(entry for entry in page.iter("li") if entry.get("id") == "download-m2-hive")
    assert "English" in "".join(
        map(str, hive.itertext())
    )  # nobody has translated it, so the original is offered
    trainers = html.document_fromstring((site / "trainer/index.html").read_text(encoding="utf-8"))
    links = links_in(trainers)
    assert links
    assert all("/packages/trainer/en/" in link for link in links)
    assert not (site / "books").exists()
