"""The glue to MkDocs, Material and static-i18n: events in calling order, and no thinking.

static-i18n builds one language after the other on the same configuration, so every event runs once
for each. It drops files from outside `docs_dir`; so each page is announced as if it lay there, and
gets its text after the plugin (priority -100) has placed it.
"""

import logging
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

import material
from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs_static_i18n.config import I18nPluginLanguage
from mkdocs_static_i18n.plugin import I18n

from coursesite.flow import Translating, UnknownLanguage, look_at, preview, translating
from coursesite.model.package import MANIFEST
from coursesite.model.problem import counted
from coursesite.pages.booklets import Booklets
from coursesite.pages.conversion import EXTENSIONS, SETTINGS
from coursesite.pages.fragments import Body, compiled_templates
from coursesite.pages.scripts import smaller
from coursesite.pages.search import SearchIndex
from coursesite.pages.site import Site
from coursesite.pages.words import template_words

AFTER_I18N = -200

PREVIEW = "PREVIEW_LANGUAGE"
"""In the environment: build this language and the source only. (`LANGUAGE` itself is gettext's, and often set.)"""

log = logging.getLogger("mkdocs.coursesite")

serving = False


@dataclass
class Build:
    """One build of all languages. It lives in `config.extra`, since a hook's globals outlive builds."""

    site: Site
    translating: Translating
    search: SearchIndex = field(default_factory=SearchIndex)
    """Of the language that is being built."""
    bodies: dict[str, Body] = field(default_factory=dict)
    """Of the language that is being built, by the path under which the engine files the page."""
    converted: dict[tuple[str, str], tuple[str, TableOfContents]] = field(default_factory=dict)
    """HTML and headings of pages by path and Markdown: a stand-in for a translation is not converted again."""
    booklets: Booklets = field(default_factory=Booklets)


def _build(config: MkDocsConfig) -> Build:
    return cast("Build", config.extra["build"])


def _i18n(config: MkDocsConfig) -> I18n:
    return cast("I18n", config.plugins["i18n"])


def _language(config: MkDocsConfig) -> str:
    return _i18n(config).current_language or _build(config).site.course.source_language


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """The policy against foreign scripts is left out where MkDocs adds its own inline one."""
    global serving  # noqa: PLW0603 - set once, before any build
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the course once a build; tell the plugin its languages."""
    if "build" not in config.extra:
        config.extra["build"] = _sound_build(config)
    build = _build(config)
    build.search, build.bodies = SearchIndex(), {}
    config.site_name = str(build.site.course.programme.title)
    config.markdown_extensions = list(EXTENSIONS)
    config.mdx_configs = {name: dict(values) for name, values in SETTINGS.items()}
    _i18n(config).config.languages = [
        _language_entry(language.code, language.name, language.code == build.site.course.source_language)
        for language in build.site.course.programme.languages
    ]
    return config


def _sound_build(config: MkDocsConfig) -> Build:
    root = Path(config.config_file_path).parent
    findings = look_at(root)
    for problem in findings.problems:
        if problem.severity == "warning":
            log.info("%s", problem)
    if findings.errors or findings.course is None:
        listed = "\n".join(str(problem) for problem in findings.errors)
        raise PluginError(f"{counted(len(findings.errors), 'problem', 'problems')} in the course:\n{listed}")
    course = findings.course
    if language := os.environ.get(PREVIEW):
        try:
            course = preview(course, language)
        except UnknownLanguage as unknown:
            raise PluginError(f"{PREVIEW}: {unknown}") from unknown
    icons = Path(material.__file__).parent / "templates"
    begun = translating(root, course)
    edit_uri = config.extra.get("edit_url")
    site = Site(course, root / "overrides", icons, config.site_url, edit_uri, begun.standing)
    return Build(site, begun)


def _language_entry(code: str, name: str, default: bool) -> I18nPluginLanguage:
    entry = I18nPluginLanguage()
    entry.load_dict({"locale": code, "name": name, "default": default})
    entry.validate()
    return entry


def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Every page and picture of the course, and of the theme only what is ours."""
    site = _build(config).site
    ours = Path(config.theme.custom_dir or "").resolve()
    kept = [
        file
        for file in files
        if file.src_dir and Path(file.src_dir).resolve() == ours and not file.src_uri.startswith("books/")
    ]
    addresses = [page.uri for page in site.pages_in(_language(config))] + list(site.assets)
    course = [File(uri, config.docs_dir, config.site_dir, config.use_directory_urls) for uri in addresses]
    return Files([*kept, *course])


