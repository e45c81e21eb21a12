"""The view of a whole page: all that surrounds its hand-written body."""

from collections.abc import Sequence

from ..model.course import Course
from ..model.document import Document
from ..model.homework import task_of_copy
from ..model.module import STEPPED, Activity, Module
from ..model.programme import MenuGroup
from ..model.text import Wording
from .adaptation_views import left_out, national_notice
from .addresses import HOME, LEARNING, SEARCH, activity_address, address_of
from .booklet_links import BOOKLET_STYLE, booklet_title
from .card_views import CARDS_STYLE, cards_title, cards_view
from .fragments import styles_of
from .module_views import activity_facts, activity_part, module_facts, module_part
from .national_views import edition_notice
from .notice_views import translation_notice
from .page import Page, languages_of
from .quiz_views import quiz_view
from .reference_views import first_paragraph, title
from .slide_views import SLIDES_STYLE, slides_view
from .standpoint import Standpoint
from .task_views import PAPER, sheet_view, trainers_copy_view, worksheet_title
from .views import (
    FactView,
    LanguageView,
    LinkView,
    NavigationView,
    NoticeView,
    PageView,
)

TIMER = "timer.css"
"""The style sheet of the clock for steps."""

RUN_SHEET = "run-sheet"
"""Name of the trainers' document whose tables say what happens in which minutes."""


def page_view(at: Standpoint, page: Page, site_url: str | None, edit_uri: str | None) -> PageView:
    """The page in the standpoint's language.

    `site_url` and `edit_uri` are absolute and end in a slash; without them the page has no canonical
    address and no link to edit it.
    """
    course, words = at.course, at.words
    shown = page.document and at.in_language(page.document.key)
    language = shown.language if shown else words.language
    module, activity, kind = page.module, page.activity, page.kind
    before, after = _neighbours(at, page)
    canonical = site_url and site_url + at.addresses.path(at.here, _existing(at, page))
    competencies = module.competencies if module and kind == "module" else [
        competency.id for competency in course.competencies_of(activity)
    ] if activity else []  # fmt: skip
    return PageView(
        kind=kind,
        id=at.here or "home",
        language=words.language,
        direction=words.direction,
        title=page_title(at, page),
        title_id=_title_id(shown),
        body_language=language,
        body_direction=_direction(course, language),
        description=_description(at, page, shown),
        site_title=at.say(course.programme.title),
        home_url=at.addresses.to(HOME),
        root_url=at.addresses.root(),
        search_url=at.addresses.to(SEARCH),
        learning_url=at.addresses.to(LEARNING),
        course=course.programme.id,
        locale=words.browser_locale,
        canonical=canonical,
        social_image=site_url and f"{site_url}assets/social-card.png",
        breadcrumbs=_breadcrumbs(at, page),
        navigation=navigation(at, page),
        languages=_languages(at, page),
        notices=_notices(at, page, shown),
        facts=_facts(at, page),
        competencies=at.tags(competencies),
        previous=before,
        next=after,
        terms=tuple(at.term(id) for id in _terms(course, shown)) if kind != "sheet" else (),
        sources=tuple(at.source(id) for id in _sources(course, shown)) if kind != "sheet" else (),
        edit_url=(edit_uri and shown and shown.language == words.language and edit_uri + shown.path) or None,
        footer=_group_links(at, [g for g in course.programme.menu if g.shown == "footer"]),
        styles=_styles(at, page),
        module=module_part(at, module) if module and kind == "module" else None,
        activity=activity_part(at, module, activity, shown)
        if module and activity and kind == "activity"
        else None,
        quiz=quiz_view(at, page.bank) if page.bank and activity else None,
        answers=quiz_view(at, page.bank) if page.bank and kind == "trainer" else None,
        sheet=sheet_view(at, module, activity, shown, site_url)
        if module and activity and shown and kind == "sheet"
        else None,
        trainers_copy=trainers_copy_view(at, page.document) if page.document and kind == "trainer" else None,
        slides=slides_view(at, page),
        cards=cards_view(at, module) if module and kind == "cards" else None,
        timer=_has_timer(page),
        left_out=left_out(at, shown) if kind != "sheet" else (),
    )


