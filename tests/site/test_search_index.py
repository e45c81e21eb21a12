"""Each language has an index of its own, with that language's pages and nothing that trainees should not find."""

import gzip
import json
from collections.abc import Collection
from typing import Any

import pytest

from tests.site.building import Built, BuiltPage, words_of

BUDGET = 300 * 1024
"""What a reader fetches at the first search, compressed."""

PARAGRAPHS = "//*[@class='prose']//p[not(ancestor-or-self::*[@data-unsearched])]"


def index(site: Built, language: str) -> list[dict[str, Any]]:
    file = site.folder / site.home(language) / "search" / "search.json"
    pages: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["pages"]
    return pages


def text(page: dict[str, Any]) -> str:
    return " ".join(piece for section in page["s"] for piece in section)


def test_every_page_for_trainees_is_found_once_and_no_other(a_site: Built) -> None:
    wanted = sorted(
        f"{page.address}/" if page.address else ""
        for page in a_site.pages
        if page.page.listed and page.language == a_site.course.source_language
    )
    for language in a_site.course.languages:
        found = sorted(str(page["u"]).removeprefix("./") for page in index(a_site, language))
        assert found == wanted, language


def test_entries_say_the_language_of_their_text(a_site: Built) -> None:
    pages = {
        (a_site.path(page.page, a_site.course.source_language), page.language): page for page in a_site.pages
    }
    for language in a_site.course.languages:
        for entry in index(a_site, language):
            page = pages[entry["u"].removeprefix("./"), language]
            real = language if language in a_site.languages(page) else a_site.course.source_language
            assert entry["l"] == real, page.path


def test_sections_lead_to_ids_that_are_there(a_site: Built) -> None:
    pages = {
        (a_site.path(page.page, a_site.course.source_language), page.language): page for page in a_site.pages
    }
    for language in a_site.course.languages:
        for entry in index(a_site, language):
            page = pages[entry["u"].removeprefix("./"), language]
            ids = {str(element.get("id")) for element in page.all("//*[@id]")}
            assert {section[0] for section in entry["s"] if section[0]} <= ids, page.path


def test_a_steps_minutes_are_none_of_its_words(tiny: Built) -> None:
    steps = next(page for page in index(tiny, "en") if page["u"] == "modules/m1-bees/flight-hole/")["s"]
    assert ["watch", "Sit and watch"] in [section[:2] for section in steps]


def test_each_index_holds_the_words_of_its_language_only(a_site: Built) -> None:
    whole = {
        language: " ".join(text(page) for page in index(a_site, language))
        for language in a_site.course.languages
    }
    assert a_site.translations
    for page in a_site.translations:
        paragraph = longest(page)
        if not page.page.listed or not paragraph:
            continue
        assert [language for language, all_ in whole.items() if paragraph in all_] == [page.language], (
            page.path
        )


def test_trainers_text_is_in_no_index(a_site: Built) -> None:
    """The longest paragraph of each trainers' page that trainees do not read elsewhere too."""
    trainees = set(a_site.pages) - set(a_site.trainers)
    for_all = {words_of(p) for page in trainees for p in page.all(PARAGRAPHS)}
    said = {longest(page, for_all) for page in a_site.trainers} - {""}
    assert said
    for language in a_site.course.languages:
        whole = " ".join(text(page) for page in index(a_site, language))
        assert [paragraph for paragraph in said if paragraph in whole] == []


def longest(page: BuiltPage, but: Collection[str] = ()) -> str:
    paragraphs = (words_of(p) for p in page.all(PARAGRAPHS))
    return max((p for p in paragraphs if len(p) > 50 and p not in but), key=len, default="")


@pytest.mark.site
def test_an_index_stays_small(whole: Built) -> None:
    for language in whole.course.languages:
        file = whole.folder / whole.home(language) / "search" / "search.json"
        assert len(gzip.compress(file.read_bytes())) < BUDGET


def test_there_is_no_other_index(a_site: Built) -> None:
    files = [file.relative_to(a_site.folder).as_posix() for file in a_site.folder.rglob("search*.json")]
    assert sorted(files) == sorted(
        f"{a_site.home(code)}search/search.json" for code in a_site.course.languages
    )
