"""Pages are light: a slow phone is a reader too."""

import gzip
from pathlib import Path

from tests.site.building import Built

PAGE = 100 * 1024
"""HTML, styles and scripts of a page, compressed."""


def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), mtime=0))


def test_no_page_is_heavier_than_its_budget(a_site: Built) -> None:
    """With every style sheet and every script that there is."""
    assets = sum(weight(file) for file in a_site.folder.rglob("*") if file.suffix in {".css", ".js"})
    weights = {page.path: assets + weight(page.file) for page in a_site.all_pages}
    assert {path: bytes_ for path, bytes_ in weights.items() if bytes_ > PAGE} == {}


def test_nothing_of_the_stock_theme_is_sent(a_site: Built) -> None:
    ours = {file.name for file in (a_site.source / "overrides" / "assets").rglob("*")}
    sent = {
        file.name for file in a_site.folder.rglob("*") if file.suffix in {".js", ".css", ".map", ".woff2"}
    }
    assert sent <= ours
