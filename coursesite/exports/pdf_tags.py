"""What WeasyPrint 70 leaves out of a PDF's tags, and readers with a screen reader need (ISO 14289-1, 7.2, 7.5, 7.18.5).

* the language of a passage that is not the document's
* whether a header cell heads its column or its row
* what a link says, in the place of the name of its target

It has no way to be told, so that the function that builds the tags is wrapped; a test of the tags would notice
if it went another way.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags

SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}

_built = tags._build_box_tree  # noqa: SLF001 - see above


def _told(box: Any, *others: Any) -> Iterator[Any]:
    """The tags of a box and all that is in it, with what they lack."""
    element = box.element
    for tag in _built(box, *others):
        if element is not None and box.element_tag not in {"html", "body"}:
            if language := element.get("lang"):
                tag["Lang"] = pydyf.String(language)
            if tag["S"] == "/TH" and "A" in tag:
                tag["A"]["Scope"] = SCOPES.get(element.get("scope", ""), "/Column")
        if box.link_annotation and element is not None:
            box.link_annotation["Contents"] = pydyf.String(" ".join("".join(element.itertext()).split()))
        yield tag


def complete_tags() -> None:
    """From now on in this process, tags say all of this."""
    tags._build_box_tree = _told  # noqa: SLF001 - see above