def _styles(at: Standpoint, page: Page) -> tuple[str, ...]:
    """Style sheets that this page wants beyond those of every page."""
    if page.kind == "cards":
        return (PAPER, CARDS_STYLE)
    if page.kind == "booklet":
        return (PAPER, BOOKLET_STYLE)
    if page.document is None:
        return ()
    if page.kind == "slides":
        return (SLIDES_STYLE, *styles_of(page.document.directives))
    is_paper = (
        page.kind == "sheet"
        or task_of_copy(at.course, page.document) is not None
        or slides_view(at, page) is not None
    )
    own = [*([PAPER] if is_paper else []), *([TIMER] if _has_timer(page) else [])]
    return (*styles_of(page.document.directives), *own)


def _has_timer(page: Page) -> bool:
    """Whether the page has steps that a clock can run by: a run sheet, or an activity in steps."""
    if page.kind == "trainer":
        return page.document is not None and page.document.name == RUN_SHEET
    return page.kind == "activity" and page.activity is not None and page.activity.kind in STEPPED


def _title_id(shown: Document | None) -> str | None:
    return next((heading.id for heading in shown.headings if heading.level == 1), None) if shown else None


def page_title(at: Standpoint, page: Page) -> Wording:
    """A page's title."""
    if (made := _title_on_paper(at, page)) is not None:
        return made
    if page.left_out:
        return at.say(page.left_out.activity.title)
    if page.document:
        return title(at, page.document)
    if page.activity:
        return at.say(page.activity.title)
    if page.module:
        return at.key_title(page.module)
    if page.kind == "learning":
        return at.own(at.words.gettext("My learning"))
    return at.own(at.words.gettext("Search"))


def _title_on_paper(at: Standpoint, page: Page) -> Wording | None:
    """The title of a page that is made for paper of other pages' texts."""
    if page.kind == "sheet" and page.activity:
        return worksheet_title(at, page.activity)
    if page.kind == "cards" and page.module:
        return cards_title(at, page.module)
    if page.kind == "booklet" and page.module:
        return booklet_title(at, page.module, page.for_trainers)
    return None


def _existing(at: Standpoint, page: Page) -> str:
    """The language that the page is really in."""
    language = at.words.language
    return language if language in languages_of(at.course, page) else at.course.source_language


def _direction(course: Course, language: str) -> str:
    return next(one.direction for one in course.programme.languages if one.code == language)


def _description(at: Standpoint, page: Page, shown: Document | None) -> Wording:
    if shown and page.kind not in {"home", "module"}:
        return Wording(first_paragraph(shown), shown.language)
    return at.say(page.module.summary if page.module else at.course.programme.summary)


def _facts(at: Standpoint, page: Page) -> tuple[FactView, ...]:
    if page.activity and page.kind == "activity":
        return activity_facts(at, page.activity)
    return module_facts(at, page.module) if page.module and page.kind == "module" else ()


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


def _notices(at: Standpoint, page: Page, shown: Document | None) -> tuple[NoticeView, ...]:
    words = at.words
    notices: list[NoticeView] = []
    if page.for_trainers:
        notices.append(
            NoticeView("trainer", words.gettext("For trainers"),
                       words.gettext("This page is for those who run the course. Trainees do not see it in their menu."))
        )  # fmt: skip
    if (notice := translation_notice(at, page, shown)) is not None:
        notices.append(notice)
    if (notice := edition_notice(at, page)) is not None:
        notices.append(notice)
    if (notice := national_notice(at, page, shown)) is not None:
        notices.append(notice)
    return tuple(notices)


