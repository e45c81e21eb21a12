"""The toolkit's tables show what a reader asks for, and no more."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import path_of
from tests.site.building import Built


@pytest.fixture
def toolkit(page: Page, whole: Built, site_url: str) -> Page:
    page.goto(site_url + path_of(whole, "factors page"))
    expect(page.locator(".factors .filter")).to_be_visible()
    return page


def rows(page: Page) -> list[str]:
    """Ids of the factors that are shown."""
    shown = page.locator(".factors [data-item]:visible")
    ids = shown.evaluate_all("(rows) => rows.map((row) => row.id)")
    return sorted(str(id).removeprefix("factor-") for id in ids)


def test_by_level(toolkit: Page, whole: Built) -> None:
    factors = whole.course.toolkit.factors
    for level in whole.course.toolkit.levels:
        toolkit.locator("#factors-level").select_option(level.id)
        assert rows(toolkit) == sorted(f.id for f in factors if f.level == level.id)
    toolkit.locator("#factors-level").select_option("")
    assert rows(toolkit) == sorted(factor.id for factor in factors)


def test_by_role_and_level_together(toolkit: Page, whole: Built) -> None:
    course = whole.course.toolkit
    for role in course.roles:
        toolkit.locator("#factors-roles").select_option(role.id)
        assert rows(toolkit) == sorted(f.id for f in course.factors if role.id in f.roles)
    level, role = course.levels[0], course.roles[0]
    toolkit.locator("#factors-level").select_option(level.id)
    toolkit.locator("#factors-roles").select_option(role.id)
    wanted = sorted(f.id for f in course.factors if f.level == level.id and role.id in f.roles)
    assert rows(toolkit) == wanted
    status = toolkit.locator(".factors [role=status]")
    expect(status).to_contain_text(str(len(wanted)))
    expect(status).to_contain_text(str(len(course.factors)))


def test_tables_with_nothing_left_go_away(toolkit: Page, whole: Built) -> None:
    level = whole.course.toolkit.levels[0]
    toolkit.locator("#factors-level").select_option(level.id)
    for table in toolkit.locator(".factors .table:visible").all():
        assert table.locator("[data-item]:visible").count() > 0


def test_a_link_to_a_hidden_row_brings_it_back(toolkit: Page, whole: Built) -> None:
    factors, levels = whole.course.toolkit.factors, whole.course.toolkit.levels
    hidden = next(factor for factor in factors if factor.level != levels[0].id)
    toolkit.locator("#factors-level").select_option(levels[0].id)
    toolkit.evaluate("(id) => { location.hash = id; }", f"factor-{hidden.id}")
    expect(toolkit.locator(f"#factor-{hidden.id}")).to_be_in_viewport()


def test_the_glossary_is_searched_without_marks(page: Page, whole: Built, site_url: str) -> None:
    page.goto(site_url + path_of(whole, "glossary page"))
    term = whole.course.glossary.terms[0]
    page.locator("#glossary-filter").fill(str(term.term).upper())
    expect(page.locator(f"#term-{term.id}")).to_be_visible()
    assert page.locator("[data-item]:visible").count() < len(whole.course.glossary.terms)
