"""Writes all packages into a folder, whole or not at all, with a list of them beside."""

import json
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from tempfile import mkdtemp

from ..model.book import Book
from ..model.package import MANIFEST, Package, PackageFormat
from .epub import epub_of
from .pdf import Pdf, WeakPdf, pdf_of

LIST = Path(MANIFEST).name


class NotOurs(Exception):
    """The folder holds something else, which would be lost."""


@dataclass(frozen=True)
class Made:
    """What was written, sorted by path; or what is wrong, and then nothing was written."""

    packages: tuple[Package, ...]
    faults: tuple[str, ...]


def write_packages(books: Iterable[Book], root: Path, out: Path, made: datetime, workers: int) -> Made:
    """A PDF and an EPUB of each book in `out`, and `packages.json`; what was there before is replaced.

    `root` is the course's folder, `made` the date that the files bear, `workers` how many books are set at once.

    Raises:
        NotOurs: `out` is not empty, and no earlier run has made it.
    """
    if out.exists() and not (out.is_dir() and (not any(out.iterdir()) or (out / LIST).is_file())):
        raise NotOurs(f"{out} holds something else. Name another folder, or empty this one.")
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    try:
        found: list[Package] = []
        faults: list[str] = []
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            for book, files in [(book, pool.submit(_set, book, root, made)) for book in books]:
                if isinstance(result := files.result(), str):
                    faults.append(result)
                    continue
                for package, content in _packages(book, *result):
                    path = unfinished / package.path
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content)
                    found.append(package)
        packages = tuple(sorted(found, key=lambda package: package.path))
        if faults:
            return Made((), tuple(faults))
        listed = {"packages": [package.model_dump(exclude={"place"}) for package in packages]}
        (unfinished / LIST).write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
        unfinished.chmod(0o755)
        _replace(out, unfinished)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return Made(packages, ())


def _set(book: Book, root: Path, made: datetime) -> tuple[Pdf, bytes] | str:
    """The book as PDF and EPUB, or what is wrong with it."""
    try:
        return pdf_of(book, root, made), epub_of(book, root, made)
    except WeakPdf as weak:
        return str(weak)


def _packages(book: Book, pdf: Pdf, epub: bytes) -> Iterator[tuple[Package, bytes]]:
    """The book's files, each with its entry in the list."""
    formats: tuple[tuple[PackageFormat, bytes, int | None], ...] = (
        ("pdf", pdf.content, pdf.pages),
        ("epub", epub, None),
    )
    for name, content, pages in formats:
        package = Package(
            path=f"{book.path}.{name}",
            format=name,
            audience=book.audience,
            module=book.module,
            language=book.language,
            size=len(content),
            pages=pages,
            translated=sum(chapter.translated for chapter in book.chapters),
            chapters=len(book.chapters),
        )
        yield package, content


def _replace(folder: Path, by: Path) -> None:
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        folder.replace(old)
    by.replace(folder)
    shutil.rmtree(old, ignore_errors=True)
