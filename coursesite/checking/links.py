"""Links and pictures lead to something that exists.

Links are written as paths on disk, relative to the file, to pages in the source language; the site
turns them into addresses in the reader's language. `term:` and `source:` links belong to `references.py`.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from posixpath import basename, dirname, normpath, relpath
from urllib.parse import unquote

from ..model.adaptation import is_adapted, omitted
from ..model.course import Course
from ..model.document import Document, Link
from ..model.problem import Problem
from .anchors import anchors_of, generated_at
from .wording import did_you_mean, listed

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
ABROAD = frozenset({"http", "https", "mailto"})
OURS = frozenset({"term", "source"})


def every_link_leads_somewhere(course: Course) -> Iterator[Problem]:
    """A link or picture leads to a page in the source language or to a file that exists."""
    for document in course.documents:
        for link in document.links:
            yield from _form(document, link) or _destination(course, document, link)


def every_anchor_exists(course: Course) -> Iterator[Problem]:
    """Where a link names a place on a page, that place exists."""
    for document in course.documents:
        for link in document.links:
            path, _, anchor = link.target.partition("#")
            page = _page(course, document, path)
            if SCHEME.match(link.target) or not anchor:
                continue
            on_disk = page.path if page else _resolved(document, path)
            anchors = anchors_of(course, page) if page else frozenset(generated_at(course, on_disk))
            own = course.pages[page.key].get(document.language) if page else None
            if page and own and is_adapted(own):
                left_out = {heading.id for heading in omitted(page, own) if heading.id}
                on_disk, anchors = own.path, anchors_of(course, own) | left_out
            if anchors and anchor not in anchors:
                yield Problem(
                    document.path,
                    link.line,
                    "link-anchor",
                    f"{on_disk} has no heading or entry with the id `{anchor}`",
                    f"an id on that page{did_you_mean(anchor, sorted(anchors))}",
                    "correct what stands behind `#`, or leave it out",
                )


def no_trainee_page_leads_to_trainers_pages(course: Course) -> Iterator[Problem]:
    """Trainers' pages are reached from trainers' pages and from the page with the directive `trainer` only."""
    for document in course.documents:
        if document.area == "trainer" or any(one.name == "trainer" for one in document.directives):
            continue
        for link in document.links:
            page = _page(course, document, link.target.partition("#")[0])
            if page is not None and page.area == "trainer":
                yield Problem(
                    document.path,
                    link.line,
                    "link-to-trainer",
                    f"a page for trainees leads to {page.path}, which is for trainers",
                    "links to pages for trainees only",
                    "delete the link, or move its sentence to a page for trainers",
                )


def every_picture_has_alternative_text(course: Course) -> Iterator[Problem]:
    """A picture says in words what it shows."""
    for document in course.documents:
        for link in document.links:
            if link.image and not link.text.strip():
                yield Problem(
                    document.path,
                    link.line,
                    "image-alt",
                    f"the picture `{link.target}` has no alternative text",
                    "what the picture says, for people who do not see it",
                    f"write it between the square brackets: `![what it says]({link.target})`",
                )


def _form(document: Document, link: Link) -> tuple[Problem, ...]:
    """The problem with the way a link is written, if there is one."""
    scheme = SCHEME.match(link.target)
    if link.target in {"", "#"}:
        return (
            Problem(
                document.path,
                link.line,
                "link-empty",
                f"the {'picture' if link.image else 'link'} “{link.text}” leads nowhere",
                "a path from this file's folder, in the round brackets",
                "write the path, or delete the brackets",
            ),
        )
    if scheme and scheme[1].lower() not in ABROAD | OURS:
        return (
            Problem(
                document.path,
                link.line,
                "link-scheme",
                f"`{link.target}` begins with `{scheme[0]}`",
                f"a path, or a link that begins with {listed(f'{one}:' for one in sorted(ABROAD | OURS))}",
                "correct the link",
            ),
        )
    if link.target.startswith("/"):
        return (
            Problem(
                document.path,
                link.line,
                "link-absolute",
                f"`{link.target}` begins with `/`, and so breaks where the site lies in a folder",
                "a path relative to this file, such as `../../docs/toolkit.md`",
                "write the path from this file's folder",
            ),
        )
    return ()


def _destination(course: Course, document: Document, link: Link) -> Iterator[Problem]:
    written = link.target.partition("#")[0]
    if not written or SCHEME.match(link.target):
        return
    path = _resolved(document, written)
    page = _page(course, document, written)
    if page is not None and page.path == path and page.language != course.source_language and not link.image:
        yield Problem(
            document.path,
            link.line,
            "link-to-translation",
            f"`{written}` is a translation",
            f"the page in the source language, `{page.name}.md`",
            f"leave `.{page.language}` out: the site leads readers to their own language",
        )
    elif path not in course.assets and (link.image or (page is None and path not in course.quiz_pages)):
        yield Problem(
            document.path,
            link.line,
            "image-broken" if link.image else "link-broken",
            f"`{written}` leads to {path}, which {_what_is_wrong(course, path)}",
            f"the path of a {'picture' if link.image else 'page or file'}, from this file's folder"
            f"{_perhaps(course, document, path, link.image)}",
            f"correct the path, or delete the {'picture' if link.image else 'link'}",
        )


def _what_is_wrong(course: Course, path: str) -> str:
    if path in _planned(course):
        return "is only planned so far"
    return "is not a picture" if any(one.path == path for one in course.documents) else "does not exist"


def _planned(course: Course) -> frozenset[str]:
    return frozenset(
        f"modules/{module.id}/{activity.id}.md"
        for module in course.modules
        for activity in module.activities
        if activity.planned
    )


def _perhaps(course: Course, document: Document, path: str, image: bool) -> str:
    """What the author may have meant, as a path from the document's folder: a like path, or a like name elsewhere."""
    if path in _planned(course):
        return ""
    pages = [
        one.path for one in course.source_documents if one.area != "trainer" or document.area == "trainer"
    ]
    known = list(course.assets) if image else [*pages, *course.quiz_pages, *course.assets]
    near = (
        [one for one in known if one == f"{path}/index.md"]
        or get_close_matches(path, known, n=1, cutoff=0.85)
        or [one for one in known if basename(one) == basename(path)]
    )
    return f" (did you mean `{relpath(near[0], dirname(document.path))}`?)" if near else ""


def _resolved(document: Document, path: str) -> str:
    return normpath(f"{dirname(document.path)}/{unquote(path)}")


def _page(course: Course, document: Document, path: str) -> Document | None:
    """The page that a path leads to. Without a path, the page itself, in its source language."""
    resolved = _resolved(document, path) if path else document.key
    languages = course.pages.get(resolved, {})
    if original := languages.get(course.source_language) or languages.get(document.language):
        return original
    return next((one for one in course.documents if one.path == resolved), None)
