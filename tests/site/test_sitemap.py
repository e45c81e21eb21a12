"""The site map lists what really exists, with its languages; hreflang stands there and nowhere else."""

from lxml import etree

from tests.site.building import Built

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def listed(site: Built) -> dict[str, dict[str, str]]:
    """Each address → its alternates by language."""
    tree = etree.parse(site.folder / "sitemap.xml")
    entries: dict[str, dict[str, str]] = {}
    for url in tree.findall("s:url", NAMES):
        address = url.findtext("s:loc", namespaces=NAMES)
        assert address
        assert address not in entries, f"{address} is listed twice"
        links = url.findall("x:link", NAMES)
        entries[address] = {str(link.get("hreflang")): str(link.get("href")) for link in links}
    return entries


def test_it_lists_each_page_in_the_languages_that_it_exists_in(a_site: Built) -> None:
    wanted = {
        a_site.address + page.path
        for page in a_site.pages
        if page.page.listed and page.language in a_site.languages(page)
    }
    assert set(listed(a_site)) == wanted


def test_alternates_name_each_other_and_a_default(a_site: Built) -> None:
    entries = listed(a_site)
    assert any(entries.values())
    for address, alternates in entries.items():
        if not alternates:
            continue
        assert address in alternates.values()
        assert alternates["x-default"] == alternates[a_site.course.source_language]
        assert all(entries[other] == alternates for other in alternates.values())


def test_a_page_with_one_language_has_no_alternates(a_site: Built) -> None:
    entries = listed(a_site)
    for page in a_site.pages:
        if len(a_site.languages(page)) == 1:
            assert not entries.get(a_site.address + page.path)


def test_pages_themselves_name_no_alternates(a_site: Built) -> None:
    assert [page.path for page in a_site.all_pages if page.all("//link[@rel='alternate']")] == []
