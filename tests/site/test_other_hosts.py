"""Nothing that a page shows or runs comes from another host. Readers follow links if they want to."""

import re

from lxml import html

from tests.site.building import Built, BuiltPage

ABSOLUTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//[^\s\"'<>)]+", re.IGNORECASE)
NAMES_ONLY = re.compile(r"https?://www\.w3\.org/[0-9A-Za-z/#.]+")
"""XML namespaces look like addresses, but nobody fetches them."""


def foreign(page: BuiltPage, address: str) -> list[str]:
    """Attributes with an address elsewhere, but for the links in the text."""
    return [
        f"/{page.path}: {element.tag} {name}={value}"
        for element in page.root.iter()
        if isinstance(element, html.HtmlElement)
        for name, value in element.items()
        if not name.startswith("xmlns") and (element.tag, name) != ("a", "href")
        for url in ABSOLUTE.findall(NAMES_ONLY.sub("", str(value)))
        if not url.startswith(address)
    ]


def test_pages_load_nothing_from_another_host(a_site: Built) -> None:
    assert [line for page in a_site.all_pages for line in foreign(page, a_site.address)] == []


def test_styles_scripts_and_pictures_name_no_other_host(a_site: Built) -> None:
    files = [f for f in a_site.folder.rglob("*") if f.suffix in {".css", ".js", ".svg", ".webmanifest"}]
    assert files
    found = {
        file.name: urls
        for file in files
        if (urls := ABSOLUTE.findall(NAMES_ONLY.sub("", without_comments(file.read_text(encoding="utf-8")))))
    }
    assert found == {}


def without_comments(text: str) -> str:
    return re.sub(r"/\*.*?\*/|^\s*//.*$", "", text, flags=re.DOTALL | re.MULTILINE)


def test_links_are_of_the_kinds_that_a_browser_may_follow(a_site: Built) -> None:
    schemes = {
        str(link.get("href")).partition(":")[0]
        for page in a_site.all_pages
        for link in page.all("//a[contains(@href, ':')]")
    }
    assert schemes <= {"https", "http", "mailto"}
