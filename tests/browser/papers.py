"""Files that pages make for trainers, read by other people's programs: texts with the names of their styles."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import markdown
from lxml import html
from odfdo import Document
from playwright.sync_api import Locator, Page


def saved(page: Page, part: Locator, button: str, folder: Path) -> Path:
    with page.expect_download() as download:
        part.get_by_role("button", name=button).press("Enter")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def whole_zip(path: Path) -> list[str]:
    """Names in the archive, whose checksums hold."""
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def of_docx(path: Path) -> tuple[str, list[tuple[str, str]], list[list[list[str]]]]:
    """Title, paragraphs with their style, and tables."""
    assert whole_zip(path)[0] == "[Content_Types].xml"
    document = docx.Document(str(path))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    lines = [(str(line.style.name if line.style else ""), line.text) for line in document.paragraphs]
    return document.core_properties.title, lines, tables


def of_odt(path: Path) -> tuple[str, list[tuple[str, str]], int]:
    """Title, paragraphs with their style, and the number of tables."""
    assert whole_zip(path)[0] == "mimetype"
    document = Document(str(path))
    assert document.get_type() == "text"
    body = document.body
    names = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "li": "List Bullet", "p": "Normal"}
    found = body.get_elements("descendant::text:h|descendant::text:p")
    lines = [
        (
            names[str(line.get_attribute("text:style-name"))],
            "".join(str(text) for text in html.fromstring(f"<p>{line.serialize()}</p>").itertext()),
        )
        for line in found
    ]
    return str(document.meta.title), lines, len(body.get_elements("descendant::table:table"))


def of_markdown(path: Path) -> list[tuple[str, str]]:
    tree = html.document_fromstring(markdown.markdown(path.read_text(encoding="utf-8")))
    return [
        (str(one.tag), "".join(str(text) for text in one.itertext()).strip())
        for one in tree.iter("h1", "h2", "h3", "p", "li")
    ]