@event_priority(AFTER_I18N)
def _fill(files: Files, config: MkDocsConfig) -> Files:
    """Give each announced file its real text or place."""
    build, language = _build(config), _language(config)
    root = Path(config.config_file_path).parent
    for file in files:
        if page := build.site.page_at(file.src_uri, language):
            body = build.bodies[file.src_uri] = build.site.body(page, language)
            file.content_string = body.markdown
        elif asset := build.site.assets.get(file.src_uri):
            file.abs_src_path = str(root / asset)
        elif file.src_uri.endswith(".js"):
            file.content_string = smaller(file.content_string)
    config.nav = [{build.site.title(page, language): page.uri} for page in build.site.pages_in(language)]
    return files


on_files = CombinedEvent(_announce, _fill)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """The interface's words for the templates of pages; values are escaped, and a missing one is an error."""
    env.autoescape, env.undefined, env.auto_reload = True, StrictUndefined, False
    env.bytecode_cache = compiled_templates("pages")
    env.globals.update(template_words(_build(config).site.words[_language(config)]))
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Convert nothing twice: HTML that is known already is put in later."""
    return "" if _source(page) in _build(config).converted else markdown


def _source(page: Page) -> tuple[str, str]:
    """What a page's HTML follows from."""
    return page.file.src_uri, page.file.content_string


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put in what was kept out of the conversion, and index what trainees may find."""
    build, language = _build(config), _language(config)
    ours = build.site.page_at(page.file.src_uri, language)
    assert ours is not None
    page.meta["template"] = ours.template
    if _source(page) in build.converted:
        html, page.toc = build.converted[_source(page)]
    elif build.site.same_in_all_languages(ours):
        build.converted[_source(page)] = html, page.toc
    html = build.bodies[page.file.src_uri].filled(html)
    build.booklets.keep(ours, html)
    if ours.listed:
        build.search.add(
            build.site.url(ours),
            build.site.title(ours, language),
            build.site.language_of(ours, language),
            html,
        )
    return html


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the page its view."""
    build, language = _build(config), _language(config)
    site = build.site
    ours = site.page_at(page.file.src_uri, language)
    assert ours is not None
    view = build.booklets.bound(site.standpoint(ours, language), ours, site.view(ours, language))
    return {**context, "view": view, "csp": not serving}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Hand the two pages that belong to no language what they show."""
    site = _build(config).site
    homes = site.homes(f"{context['base_url'].rstrip('/')}/")
    return {**context, "sitemap": site.locations(), "languages": homes, "csp": not serving}


def on_post_build(config: MkDocsConfig) -> None:
    """Write what pages of the language fetch or hand out: the search index, and the site's other files.

    MkDocs packs the site map once more, with the day in it: nobody asks for that file.
    """
    build = _build(config)
    language = _language(config)
    files = {build.site.search_path(language): build.search.dump(), **build.site.files(language)}
    files |= build.site.handed_out(language, build.translating.files)
    for address, content in files.items():
        path = Path(config.site_dir) / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    _copy_packages(config, language)
    (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)


def _copy_packages(config: MkDocsConfig, language: str) -> None:
    """Put the handbooks of the language where its pages say."""
    made = Path(config.config_file_path).parent / Path(MANIFEST).parent
    for package in _build(config).site.course.packages:
        if package.language == language:
            path = Path(config.site_dir) / made.name / package.path
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made / package.path, path)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch the whole course; on a mistake show the problems and keep serving the last good site."""
    for folder in ("modules", "quizzes", "translations", "overrides"):
        if (path := Path(config.config_file_path).parent / folder).is_dir():
            server.watch(str(path))

    def forgiving() -> None:
        try:
            builder()
        except (Abort, BuildError) as error:
            log.error("%s\nThe last good version is still being served.", error)

    server.builder = forgiving
    return server
