"""Units as an XLIFF 1.2 file, and back.

1.2, since all of Poedit, OmegaT and Weblate read and write it; 2.x is another format, which Weblate does not read at all
and OmegaT needs a plug-in for. A `file` is a source file, a `trans-unit` a unit under its name. A target that a
person still has to look at has the state `needs-translation`, which all three know; without a state it is done,
as the standard and Weblate have it.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from .desk import Sheet
from .unit import Returned, Unit, Unreadable, is_in, made_from, other_language

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

UNFINISHED = frozenset({"new", "needs-translation", "needs-adaptation", "needs-l10n"})
"""States of a target that nobody has finished. One that `needs-review-…` was translated, and is a draft here."""

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_STANDS_FOR = frozenset({"x", "bx", "ex"})
"""Elements that stand for something that only the program that wrote them knows."""


def xliff_text(source_language: str, language: str, files: Iterable[tuple[Sheet, list[Unit]]]) -> str:
    """The XLIFF file of one part of the course."""
    root = etree.fromstring(f'<xliff xmlns="{NAMESPACE}" version="1.2"/>')
    for sheet, units in files:
        file = _below(root, "file", original=sheet.path, datatype="plaintext")
        file.set("source-language", source_language)
        file.set("target-language", language)
        body = _below(file, "body")
        for unit in units:
            _write(body, unit)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8").decode() + "\n"


def _write(body: etree._Element, unit: Unit) -> None:
    element = _below(body, "trans-unit", id=unit.name)
    element.set(_SPACE, "preserve")
    if unit.status == "reviewed":
        element.set("approved", "yes")
    _below(element, "source", unit.source)
    if unit.words:
        target = _below(element, "target", unit.words)
        target.set("state", "needs-translation" if unit.needs_work else "translated")
    context = _below(element, "context-group", purpose="location")
    _below(context, "context", unit.path).set("context-type", "sourcefile")
    _below(context, "context", str(unit.line)).set("context-type", "linenumber")
    _below(element, "note", unit.note)
    if unit.previous is not None:
        before = _below(element, "alt-trans", alttranstype="previous-version")
        _below(before, "source", unit.previous)
        _below(before, "target", unit.words)


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _below(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, _name(name), attributes)
    if text is not None:
        element.text = _NOT_XML.sub("\ufffd", text)
    return element


def xliff_units(name: str, data: bytes, language: str) -> Iterator[Returned]:
    """What came back in an XLIFF 1.x file; programs may have cut it into sentences and put elements into its words.

    Raises:
        Unreadable: it is no XLIFF, or one of another version, or in another language.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"it can't be read as an XLIFF file ({error})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("it has a document type of its own, which no XLIFF file needs")
    version = root.get("version", "")
    if _local(root) != "xliff" or not version.startswith("1."):
        raise Unreadable(
            f"it is no XLIFF file of version 1.2 but `{_local(root)}` {version}: have your program save it as that"
        )
    for file in root.iter("{*}file"):
        if not is_in(language, its := file.get("target-language", "")):
            raise other_language(its, language)
    for unit in root.iter("{*}trans-unit"):
        source, target = unit.find("{*}source"), unit.find("{*}target")
        if source is None or unit.get("translate") == "no":
            continue
        words, whole = _words(target) if target is not None else ("", True)
        yield Returned(
            where=f"{name}:{unit.sourceline}",
            name=unit.get("id", ""),
            source=_words(source)[0],
            words=words,
            ready=whole and target is not None and target.get("state") not in UNFINISHED,
            made_from=made_from("\n".join(note.text or "" for note in unit.findall("{*}note"))),
        )


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _words(element: etree._Element) -> tuple[str, bool]:
    """The text in an element, and whether it is whole: nothing in it stands for what only a program knows."""
    pieces, whole = [element.text or ""], True
    for child in element:
        if _local(child) in _STANDS_FOR:
            pieces.append(child.get("equiv-text", ""))
            whole = whole and "equiv-text" in child.attrib
        else:
            inner, all_there = _words(child)
            pieces.append(inner)
            whole = whole and all_there
        pieces.append(child.tail or "")
    return re.sub(r"\r?\n[^\S\n]*", "\n", "".join(pieces)), whole
