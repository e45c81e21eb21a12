"""The view of a whole page: all that surrounds its hand-written body."""

from collections.abc import Sequence

from ..model.course import Course
from ..model.document import Document
from ..model.module import Activity, Module
from ..model.programme import MenuGroup
from ..model.text import Wording
from .addresses import HOME, SEARCH, address_of
from .module_views import activity_facts, activity_part, module_facts, module_part
from .reference_views import first_paragraph, title
from .standpoint import Standpoint
from .views import (
    FactView,
    LanguageView,
    LinkView,
    NavigationView,
    NoticeView,
    PageKind,
    PageView,
)


def page_view(
    at: Standpoint, document: Document | None, site_url: str | None, edit_uri: str | None
) -> PageView:
    """The page of `document` in the standpoint's language; None is the search page.

    `site_url` and `edit_uri` are absolute and end in a slash; without them the page has no canonical
    address and no link to edit it.
    """
    course, words = at.course, at.words
    shown = document and at.in_language(document.key)
    language = shown.language if shown else words.language
    module = course.module_by_id.get(document.module) if document and document.module else None
    activity = _activity(module, document)
    kind = _kind(document)
    before, after = _neighbours(at, document)
    outcomes = activity.outcomes if activity else ()
    competencies = module.competencies if module and kind == "module" else [
        competency.id for competency in course.competencies_of(activity)
    ] if activity else []  # fmt: skip
    return PageView(
        kind=kind,
        id=at.here or "home",
        language=words.language,
        direction=words.direction,
        title=page_title(at, document),
        title_id=_title_id(shown),
        body_language=language,
        body_direction=_direction(course, language),
        description=_description(at, module, activity, shown),
        site_title=at.say(course.programme.title),
        home_url=at.addresses.to(HOME),
        root_url=at.addresses.root(),
        search_url=at.addresses.to(SEARCH),
        canonical=site_url and site_url + at.addresses.path(at.here, language),
        social_image=site_url and f"{site_url}assets/social-card.png",
        breadcrumbs=_breadcrumbs(at, document, module, activity),
        navigation=navigation(at, document),
        languages=_languages(at, document),
        notices=_notices(at, shown, kind),
        facts=_facts(at, module, activity, kind),
        competencies=at.tags(competencies),
        previous=before,
        next=after,
        terms=tuple(at.term(id) for id in _terms(course, shown)),
        sources=tuple(at.source(id) for id in _sources(course, shown)),
        edit_url=(edit_uri and shown and edit_uri + shown.path) or None,
        footer=_group_links(at, [g for g in course.programme.menu if g.shown == "footer"]),
        module=module_part(at, module) if module and kind == "module" else None,
        activity=activity_part(at, activity, shown) if activity and shown and outcomes else None,
    )


def _kind(document: Document | None) -> PageKind:
    match document:
        case None:
            return "search"
        case Document(area="trainer"):
            return "trainer"
        case Document(area="docs", name="index"):
            return "home"
        case Document(area="docs"):
            return "standing"
        case Document(name="index"):
            return "module"
    return "activity"


def _activity(module: Module | None, document: Document | None) -> Activity | None:
    if module is None or document is None or document.area != "module":
        return None
    return next((a for a in module.activities if a.id == document.name), None)


def _title_id(shown: Document | None) -> str | None:
    return next((heading.id for heading in shown.headings if heading.level == 1), None) if shown else None


def page_title(at: Standpoint, document: Document | None) -> Wording:
    """A page's title; None is the search page."""
    return title(at, document) if document else at.own(at.words.gettext("Search"))


def _direction(course: Course, language: str) -> str:
    return next(one.direction for one in course.programme.languages if one.code == language)


def _description(
    at: Standpoint, module: Module | None, activity: Activity | None, shown: Document | None
) -> Wording:
    is_home = shown is not None and shown.area == "docs" and shown.name == "index"
    if shown and not is_home and (shown.area != "module" or activity):
        return Wording(first_paragraph(shown), shown.language)
    return at.say(module.summary if module else at.course.programme.summary)


def _facts(
    at: Standpoint, module: Module | None, activity: Activity | None, kind: PageKind
) -> tuple[FactView, ...]:
    if activity:
        return activity_facts(at, activity)
    return module_facts(at, module) if module and kind == "module" else ()


def _linked(shown: Document | None, scheme: str) -> list[str]:
    """What the page links to in one of our own schemes, such as `term:id`, in the order of its use."""
    targets = (link.target for link in shown.links) if shown else ()
    return [target.removeprefix(scheme) for target in targets if target.startswith(scheme)]


def _terms(course: Course, shown: Document | None) -> list[str]:
    return [id for id in dict.fromkeys(_linked(shown, "term:")) if id in course.terms]


def _sources(course: Course, shown: Document | None) -> list[str]:
    """Sources of the page's head, and others that its text names."""
    named = (*(shown.head.sources if shown else ()), *_linked(shown, "source:"))
    return [id for id in dict.fromkeys(named) if id in course.source_by_id]


