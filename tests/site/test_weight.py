"""Pages are light: a slow phone is a reader too."""

import gzip
from collections.abc import Iterable
from pathlib import Path

from tests.site.building import Built

PAGE = 100 * 1024
"""HTML, styles and scripts of a page, compressed."""


def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))


def weight_of_all(files: Iterable[Path]) -> int:
    return sum(weight(file) for file in files)


def test_no_page_is_heavier_than_its_budget(a_site: Built) -> None:
    """With its own style sheets, every script that any page may fetch, and those of the heaviest tool."""
    assets = a_site.folder / "assets"
    common = weight_of_all([*assets.glob("*.js"), *(assets / "learning").rglob("*.js")])
    tools = max(weight_of_all(tool.rglob("*.js")) for tool in assets.iterdir() if tool.name != "learning")
    sheets = {file.name: weight(file) for file in assets.glob("*.css")}
    assert common
    assert tools
    weights = {}
    for page in a_site.all_pages:
        own = {Path(str(link.get("href"))).name for link in page.all("//link[@rel='stylesheet']")}
        weights[page.path] = weight(page.file) + common + tools + sum(sheets[name] for name in own)
    assert {path: bytes_ for path, bytes_ in weights.items() if bytes_ > PAGE} == {}


def test_nothing_of_the_stock_theme_is_sent(a_site: Built) -> None:
    ours = {file.name for file in (a_site.source / "overrides" / "assets").rglob("*")}
    sent = {
        file.name for file in a_site.folder.rglob("*") if file.suffix in {".js", ".css", ".map", ".woff2"}
    }
    assert sent <= ours
