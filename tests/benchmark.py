"""How long builds take and how much pages weigh: this course with our hooks, and the same pages with stock tools.

`make bench`, or `python tests/benchmark.py [ROUNDS]`. Both builds are measured in one run, in turns, so
that a busy machine is unfair to neither. The stock site gets the Markdown that our generator makes, with
generated content filled in (what our templates add, such as quizzes and sheets, is missing there), and is built by
mkdocs-material with its own theme and search, and static-i18n with its defaults.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import material
from tabulate import tabulate

from coursesite.flow import look_at
from coursesite.pages.page import Page, languages_of
from coursesite.pages.site import Site

ROOT = Path(__file__).parents[1]
ROUNDS = 3

STOCK_THEME = {"name": "material", "font": False, "features": ["navigation.indexes"]}
STOCK_EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "tables",
    "sane_lists",
    {"toc": {"toc_depth": "2-3"}},
    {"pymdownx.smartsymbols": {"fractions": False, "ordinal_numbers": False}},
]


@dataclass(frozen=True)
class Round:
    """One build. On a busy machine its CPU time says more than the clock."""

    seconds: float
    cpu: float


def build(course: Path, folder: Path) -> Round:
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    environment = {**os.environ, "SITE_URL": "https://course.example/course/", "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=course, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as run:
        assert run.stderr is not None
        said = run.stderr.read().decode()
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode:
        sys.exit(f"the build in {course} failed:\n{said}")
    return Round(time.perf_counter() - start, usage.ru_utime + usage.ru_stime)


def write_stock(site: Site, folder: Path) -> None:
    """The same pages as a project that needs nothing of ours."""
    source = site.course.source_language
    docs = folder / "docs"
    for page in site.pages:
        for language in sorted(languages_of(site.course, page)):
            file = docs / (page.uri if language == source else page.uri.replace(".md", f".{language}.md"))
            file.parent.mkdir(parents=True, exist_ok=True)
            body = site.body(page, language)
            head = f"---\ntitle: {json.dumps(site.title(page, language), ensure_ascii=False)}\n---\n\n"
            file.write_text(head + body.filled(body.markdown), encoding="utf-8")
    for address, path in site.assets.items():
        (docs / address).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, docs / address)
    languages = [
        {"locale": one.code, "name": one.name, "build": True, "default": one.code == source}
        for one in site.course.programme.languages
    ]
    i18n = {"docs_structure": "suffix", "fallback_to_default": True, "languages": languages}
    config = {
        "site_name": str(site.course.programme.title),
        "site_url": "https://course.example/course/",
        "theme": STOCK_THEME,
        "plugins": ["search", {"i18n": i18n}],
        "markdown_extensions": STOCK_EXTENSIONS,
        "nav": navigation(site),
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")  # JSON is YAML


def navigation(site: Site) -> list[dict[str, Any]]:
    """Modules with their activities, trainers' pages by module, and all other pages."""
    titled = {page.uri: {site.title(page, site.course.source_language): page.uri} for page in site.pages}

    def entries(pages: Iterable[Page]) -> list[dict[str, str]]:
        return [titled[page.uri] for page in pages]

    def groups(*kinds: str) -> list[dict[str, Any]]:
        return [
            {str(module.title): pages}
            for module in site.course.modules
            if (pages := entries(p for p in site.pages if p.module == module and p.kind in kinds))
        ]

    return [
        *entries(page for page in site.pages if page.module is None),
        {"Modules": groups("module", "activity")},
        {"Trainers": groups("trainer")},
    ]


def packed(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def weights(folder: Path, page: str, index: str, assets: tuple[str, ...]) -> list[str]:
    """HTML of one page, styles, scripts and the search index: what they weigh in compressed kilobytes."""
    found = [list(folder.glob(pattern)) for pattern in assets]
    parts = [
        packed(folder / page / "index.html"),
        *(packed(*files) for files in found),
        packed(folder / index),
    ]
    return [f"{part / 1024:.1f}" for part in parts]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    findings = look_at(ROOT)
    if findings.course is None or findings.errors:
        sys.exit("The course has problems: python -m coursesite check")
    icons = Path(material.__file__).parent / "templates"
    site = Site(findings.course, ROOT / "overrides", icons)
    count = len(site.pages) * len(site.course.languages)
    with tempfile.TemporaryDirectory() as place:
        stock = Path(place) / "stock"
        write_stock(site, stock)
        folders = {"ours": Path(place) / "ours-site", "stock": Path(place) / "stock-site"}
        sources = {"ours": ROOT, "stock": stock}
        times: dict[str, list[Round]] = {name: [] for name in folders}
        for _ in range(rounds):
            for name, folder in folders.items():
                times[name].append(build(sources[name], folder))
        report(
            times, count, {name: len(list(folder.rglob("index.html"))) for name, folder in folders.items()}
        )
        longest = max(
            (p for p in site.pages if p.activity and p.activity.kind == "reading" and p.document), key=words
        )
        report_weights(folders, longest.address)


def words(page: Page) -> int:
    assert page.document is not None
    return page.document.words


def report(times: dict[str, list[Round]], count: int, built: dict[str, int]) -> None:
    print(f"{count} pages in all languages; median of {len(times['ours'])} builds in turns\n")
    rows = []
    middle = {}
    for name, rounds in times.items():
        seconds, cpu = median(one.seconds for one in rounds), median(one.cpu for one in rounds)
        middle[name] = (seconds, cpu)
        rows.append([name, built[name], f"{seconds:.1f}", f"{cpu:.1f}", f"{built[name] / cpu:.0f}"])
    print(tabulate(rows, headers=["build", "pages", "seconds", "CPU seconds", "pages per CPU second"]))
    clock, cpu = (ours / stock for ours, stock in zip(middle["ours"], middle["stock"], strict=True))
    print(f"\nours ÷ stock: {clock:.2f} by the clock, {cpu:.2f} by CPU (wanted: no more than 1.0)\n")


def report_weights(folders: dict[str, Path], page: str) -> None:
    ours = weights(folders["ours"], page, "search/search.json", ("assets/*.css", "assets/**/*.js"))
    bundles = ("assets/stylesheets/*.css", "assets/javascripts/bundle*.js")
    stock = weights(folders["stock"], page, "search/search_index.json", bundles)
    print(
        f"Compressed KB of the longest reading page, {page}; ours counts every script that any page may fetch:\n"
    )
    print(
        tabulate(
            [["ours", *ours], ["stock", *stock]], headers=["", "HTML", "styles", "scripts", "search index"]
        )
    )


if __name__ == "__main__":
    main()
