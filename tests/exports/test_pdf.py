"""Printed handbooks are PDF/UA as far as a machine can tell, and work on paper."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate
from pypdf import PdfReader

BOOKS = ("en/bees-handbook-en.pdf", "de/bees-handbook-de.pdf", "trainer/en/bees-m1-bees-trainer-en.pdf")


@pytest.mark.parametrize("name", BOOKS)
def test_what_a_machine_can_check_of_pdf_ua_holds(packages: Path, name: str) -> None:
    report = validate(str(packages / name))
    assert [str(finding) for finding in report.findings] == []


@pytest.mark.parametrize("name", BOOKS)
def test_it_says_what_it_is(packages: Path, name: str) -> None:
    with pikepdf.open(packages / name) as pdf:
        assert str(pdf.Root.Lang) == name.removesuffix(".pdf")[-2:]
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()
        assert str(pdf.docinfo.Title)
        with pdf.open_outline() as outline:
            assert len([item for item in outline.root if item.title]) >= 3


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """All structure elements, in reading order."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def test_headings_lists_tables_and_figures_are_tagged(packages: Path) -> None:
    with pikepdf.open(packages / "en/bees-handbook-en.pdf") as pdf:
        found = list(elements(pdf.Root.StructTreeRoot.K))
        kinds = Counter(str(one.S) for one in found)
        assert all(
            kinds[f"/{tag}"]
            for tag in ("H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Figure", "Link")
        )
        assert all(str(one.Alt) for one in found if one.S == "/Figure")
        assert {str(one.A.Scope) for one in found if one.S == "/TH"} <= {"/Column", "/Row"}
        levels = [int(str(one.S)[2:]) for one in found if str(one.S) in {f"/H{n}" for n in range(1, 7)}]
        assert levels[0] == 1
        assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_passages_in_another_language_say_so(packages: Path) -> None:
    with pikepdf.open(packages / "de/bees-handbook-de.pdf") as pdf:
        assert "en" in {str(one.Lang) for one in elements(pdf.Root.StructTreeRoot.K) if "/Lang" in one}


def test_all_fonts_are_embedded(packages: Path) -> None:
    names = set()
    with pikepdf.open(packages / "en/bees-handbook-en.pdf") as pdf:
        for page in pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                names.add(str(inner.BaseFont).partition("+")[2])
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()), (
                    font.BaseFont
                )
    assert any("P052" in name for name in names), names
    assert any("Open-Sans" in name or "OpenSans" in name for name in names), names


def test_links_lead_to_pages_that_exist_and_name_them(packages: Path) -> None:
    with pikepdf.open(packages / "en/bees-m2-hive-en.pdf") as pdf:
        places = {str(name) for name in pdf.Root.Names.Dests.Names[::2]}
        links = [a for page in pdf.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
        inner = [str(link.Dest) for link in links if "/Dest" in link]
        outer = [str(link.A.URI) for link in links if "/A" in link]
    assert inner
    assert set(inner) <= places
    assert outer
    assert all(url.startswith("https://bees.example/some/course/") and ".." not in url for url in outer)


@cache
def words_of(file: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(file).pages)


def test_paper_shows_where_links_lead(packages: Path) -> None:
    words = words_of(packages / "en/bees-m2-hive-en.pdf")
    assert "(bees.example/some/course/modules/m1-bees" in words  # out of the book: an address
    assert "Inside a hive, p. 3" in words  # within: a page
    assert "Inside a hive" in PdfReader(packages / "en/bees-m2-hive-en.pdf").pages[2].extract_text()


def test_questions_come_before_their_answers(packages: Path) -> None:
    words = words_of(packages / "en/bees-m2-hive-en.pdf")
    assert words.index("Question 12") < words.index("Not right:") < words.rindex("Glossary")
