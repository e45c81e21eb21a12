"""The glue to MkDocs, Material and static-i18n: events in calling order, and no thinking.

static-i18n builds one language after the other on the same configuration, so every event runs once
for each. It drops files from outside `docs_dir`; so each page is announced as if it lay there, and
gets its text after the plugin (priority -100) has placed it.
"""

import logging
from pathlib import Path
from typing import Any

import material
from jinja2 import StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs_static_i18n.config import I18nPluginLanguage

from coursesite.flow import look_at
from coursesite.pages.fragments import compiled_templates
from coursesite.pages.search import SearchIndex
from coursesite.pages.site import Site
from coursesite.pages.words import template_words

AFTER_I18N = -200

log = logging.getLogger("mkdocs.coursesite")


def on_startup(command: str, dirty: bool) -> None:
    """The policy against foreign scripts is left out where MkDocs adds its own inline one."""
    global serving  # noqa: PLW0603 - set once, before any build
    serving = command == "serve"


serving = False


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the course once a build; tell the plugin its languages."""
    if "site" not in config.extra:
        config.extra["site"] = _sound_site(config)
        config.extra["converted"] = {}
    site: Site = config.extra["site"]
    config.extra["search"] = SearchIndex()
    config.site_name = str(site.course.programme.title)
    i18n = config.plugins["i18n"]
    i18n.config.languages = [_language(site, code) for code in site.course.languages]
    return config


def _sound_site(config: MkDocsConfig) -> Site:
    root = Path(config.config_file_path).parent
    findings = look_at(root)
    for problem in findings.problems:
        if problem.severity == "warning":
            log.info("%s", problem)
    if findings.errors or findings.course is None:
        listed = "\n".join(str(problem) for problem in findings.errors)
        raise PluginError(f"{len(findings.errors)} problems in the course:\n{listed}")
    icons = Path(material.__file__).parent / "templates"
    edit_uri = config.extra.get("edit_url")
    return Site(findings.course, root / "overrides", icons, config.site_url, edit_uri)


def _language(site: Site, code: str) -> I18nPluginLanguage:
    one = I18nPluginLanguage()
    name = next(language.name for language in site.course.programme.languages if language.code == code)
    one.load_dict({"locale": code, "name": name, "default": code == site.course.source_language})
    one.validate()
    return one


def _announce(files: Files, config: MkDocsConfig) -> Files:
    """Every page and picture of the course, and of the theme only what is ours."""
    site: Site = config.extra["site"]
    ours = Path(config.theme.custom_dir or "").resolve()
    kept = [file for file in files if file.src_dir and Path(file.src_dir).resolve() == ours]
    addresses = [page.uri for page in site.pages] + list(site.assets)
    course = [File(uri, config.docs_dir, config.site_dir, config.use_directory_urls) for uri in addresses]
    return Files([*kept, *course])


@event_priority(AFTER_I18N)
def _fill(files: Files, config: MkDocsConfig) -> Files:
    """Give each announced file its real text or place."""
    site: Site = config.extra["site"]
    language = config.plugins["i18n"].current_language
    root = Path(config.config_file_path).parent
    for file in files:
        if page := site.page_by_uri.get(file.src_uri):
            file.body = site.body(page, language)
            file.content_string = file.body.markdown
        elif asset := site.assets.get(file.src_uri):
            file.abs_src_path = str(root / asset)
    config.nav = [{site.title(page, language): page.uri} for page in site.pages]
    return files


on_files = CombinedEvent(_announce, _fill)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """The interface's words for the templates of pages; values are escaped, and a missing one is an error."""
    env.autoescape, env.undefined, env.auto_reload = True, StrictUndefined, False
    env.bytecode_cache = compiled_templates("pages")
    site: Site = config.extra["site"]
    env.globals.update(template_words(site.words[config.plugins["i18n"].current_language]))
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Convert a page that stands in for a missing translation only once: elsewhere its HTML is put in later."""
    return "" if _source(page) in config.extra["converted"] else markdown


def _source(page: Page) -> tuple[str, str]:
    """What a page's HTML follows from."""
    return page.file.src_uri, page.file.content_string


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put in the HTML that is known already, and index what trainees may find."""
    site: Site = config.extra["site"]
    language = config.plugins["i18n"].current_language
    ours = site.page_by_uri[page.file.src_uri]
    key = _source(page)
    if key in config.extra["converted"]:
        html, page.toc = config.extra["converted"][key]
    elif site.same_in_all_languages(ours):
        config.extra["converted"][key] = html, page.toc
    html = page.file.body.filled(html)
    if ours.listed:
        prefix = "" if language == site.course.source_language else f"{language}/"
        url = page.file.url.removeprefix("./").removeprefix(prefix)
        config.extra["search"].add(url, site.title(ours, language), site.language_of(ours, language), html)
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Hand the page its view."""
    site: Site = config.extra["site"]
    ours = site.page_by_uri[page.file.src_uri]
    return {**context, "view": site.view(ours, config.plugins["i18n"].current_language), "csp": not serving}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Hand the two pages that belong to no language what they show."""
    site: Site = config.extra["site"]
    return {
        **context,
        "sitemap": site.locations(),
        "languages": site.homes(f"{context['base_url']}/"),
        "csp": not serving,
    }


def on_post_build(config: MkDocsConfig) -> None:
    """Write the language's search index where its search page looks for it."""
    site: Site = config.extra["site"]
    language = config.plugins["i18n"].current_language
    folder = Path(config.site_dir) / ("" if language == site.course.source_language else language) / "search"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "search.json").write_text(config.extra["search"].dump(), encoding="utf-8")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch the whole course; on a mistake show the problems and keep serving the last good site."""
    for folder in ("modules", "quizzes"):
        if (path := Path(config.config_file_path).parent / folder).is_dir():
            server.watch(str(path))

    def forgiving() -> None:
        try:
            builder()
        except (Abort, BuildError) as error:
            log.error("%s\nThe last good version is still being served.", error)

    server.builder = forgiving
    return server
