"""A page's outline can be read aloud: one first heading, no level skipped, every id once."""

from collections import Counter
from itertools import pairwise

from lxml import html

from tests.site.building import Built, BuiltPage, words_of

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def headings(page: BuiltPage) -> list[html.HtmlElement]:
    return [heading for heading in page.root.iter(*LEVELS) if isinstance(heading, html.HtmlElement)]


def levels(page: BuiltPage) -> list[int]:
    return [int(str(heading.tag)[1]) for heading in headings(page)]


def test_a_page_has_one_first_heading(a_site: Built) -> None:
    assert [page.path for page in a_site.all_pages if levels(page).count(1) != 1] == []


def test_headings_go_down_one_level_at_a_time(a_site: Built) -> None:
    skipped = [
        f"/{page.path}: h{before} then h{after}"
        for page in a_site.all_pages
        for before, after in pairwise([0, *levels(page)])
        if after > before + 1
    ]
    assert skipped == []


def test_no_heading_is_empty(a_site: Built) -> None:
    empty = [page.path for page in a_site.all_pages for heading in headings(page) if not words_of(heading)]
    assert empty == []


def test_every_id_stands_once(a_site: Built) -> None:
    twice = {}
    for page in a_site.all_pages:
        counted = Counter(str(id) for element in page.root.iter() if (id := element.get("id")))
        if more := sorted(id for id, times in counted.items() if times > 1):
            twice[page.path] = more
    assert twice == {}


def test_ids_are_the_same_in_every_language(a_site: Built) -> None:
    source = a_site.course.source_language
    originals = {page.address: page for page in a_site.pages if page.language == source}
    different = {}
    for page in a_site.pages:
        here, there = (
            [heading.get("id") for heading in headings(one)] for one in (page, originals[page.address])
        )
        desk = any(one.name == "translations" for one in (page.document.directives if page.document else ()))
        if here != there and not desk:  # each language's desk shows that language
            different[page.path] = set(here) ^ set(there)
    assert different == {}
