"""A book → EPUB 3.3: a file for each chapter, navigation by module and activity, accessibility metadata."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from ..model.book import Book, Chapter
from .templates import templates

PICTURES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
            ".gif": "image/gif", ".webp": "image/webp"}  # fmt: skip
"""Types of pictures, by the ending of their names."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the first that ZIP knows."""


def epub_of(book: Book, root: Path, made: datetime) -> bytes:
    """The book for reading on a screen of any size. `root` is the course's folder.

    The same book gives the same bytes: its identifier follows from its name, its date is `made` (UTC).
    """
    overrides = root / "overrides"
    environment = templates(overrides)
    where = book.file_of
    pictures = [(name, f"pictures/{name}", PICTURES[Path(name).suffix.lower()]) for name in book.pictures]
    known = {
        "book": book,
        "identifier": f"urn:uuid:{uuid5(NAMESPACE_URL, book.path)}",
        "modified": made.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "parts": _parts(book),
        "pictures": pictures,
    }

    def rendered(name: str, **more: object) -> bytes:
        return environment.get_template(f"epub/{name}").render(**known, **more).encode()

    files = {
        "META-INF/container.xml": rendered("container.xml"),
        "EPUB/package.opf": rendered("package.opf"),
        "EPUB/nav.xhtml": rendered("nav.xhtml"),
        "EPUB/toc.ncx": rendered("toc.ncx"),
        "EPUB/title.xhtml": rendered("title.xhtml"),
        "EPUB/book.css": (overrides / "books" / "epub" / "book.css").read_bytes(),
    }
    for chapter in book.chapters:
        body = _body(chapter, where)
        files[f"EPUB/{chapter.id}.xhtml"] = rendered("chapter.xhtml", chapter=chapter, body=body)
    for name, place, _ in pictures:
        files[f"EPUB/{place}"] = (root / name).read_bytes()
    return _archive(files)


def _parts(book: Book) -> list[tuple[Chapter, list[Chapter]]]:
    """Chapters of the first level, each with those that belong to it."""
    parts: list[tuple[Chapter, list[Chapter]]] = []
    for chapter in book.chapters:
        if chapter.level == 1 or not parts:
            parts.append((chapter, []))
        else:
            parts[-1][1].append(chapter)
    return parts


def _body(chapter: Chapter, where: dict[str, str]) -> str:
    """The chapter's markup, its links leading to the files of the book."""
    root = etree.fromstring(chapter.body)
    for link in root.iter("a"):
        href = link.get("href", "")
        for name in ("data-page", "data-shown"):
            link.attrib.pop(name, "")
        if href.startswith("#"):
            file = where[href[1:]]
            if file != chapter.id:
                link.set("href", f"{file}.xhtml{href}")
    for image in root.iter("img"):
        image.set("src", f"pictures/{image.get('src')}")
    return etree.tostring(root, encoding="unicode")


def _archive(files: dict[str, bytes]) -> bytes:
    """The files in one archive; the type comes first and is not compressed, as readers expect."""
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, data in {"mimetype": b"application/epub+zip", **files}.items():
            entry = ZipInfo(name, EARLIEST)
            entry.external_attr = 0o644 << 16
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(entry, data)
    return content.getvalue()
