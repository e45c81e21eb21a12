"""A reader is alone with the site: no other host, no cookie, no violated policy; and it works with storage blocked."""

import re
from collections.abc import Iterator
from gzip import compress

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from tests.browser.learner import BLOCKED
from tests.browser.reader import KINDS, a_word, path_of
from tests.site.building import Built

SCRIPTS = 10 * 1024
PAGE = 100 * 1024
"""Bytes, compressed."""

OF_LEARNERS = {"quiz", "not translated quiz", "learning"}
"""These grade and remember; others only read."""

WATCH = """addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.blockedURI} ${event.violatedDirective}`))"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(WATCH)
    yield context
    context.close()


def complaints(page: Page) -> list[str]:
    """What scripts and the policy have to complain about, filled while the page lives."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console",
        lambda message: found.append(message.text) if message.type in {"error", "warning"} else None,
    )
    return found


def test_a_walk_through_the_site_asks_nobody_else_and_keeps_little(
    context: BrowserContext, whole: Built, site_url: str
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    said = complaints(page)
    for kind in KINDS:
        page.goto(site_url + path_of(whole, kind), wait_until="networkidle")
    page.goto(site_url + path_of(whole, "terms"), wait_until="networkidle")
    page.locator("a.term").first.click()
    page.locator("button.theme").click()
    assert [url for url in asked if not url.startswith((site_url, "data:"))] == []
    assert [line for line in said if "404 (Not Found)" not in line] == []
    assert context.cookies() == []
    keys = page.evaluate("Object.keys(localStorage)")
    known = re.compile(
        rf"course:(theme$|{whole.course.programme.id}:)|course:[^:]*:{whole.course.programme.id}:"
    )
    assert [key for key in keys if not known.match(key)] == []
    assert "course:theme" in keys


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_weighs_little(kind: str, context: BrowserContext, whole: Built, site_url: str) -> None:
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", answers.append)
    page.goto(site_url + path_of(whole, kind), wait_until="networkidle")
    parts = {a.url: a.request.resource_type for a in answers}
    weights = {
        a.url: len(compress(a.body(), mtime=0))
        for a in answers
        if parts[a.url] in {"document", "stylesheet", "script"}
    }
    scripts = sum(weight for url, weight in weights.items() if parts[url] == "script")
    assert scripts <= SCRIPTS * (2 if kind in OF_LEARNERS else 1), weights
    assert sum(weights.values()) <= PAGE, weights


def test_with_storage_blocked_nothing_fails_and_the_theme_changes(
    context: BrowserContext, whole: Built, site_url: str
) -> None:
    context.add_init_script(BLOCKED)
    page = context.new_page()
    said = complaints(page)
    for kind in ("home", "module", "terms", "quiz", "learning", "factors page"):
        page.goto(site_url + path_of(whole, kind), wait_until="networkidle")
    before = page.evaluate("document.getElementById('dark').media")
    page.locator("button.theme").click()
    assert page.evaluate("document.getElementById('dark').media") != before
    page.goto(site_url + path_of(whole, "search"))
    page.locator("#search").fill(a_word(whole, whole.course.source_language))
    expect(page.locator(".search-results a").first).to_be_visible()
    assert said == []