def _notices(at: Standpoint, shown: Document | None, kind: PageKind) -> tuple[NoticeView, ...]:
    words, course = at.words, at.course
    notices: list[NoticeView] = []
    if kind == "trainer":
        notices.append(
            NoticeView("trainer", words.gettext("For trainers"),
                       words.gettext("This page is for those who run the course. Trainees do not see it in their menu."))
        )  # fmt: skip
    if shown is None or words.language == course.source_language:
        return tuple(notices)
    source = course.programme.languages[0]
    original = LinkView(
        Wording(source.name, source.code), at.addresses.to(at.here, language=course.source_language)
    )
    if shown.language != words.language:
        notices.append(
            NoticeView("not-translated", words.gettext("Not translated yet"),
                       words.gettext("This page does not exist in this language yet. You are reading the original."))
        )  # fmt: skip
    elif shown.head.review is None:
        notices.append(
            NoticeView("unreviewed", words.gettext("Draft translation"),
                       words.gettext("No person has reviewed this translation yet. If in doubt, read the original:"),
                       original)
        )  # fmt: skip
    return tuple(notices)


def _languages(at: Standpoint, document: Document | None) -> tuple[LanguageView, ...]:
    versions = at.course.pages[document.key] if document else None
    return tuple(
        LanguageView(
            code=language.code,
            name=language.name,
            url=at.addresses.to(at.here, language=language.code),
            current=language.code == at.words.language,
            translated=versions is None or language.code in versions,
            direction=language.direction,
        )
        for language in at.course.programme.languages
    )


def _breadcrumbs(
    at: Standpoint, document: Document | None, module: Module | None, activity: Activity | None
) -> tuple[LinkView, ...]:
    if document is None or at.here == HOME:
        return ()
    crumbs = [LinkView(at.own(at.words.gettext("Home")), at.addresses.to(HOME))]
    if document.area == "trainer":
        page = at.directive_page("trainer")
        if (trainers := at.in_language(f"docs/{page or 'index'}.md")) is not None:
            crumbs.append(LinkView(title(at, trainers), at.addresses.to(page)))
    if module and (activity or document.area == "trainer"):
        crumbs.append(at.module_link(module))
    return tuple(crumbs)


def _neighbours(at: Standpoint, document: Document | None) -> tuple[LinkView | None, LinkView | None]:
    order = at.course.reading_order
    if document is None or document not in order:
        return None, None
    index = order.index(document)
    before = _page_link(at, order[index - 1]) if index else None
    after = _page_link(at, order[index + 1]) if index + 1 < len(order) else None
    return before, after


def _page_link(at: Standpoint, document: Document) -> LinkView:
    return LinkView(title(at, document), at.addresses.to(address_of(document)))


def navigation(at: Standpoint, document: Document | None) -> tuple[NavigationView, ...]:
    """The menu: standing pages by group, modules; only the current module shows its activities."""
    menu, words = at.course.programme.menu, at.words
    here = document.key if document else None
    home = NavigationView(at.own(words.gettext("Home")), at.addresses.to(HOME), at.here == HOME, False)
    modules = tuple(_module_entry(at, module, document) for module in at.course.modules)
    current = bool(document and document.module and document.area == "module")
    entries = [
        home,
        *(_group(at, group, here) for group in menu if group.shown == "before-modules"),
        NavigationView(at.own(words.gettext("Modules")), None, False, current or at.here == HOME, modules),
        *(_group(at, group, here) for group in menu if group.shown == "after-modules"),
    ]
    for_trainers = [group for group in menu if group.shown == "trainers"]
    names = {f"docs/{name}.md" for group in for_trainers for name in group.pages}
    if document and (document.area == "trainer" or document.key in names):
        entries.extend(_group(at, group, here, always_open=True) for group in for_trainers)
    else:
        entries.extend(_first_page(at, group) for group in for_trainers)
    return tuple(entries)


def _group(at: Standpoint, group: MenuGroup, here: str | None, always_open: bool = False) -> NavigationView:
    children = tuple(
        NavigationView(title(at, page), at.addresses.to(address_of(page)), page.key == here, False)
        for page in _pages(at, group)
    )
    is_open = always_open or any(child.current for child in children)
    return NavigationView(at.say(group.title), None, False, is_open, children)


def _first_page(at: Standpoint, group: MenuGroup) -> NavigationView:
    page = _pages(at, group)[0]
    return NavigationView(at.say(group.title), at.addresses.to(address_of(page)), False, False)


def _pages(at: Standpoint, group: MenuGroup) -> list[Document]:
    keys = (f"docs/{name}.md" for name in group.pages)
    return [page for key in keys if (page := at.in_language(key)) is not None]


def _group_links(at: Standpoint, groups: Sequence[MenuGroup]) -> tuple[LinkView, ...]:
    return tuple(_page_link(at, page) for group in groups for page in _pages(at, group))


def _module_entry(at: Standpoint, module: Module, document: Document | None) -> NavigationView:
    inside = bool(document and document.module == module.id and document.area == "module")
    children: tuple[NavigationView, ...] = ()
    if inside and document:
        children = tuple(
            NavigationView(
                at.say(activity.title),
                at.addresses.to(f"modules/{module.id}/{activity.id}"),
                document.name == activity.id,
                False,
                note=at.words.duration(activity.minutes),
            )
            for activity in module.activities
            if at.course.page_of(module, activity)
        )
    overview = at.course.pages.get(f"modules/{module.id}/index.md")
    url = at.addresses.to(at.module_address(module)) if overview else None
    current = inside and document is not None and document.name == "index"
    return NavigationView(at.say(module.title), url, current, inside, children)
