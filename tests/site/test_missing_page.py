"""The page for an address where there is nothing belongs to no language, and works however deep the address lies."""

from urllib.parse import urlsplit

from tests.site.building import Built, words_of


def test_it_speaks_every_language(a_site: Built) -> None:
    page = a_site.missing_page
    spoken = [str(section.get("lang")) for section in page.all("//main//*[@lang]")]
    assert spoken == list(a_site.course.languages)
    assert all(words_of(section) for section in page.all("//main//*[@lang]"))


def test_the_whole_course_words_it_in_every_language(whole: Built) -> None:
    titles = [words_of(heading) for heading in whole.missing_page.all("//h1 | //h2")]
    assert len(set(titles)) == len(whole.course.languages)


def test_it_leads_to_each_languages_home(a_site: Built) -> None:
    below = urlsplit(a_site.address).path
    links = {str(a.get("hreflang")): str(a.get("href")) for a in a_site.missing_page.all("//a[@hreflang]")}
    assert links == {code: below + a_site.home(code) for code in a_site.course.languages}


def test_all_its_addresses_begin_at_the_hosts_root_and_exist(a_site: Built) -> None:
    below = urlsplit(a_site.address).path
    page = a_site.missing_page
    addresses = [str(one) for one in page.root.xpath("//@href | //@src")]
    assert addresses
    for address in addresses:
        assert address.startswith(below), address
        target = a_site.folder / address.removeprefix(below)
        assert (target / "index.html" if address.endswith("/") else target).is_file(), address


def test_search_engines_leave_it_out(a_site: Built) -> None:
    assert a_site.missing_page.one("//head/meta[@name='robots']").get("content") == "noindex"


def test_there_is_one_for_the_whole_site(a_site: Built) -> None:
    assert [file.parent for file in a_site.folder.rglob("404.html")] == [a_site.folder]