def _languages(at: Standpoint, page: Page) -> tuple[LanguageView, ...]:
    versions = languages_of(at.course, page)
    otherwise = at.module_address(page.module) if page.module else HOME
    return tuple(
        LanguageView(
            code=language.code,
            name=language.name,
            url=at.addresses.to(at.nearest(language.code, otherwise), language=language.code),
            current=language.code == at.words.language,
            translated=language.code in versions,
            note=_about_version(at, page, language.code),
            direction=language.direction,
        )
        for language in at.course.programme.languages
    )


def _about_version(at: Standpoint, page: Page, language: str) -> str:
    """What there is to know of a page's version in a language: nothing, if it is there."""
    left_out = page.activity is not None and at.course.leaves_out(page.activity, language)
    if left_out or at.nearest(language, "") != at.here:
        return at.words.gettext("not in this language")
    return "" if language in languages_of(at.course, page) else at.words.gettext("not translated yet")


def _breadcrumbs(at: Standpoint, page: Page) -> tuple[LinkView, ...]:
    if page.kind in {"home", "search"}:
        return ()
    crumbs = [LinkView(at.own(at.words.gettext("Home")), at.addresses.to(HOME))]
    if page.for_trainers:
        address = at.directive_page("trainer")
        if (trainers := at.in_language(f"docs/{address or 'index'}.md")) is not None:
            crumbs.append(LinkView(title(at, trainers), at.addresses.to(address)))
    if page.module and page.kind != "module":
        crumbs.append(at.module_link(page.module))
    if page.module and page.activity and page.kind == "sheet":
        crumbs.append(at.activity_link(page.module, page.activity))
    return tuple(crumbs)


def _neighbours(at: Standpoint, page: Page) -> tuple[LinkView | None, LinkView | None]:
    order = at.course.reading_order
    if page.kind == "home":
        return None, _stop_link(at, *order[0]) if order else None
    if page.module is None or page.kind not in {"module", "activity"}:
        return None, None
    index = order.index((page.module, page.activity))
    before = _stop_link(at, *order[index - 1]) if index else None
    after = _stop_link(at, *order[index + 1]) if index + 1 < len(order) else None
    return before, after


def _stop_link(at: Standpoint, module: Module, activity: Activity | None) -> LinkView:
    return at.activity_link(module, activity) if activity else at.module_link(module)


def _page_link(at: Standpoint, document: Document) -> LinkView:
    return LinkView(title(at, document), at.addresses.to(address_of(document)))


def navigation(at: Standpoint, page: Page) -> tuple[NavigationView, ...]:
    """The menu: standing pages by group, modules; only the current module shows its activities."""
    menu, words = at.course.programme.menu, at.words
    here = page.document.key if page.document else None
    home = NavigationView(at.own(words.gettext("Home")), at.addresses.to(HOME), at.here == HOME, False)
    modules = tuple(_module_entry(at, module, page) for module in at.course.modules)
    current = page.kind in {"home", "module", "activity"}
    entries = [
        home,
        NavigationView(
            at.own(words.gettext("My learning")), at.addresses.to(LEARNING), at.here == LEARNING, False
        ),
        *(_group(at, group, here) for group in menu if group.shown == "before-modules"),
        NavigationView(at.own(words.gettext("Modules")), None, False, current, modules),
        *(_group(at, group, here) for group in menu if group.shown == "after-modules"),
    ]
    for_trainers = [group for group in menu if group.shown == "trainers"]
    names = {f"docs/{name}.md" for group in for_trainers for name in group.pages}
    if page.for_trainers or here in names:
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


def _module_entry(at: Standpoint, module: Module, page: Page) -> NavigationView:
    inside = page.module is module and page.kind in {"module", "activity"}
    children: tuple[NavigationView, ...] = ()
    if inside:
        children = tuple(
            NavigationView(
                at.say(activity.title),
                at.addresses.to(activity_address(module, activity)),
                activity is page.activity,
                False,
                note=at.words.duration(activity.minutes),
                activity=activity.id,
            )
            for activity in module.activities
            if at.course.has_page(module, activity)
        )
    url = at.addresses.to(at.module_address(module)) if at.course.text_of(module) else None
    return NavigationView(at.say(module.title), url, inside and page.kind == "module", inside, children)
