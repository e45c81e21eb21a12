"""Whoever changes the language stays on the page."""

from tests.site.building import Built, words_of

ENTRIES = "//nav[contains(@class, 'languages')]//a"


def test_the_menu_leads_to_the_same_page_in_every_language(a_site: Built) -> None:
    paths = {page.path for page in a_site.pages}
    for page in a_site.pages:
        links = {str(a.get("hreflang")): page.leads_to(str(a.get("href"))) for a in page.all(ENTRIES)}
        there = f"{page.address}/" if page.address else ""
        assert links == {code: a_site.home(code) + there for code in a_site.course.languages}
        assert set(links.values()) <= paths


def test_the_menu_says_which_language_this_is(a_site: Built) -> None:
    wrong = [
        page.path
        for page in a_site.pages
        if [a.get("hreflang") for a in page.all(f"{ENTRIES}[@aria-current='true']")] != [page.language]
    ]
    assert wrong == []


def test_languages_are_named_in_themselves(a_site: Built) -> None:
    names = {one.code: one.name for one in a_site.course.programme.languages}
    for page in a_site.pages:
        said = {str(e.get("lang")): words_of(e) for e in page.all(f"{ENTRIES}/*[@lang]")}
        assert said == names


def test_the_menu_says_what_is_not_translated_yet(a_site: Built) -> None:
    for page in a_site.pages:
        marked = {str(a.get("hreflang")) for a in page.all(f"{ENTRIES}[small]")}
        assert marked == set(a_site.course.languages) - a_site.languages(page), page.path
