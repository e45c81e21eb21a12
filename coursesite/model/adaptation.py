"""What a national team declares on a translated page, and so what must still be as in the source.

    ## Law in this country { #our-law .national }    a section of its own
    ## The case { #case .adapted }                   its own version of the source's section of that id
    !!! national "Title"                             a box of its own
    omits: {section-id: reason}                      in the page's head: a section that it leaves out

A section reaches to the next heading of its level or above: what is declared holds for the headings in it.
Nothing is guessed: what is not declared has to be as in the source.
"""

from collections.abc import Collection, Iterator, Sequence

from .document import Adaptation, Document, Heading


def is_adapted(document: Document) -> bool:
    """Whether a page declares anything national."""
    declares = any(heading.adaptation for heading in document.headings)
    return declares or bool(document.boxes or document.head.omits)


def adaptations(headings: Sequence[Heading]) -> tuple[Adaptation | None, ...]:
    """For each heading, what is declared of it: by itself, or by the section that it stands in."""
    found: list[Adaptation | None] = []
    open_level, open_as = 0, None
    for heading in headings:
        if open_as is None or heading.level <= open_level:
            open_level, open_as = heading.level, heading.adaptation
        found.append(open_as)
    return tuple(found)


def within(outline: Sequence[tuple[int, str | None]], ids: Collection[str]) -> Iterator[bool]:
    """For each heading of an outline (level, id), whether it opens one of these sections or stands in one."""
    open_level = 0
    for level, id in outline:
        if not open_level or level <= open_level:
            open_level = level if id in ids else 0
        yield bool(open_level)


def replaced(translation: Document) -> frozenset[str]:
    """Ids of the source's sections that the page has in its own version."""
    return frozenset(h.id for h in translation.headings if h.id and h.adaptation == "adapted")


def kept(source: Document, translation: Document) -> list[Heading]:
    """The source's headings that a translation must have: not those in sections that it adapts or leaves out."""
    outline = [(heading.level, heading.id) for heading in source.headings]
    gone = within(outline, replaced(translation) | translation.head.omits.keys())
    return [heading for heading, is_gone in zip(source.headings, gone, strict=True) if not is_gone]


def omitted(source: Document, translation: Document) -> list[Heading]:
    """The source's headings in sections that a translation leaves out, those included."""
    outline = [(heading.level, heading.id) for heading in source.headings]
    gone = within(outline, translation.head.omits)
    return [heading for heading, is_gone in zip(source.headings, gone, strict=True) if is_gone]


def translated(translation: Document) -> list[Heading]:
    """A translation's headings that stand for the source's: not those in national or adapted sections."""
    pairs = zip(translation.headings, adaptations(translation.headings), strict=True)
    return [heading for heading, adaptation in pairs if adaptation is None]


def is_national(document: Document, line: int) -> bool:
    """Whether a line stands in what a translation declares as national or adapted."""
    declared: Adaptation | None = None
    for heading, adaptation in zip(document.headings, adaptations(document.headings), strict=True):
        if heading.line <= line:
            declared = adaptation
    return declared is not None or any(box.line <= line <= box.last for box in document.boxes)


def is_kept(source: Document, translation: Document, line: int) -> bool:
    """Whether what stands on a line of the source has to stand in the translation too."""
    above = [heading for heading in source.headings if heading.line <= line]
    return not above or above[-1] in kept(source, translation)
