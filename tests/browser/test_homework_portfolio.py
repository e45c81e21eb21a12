"""A portfolio: what one has written, rated and done, as one file that says that it is self-declared."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.learner import open_learning
from tests.browser.papers import of_docx, of_odt, saved
from tests.browser.test_accessibility import faults_everywhere
from tests.site.building import Built


@pytest.fixture
def portfolio(whole: Built) -> str:
    """The path of the page with a portfolio."""
    return next(page.path for page in whole.pages if page.all("//*[@data-portfolio]"))


def fill_something(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".field textarea").first.fill("The first piece.")
    expect(page.locator(".field .kept").first).to_contain_text("Kept")
    page.get_by_role("button", name="I have done this").click()


def test_it_puts_together_what_one_has_entered(
    page: Page, whole: Built, site_url: str, portfolio: str, tmp_path: Path
) -> None:
    fill_something(page, site_url + portfolio)
    label, title = page.locator(".field h3").first.inner_text(), page.locator("h1").inner_text()
    open_learning(page, site_url)
    page.locator(".rate summary").click()
    page.locator(".rate select").first.select_option(index=2)
    page.goto(site_url + portfolio)
    part = page.locator("[data-portfolio]")
    part.get_by_label("Your name").fill("Åsa Öst")
    name, lines, tables = of_docx(saved(page, part, "Word", tmp_path))
    assert name == title
    texts = [text for _, text in lines]
    assert texts[1].startswith("Name: Åsa Öst.")
    assert texts[2].startswith("Self-declared:")
    place = lines.index(("Heading 2", label))
    assert lines[place + 1] == ("Normal", "The first piece.")
    assert "Nothing has been written here in this browser." in texts
    competencies, modules = whole.course.framework.competencies, whole.course.modules
    ratings, hours, signatures = tables[: len(competencies)], tables[-2], tables[-1]
    level = str(whole.course.framework.levels[1].title)
    assert ratings[0][0] == ["I can …", "Before", "After"]
    assert ratings[0][1][1:] == [level, "–"]
    assert [len(table) - 1 for table in ratings] == [len(one.outcomes) for one in competencies]
    assert [row[0] for row in hours[1:]] == [str(module.title) for module in modules]
    assert sum(row[1] != "0 min" for row in hours[1:]) == 1
    assert any(style == "List Bullet" and title in text for style, text in lines)
    assert [row[0] for row in signatures] == [
        "Trainee: signature and date",
        "Trainer: name",
        "Trainer: signature and date",
    ]

    other, open_lines, count = of_odt(saved(page, part, "OpenDocument", tmp_path))
    assert (other, count) == (title, len(tables))
    headings = [line for line in lines if line[0].startswith("Heading")]
    assert [line for line in open_lines if line[0].startswith("Heading")] == headings


def test_it_is_printed_alone(page: Page, site_url: str, portfolio: str) -> None:
    page.add_init_script("window.print = () => {}")
    fill_something(page, site_url + portfolio)
    page.locator("[data-portfolio]").get_by_role("button", name="Print").press("Enter")
    page.emulate_media(media="print")
    expect(page.locator(".sheet")).to_contain_text("The first piece.")
    expect(page.locator(".sheet")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()


def test_a_course_that_cannot_be_fetched_is_said(page: Page, site_url: str, portfolio: str) -> None:
    page.route("**/course.json", lambda route: route.abort())
    page.goto(site_url + portfolio)
    part = page.locator("[data-portfolio]")
    part.get_by_role("button", name="Word").click()
    expect(part.get_by_role("status")).to_have_text("The file could not be made. Please try again.")


def test_without_script_a_sentence_says_what_it_would_do(
    browser: Browser, site_url: str, portfolio: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + portfolio)
    expect(page.locator(".portfolio p:visible")).to_have_count(1)
    expect(page.locator(".portfolio")).to_contain_text("JavaScript")
    context.close()


def test_it_is_accessible(page: Page, site_url: str, portfolio: str) -> None:
    page.goto(site_url + portfolio)
    expect(page.locator("[data-portfolio]")).to_be_visible()
    assert faults_everywhere(page) == {}
