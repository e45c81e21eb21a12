"""A reader is alone with the site: no other host, no cookie, no violated policy; and it works with storage blocked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from gzip import compress

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.learner import BLOCKED
from tests.browser.reader import KINDS, a_word, path_of
from tests.site.building import Built

SCRIPTS = 10 * 1024
PAGE = 100 * 1024
"""Bytes, compressed."""

OF_LEARNERS = {"quiz", "not translated quiz", "learning"}
"""These grade and remember; others only read."""

WATCH = """addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.blockedURI} ${event.violatedDirective}`))"""


@dataclass
class Walk:
    """What came of opening a page of every kind, one after the other, with something used on the last."""

    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    weights: dict[str, dict[str, int]] = field(default_factory=dict)
    """Compressed bytes by kind of page and by what is fetched."""
    cookies: int = 0
    keys: list[str] = field(default_factory=list)


@contextmanager
def opened(browser: Browser, *scripts: str) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what its scripts and its policy complain about while it lives."""
    context = browser.new_context(reduced_motion="reduce")
    for script in (WATCH, *scripts):
        context.add_init_script(script)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None
    )
    yield page, said
    context.close()


@pytest.fixture(scope="module")
def walk(browser: Browser, whole: Built, site_url: str) -> Walk:
    walk = Walk()
    with opened(browser) as (page, walk.said):
        answers: list[Response] = []
        page.on("request", lambda request: walk.asked.append(request.url))
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright looks into functions
        for kind in KINDS:
            answers.clear()
            page.goto(site_url + path_of(whole, kind), wait_until="networkidle")
            walk.weights[kind] = dict.fromkeys(("document", "stylesheet", "script"), 0)
            for answer in answers:
                redirects = 300 <= answer.status < 400  # and has no body
                if answer.request.resource_type in walk.weights[kind] and not redirects:
                    walk.weights[kind][answer.request.resource_type] += len(compress(answer.body(), mtime=0))
        page.goto(site_url + path_of(whole, "reading"), wait_until="networkidle")
        page.locator("a.term").first.click()
        page.locator("button.theme").click()
        walk.cookies = len(page.context.cookies())
        walk.keys = page.evaluate("Object.keys(localStorage)")
    return walk


def test_nobody_else_is_asked(walk: Walk, site_url: str) -> None:
    assert [url for url in walk.asked if not url.startswith((site_url, "data:"))] == []


def test_nothing_fails_and_no_page_breaks_its_policy(walk: Walk) -> None:
    assert [line for line in walk.said if "404 (Not Found)" not in line] == []


def test_no_cookie_is_set_and_only_the_courses_own_keys_are_kept(walk: Walk, whole: Built) -> None:
    assert walk.cookies == 0
    ours = re.compile(rf"course:(theme$|{whole.course.programme.id}:|[^:]*:{whole.course.programme.id}:)")
    assert [key for key in walk.keys if not ours.match(key)] == []
    assert "course:theme" in walk.keys


def test_a_first_visit_weighs_little(walk: Walk) -> None:
    assert {kind: parts for kind, parts in walk.weights.items() if sum(parts.values()) > PAGE} == {}
    heavy = {kind: parts["script"] for kind, parts in walk.weights.items() if parts["script"] > SCRIPTS}
    assert {kind: weight for kind, weight in heavy.items() if kind not in OF_LEARNERS} == {}
    assert all(weight < 2 * SCRIPTS for weight in heavy.values())


def test_with_storage_blocked_nothing_fails_and_the_theme_changes(
    browser: Browser, whole: Built, site_url: str
) -> None:
    with opened(browser, BLOCKED) as (page, said):
        for kind in ("home", "module", "reading", "quiz", "learning", "factors page"):
            page.goto(site_url + path_of(whole, kind), wait_until="networkidle")
        before = page.evaluate("document.getElementById('dark').media")
        page.locator("button.theme").click()
        assert page.evaluate("document.getElementById('dark').media") != before
        page.goto(site_url + path_of(whole, "search"))
        page.locator("#search").fill(a_word(whole, whole.course.source_language))
        expect(page.locator(".search-results a").first).to_be_visible()
        assert said == []
