"""A worded `Book` → files that people download. Knows no page, no Markdown and no site."""

from .epub import epub_of
from .pdf import WeakPdf, pdf_of
from .shelf import Made, NotOurs, write_packages

__all__ = ["Made", "NotOurs", "WeakPdf", "epub_of", "pdf_of", "write_packages"]
