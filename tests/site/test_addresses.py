"""The same course can be published anywhere: only absolute addresses follow the base URL."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from tests.site.building import Built, built

ELSEWHERE = "https://elsewhere.example/"

_CODE = re.compile(r'<svg class="qr".*?</svg>', re.DOTALL)
"""A QR code says the address in its own way."""


def test_another_base_url_changes_absolute_addresses_only(tiny: Built, tmp_path: Path) -> None:
    folder = built(tiny.source, tmp_path / "site", ELSEWHERE)
    below = urlsplit(tiny.address).path
    for file in sorted(tiny.folder.rglob("*")):
        if file.suffix not in {".html", ".xml", ".json", ".css", ".js"}:
            continue
        here = file.read_text(encoding="utf-8")
        there = (folder / file.relative_to(tiny.folder)).read_text(encoding="utf-8")
        expected = here.replace(tiny.address, ELSEWHERE)
        expected, there = (_CODE.sub("", text) for text in (expected, there))
        if file.name == "404.html":
            expected = expected.replace(f'"{below}', '"/')
        assert there == expected, file


def test_canonical_address_and_social_image_are_absolute(a_site: Built) -> None:
    for page in a_site.pages:
        for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
            (address,) = page.root.xpath(path)
            assert str(address).startswith(a_site.address), page.path
        (image,) = page.root.xpath("//meta[@property='og:image']/@content")
        assert str(image).startswith(a_site.address), page.path
        assert (a_site.folder / str(image).removeprefix(a_site.address)).is_file(), image


def test_icons_that_pages_name_are_there(a_site: Built) -> None:
    for page in a_site.pages:
        for icon in page.all("//head/link[contains(@rel, 'icon')]"):
            assert (a_site.folder / page.leads_to(str(icon.get("href")))).is_file(), icon.get("href")
