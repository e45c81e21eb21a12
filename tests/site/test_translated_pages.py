"""A translated page is a page of its own, and says whether a person has reviewed it."""

from tests.site.building import Built, language_at


def test_the_whole_page_is_in_its_language(a_site: Built) -> None:
    assert a_site.translations
    wrong = [
        page.path
        for page in a_site.translations
        if page.root.get("lang") != page.language
        or language_at(page.one("//*[@class='body']/*[@class='prose']")) != page.language
    ]
    assert wrong == []


def test_it_is_its_own_canonical_page(a_site: Built) -> None:
    pages = set(a_site.pages) - set(a_site.fallbacks)
    wrong = [
        page.path
        for page in pages
        if page.one("//head/link[@rel='canonical']").get("href") != a_site.address + page.path
    ]
    assert wrong == []


def test_a_draft_says_so_and_leads_to_the_original(a_site: Built) -> None:
    notice = "//article//*[contains(@class, 'notice-unreviewed')]"
    translations = set(a_site.translations)
    for page in a_site.pages:
        if page.gathered:
            continue
        shown = a_site.shown(page)
        draft = page in translations and shown is not None
        assert len(page.all(notice)) == draft, page.path
        if draft:
            link = page.one(f"{notice}//a")
            assert page.leads_to(str(link.get("href"))) == a_site.page(page.address).path
            assert language_at(link) == a_site.course.source_language or link.xpath("./*[@lang]")


def test_direction_is_said_with_the_language(a_site: Built) -> None:
    directions = {one.code: one.direction for one in a_site.course.programme.languages}
    assert [page.path for page in a_site.pages if page.root.get("dir") != directions[page.language]] == []
