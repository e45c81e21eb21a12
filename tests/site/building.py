"""Built sites as tests see them: parsed pages beside the course that they were made from."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from coursesite.__main__ import ENGINE
from coursesite.flow import look_at
from coursesite.model.course import Course
from coursesite.model.document import Document
from coursesite.pages.addresses import address_of
from coursesite.pages.page import Page, languages_of, pages_of

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "courses" / "tiny"


def copy_tiny(folder: Path) -> Path:
    """The tiny course as a folder of its own that builds, made as `coursesite new course` makes one."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    for name in ENGINE:
        if (ROOT / name).is_dir():
            unwanted = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=unwanted, dirs_exist_ok=True)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def environment(address: str, **more: str) -> dict[str, str]:
    known = {"SITE_URL": address, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **known, **more}


def build(course: Path, folder: Path, address: str, **more: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` of the course into the folder. Output and errors are together in `stdout`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    return subprocess.run(
        command,
        cwd=course,
        env=environment(address, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def built(course: Path, folder: Path, address: str, **more: str) -> Path:
    """The folder with the built site."""
    done = build(course, folder, address, **more)
    assert done.returncode == 0, done.stdout
    return folder


@dataclass(frozen=True, eq=False)
class BuiltPage:
    """One HTML file."""

    path: str
    """From the site's root, as in its URL: `sv/toolkit/`."""
    language: str
    file: Path
    page: Page

    @property
    def kind(self) -> str:
        return self.page.kind

    @property
    def gathered(self) -> bool:
        """Whether it is made of other pages' texts, each in its own language."""
        return self.kind in {"booklet", "cards"}

    @property
    def address(self) -> str:
        """The same in every language: `toolkit`."""
        return self.page.address

    @property
    def document(self) -> Document | None:
        """Its text in the source language."""
        return self.page.document

    @cached_property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def root(self) -> html.HtmlElement:
        return html.document_fromstring(self.text)

    def all(self, path: str) -> list[html.HtmlElement]:
        """Elements by XPath."""
        found = self.root.xpath(path)
        assert isinstance(found, list)
        return [one for one in found if isinstance(one, html.HtmlElement)]

    def one(self, path: str) -> html.HtmlElement:
        """The only element at an XPath."""
        found = self.all(path)
        assert len(found) == 1, f"/{self.path} has {len(found)} of {path}"
        return found[0]

    def leads_to(self, url: str) -> str:
        """The path in the site that a relative URL on this page means."""
        return unquote(urlsplit(urljoin(f"https://site.example/{self.path}", url)).path).removeprefix("/")


def words_of(element: html.HtmlElement) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def language_at(element: html.HtmlElement) -> str:
    """The language that a screen reader takes the element to be in."""
    return next(str(one.get("lang")) for one in (element, *element.iterancestors()) if one.get("lang"))


@dataclass(frozen=True)
class Built:
    """A site in `folder` that is to stand at `address`."""

    folder: Path
    address: str
    source: Path

    @cached_property
    def course(self) -> Course:
        course = look_at(self.source).course
        assert course is not None
        return course

    @cached_property
    def pages(self) -> tuple[BuiltPage, ...]:
        """Every page of every language; not the page that says that there is none."""
        return tuple(
            BuiltPage(
                self.path(page, language),
                language,
                self.folder / self.path(page, language) / "index.html",
                page,
            )
            for language in self.course.languages
            for page in pages_of(self.course.edition(language))
        )

    def path(self, page: Page, language: str) -> str:
        return self.home(language) + (f"{page.address}/" if page.address else "")

    @cached_property
    def missing_page(self) -> BuiltPage:
        """What a reader sees at an address where there is nothing."""
        nowhere = Page("standing", "404.html", "404.html")
        return BuiltPage("404.html", self.course.source_language, self.folder / "404.html", nowhere)

    @property
    def all_pages(self) -> tuple[BuiltPage, ...]:
        return (*self.pages, self.missing_page)

    def page(self, address: str, language: str | None = None) -> BuiltPage:
        wanted = language or self.course.source_language
        return next(page for page in self.pages if (page.address, page.language) == (address, wanted))

    def languages(self, page: BuiltPage) -> frozenset[str]:
        """The languages that the page's text exists in."""
        return languages_of(self.course, page.page)

    def shown(self, page: BuiltPage) -> Document | None:
        """The document whose text the page shows: in its language, or else in the source language."""
        versions = self.course.pages[page.document.key] if page.document else {}
        return versions.get(page.language, page.document)

    @cached_property
    def fallbacks(self) -> tuple[BuiltPage, ...]:
        """Pages that show the source language because nobody has translated them yet."""
        return tuple(page for page in self.pages if page.language not in self.languages(page))

    @cached_property
    def translations(self) -> tuple[BuiltPage, ...]:
        """Pages whose text is a translation."""
        source = self.course.source_language
        return tuple(
            page for page in self.pages if page.document and page.language in self.languages(page) - {source}
        )

    @property
    def trainers(self) -> tuple[BuiltPage, ...]:
        """Pages that trainees should not stumble upon."""
        return tuple(page for page in self.pages if page.page.for_trainers)

    def home(self, language: str) -> str:
        """The path of a language's home."""
        return "" if language == self.course.source_language else f"{language}/"

    def kinds(self) -> dict[str, str]:
        """An address for each kind of page that the course has, chosen for what is on it."""
        pages = {
            f"{directive} page": address_of(page) for directive, page in self.course.page_of_directive.items()
        }
        for page in reversed(pages_of(self.course)):
            pages[page.kind] = page.address
            if page.activity:
                pages[page.activity.kind] = page.address
            if page.kind == "trainer":
                pages[f"trainer's {page.address.rpartition('/')[2]}"] = page.address
            if page.kind == "module" and len(languages_of(self.course, page)) == len(self.course.languages):
                pages["module in all languages"] = page.address
            if page.document and "\n|" in page.document.body:
                pages["table"] = page.address
            if (
                page.activity
                and page.document
                and page.activity.kind == "reading"
                and _has_terms(page.document)
            ):
                pages["reading"] = page.address
            if page.document and any(link.image for link in page.document.links):
                pages["picture"] = page.address
        return pages


def _has_terms(document: Document) -> bool:
    return any(link.target.startswith("term:") for link in document.links)
