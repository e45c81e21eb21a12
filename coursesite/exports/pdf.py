"""A book → PDF/UA-1 (ISO 14289-1): tagged, with bookmarks, running heads and page numbers (WeasyPrint)."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.urls import URLFetcher

from ..model.book import Book
from .pdf_tags import complete_tags
from .templates import templates

WEASYPRINT_LOG = "weasyprint"


class WeakPdf(Exception):
    """A book that can't be set without fault; its message lists what is wrong."""


@dataclass(frozen=True)
class Pdf:
    """The file and its number of pages."""

    content: bytes
    pages: int


def pdf_of(book: Book, root: Path, made: datetime) -> Pdf:
    """The book on A4. `root` is the course's folder, in which its pictures and `overrides/` lie.

    The same book gives the same bytes: its dates and its identifier follow from it and from `made`.

    Raises:
        WeakPdf: something in the book has no place on paper, such as a link that leads nowhere.
    """
    complete_tags()
    overrides = root / "overrides"
    html = templates(overrides).get_template("book.html").render(book=book, made=made.isoformat())
    fetcher = URLFetcher(allowed_protocols={"file", "data"}, fail_on_errors=True)
    sheet = CSS(filename=str(overrides / "books" / "book.css"), url_fetcher=fetcher)
    identifier = sha256(html.encode()).hexdigest()[:32].encode()
    with _faults() as faults:
        document = HTML(string=html, base_url=f"{root.resolve().as_uri()}/", url_fetcher=fetcher).render(
            stylesheets=[sheet], pdf_variant="pdf/ua-1"
        )
        content = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    if faults:
        raise WeakPdf("\n".join(f"{book.path}.pdf: {fault}" for fault in dict.fromkeys(faults)))
    assert isinstance(content, bytes)
    return Pdf(content, len(document.pages))


@contextmanager
def _faults() -> Iterator[list[str]]:
    """What the library only logs: errors, such as an anchor or a picture that is not there."""
    found: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    log, listener = logging.getLogger(WEASYPRINT_LOG), Listener(logging.WARNING)
    handlers, propagate = log.handlers[:], log.propagate
    log.handlers, log.propagate = [listener], False
    try:
        yield found
    finally:
        log.handlers, log.propagate = handlers, propagate
