"""Drawings inside pages: their words can be read on a small phone, and stay where they belong in every language."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_accessibility import AXE, violations
from tests.site.building import Built, BuiltPage

SMALLEST = 14

MISPLACED = """() => [...document.querySelectorAll(".picture svg")].flatMap(drawing => {
  const { width, height } = drawing.viewBox.baseVal;
  const words = [...drawing.querySelectorAll("text")].map(text => [text.textContent, text.getBBox()]);
  const boxes = [...drawing.querySelectorAll("rect")].map(rect => rect.getBBox());
  const holds = (box, x, y) => box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height;
  const common = (a, b, start, size) =>
    Math.min(a[start] + a[size], b[start] + b[size]) - Math.max(a[start], b[start]);
  return words.flatMap(([word, at], number) => [
    ...(at.x < 0 || at.y < 0 || at.x + at.width > width || at.y + at.height > height
      ? [`${word}: outside`] : []),
    ...boxes.filter(box => holds(box, at.x + at.width / 2, at.y + at.height / 2))
      .filter(box => at.x < box.x || at.x + at.width > box.x + box.width)
      .map(() => `${word}: wider than its box`),
    ...words.slice(number + 1)
      .filter(([, other]) => common(at, other, "x", "width") > 1 && common(at, other, "y", "height") > 3)
      .map(([other]) => `${word}: on ${other}`),
  ]);
})"""

SIZES = """() => [...document.querySelectorAll(".picture text")].map(text =>
  parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""

CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = colour => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(value =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  return [...document.querySelectorAll(".picture svg")].flatMap(drawing => {
    const ground = getComputedStyle(drawing).backgroundColor;
    const ink = getComputedStyle(drawing.querySelector("text")).fill;
    return [...drawing.querySelectorAll("*:not(text, tspan, .soft)")].flatMap(shape => {
      const { fill, stroke } = getComputedStyle(shape);
      const seen = stroke === "none" ? fill : stroke;
      return [
        ...(contrast(seen, ground) < 3 ? [`${shape.getAttribute("class")}: ${seen} on ${ground}`] : []),
        ...(fill !== "none" && stroke !== "none" && contrast(ink, fill) < 4.5 ? [`${ink} on ${fill}`] : []),
      ];
    });
  });
}"""


@pytest.fixture(scope="module")
def pages(whole: Built) -> list[BuiltPage]:
    """Pages with pictures, in every language."""
    found = [page for page in whole.pages if 'class="picture"' in page.text]
    assert found
    return found


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    yield context.new_page()
    context.close()


def on_each(phone: Page, site_url: str, pages: list[BuiltPage], script: str) -> dict[str, list[Any]]:
    found = {}
    for page in pages:
        phone.goto(site_url + page.path, wait_until="domcontentloaded")
        found[page.path] = phone.evaluate(script)
    return found


def test_words_stay_in_their_places(phone: Page, site_url: str, pages: list[BuiltPage]) -> None:
    found = on_each(phone, site_url, pages, MISPLACED)
    assert {path: words for path, words in found.items() if words} == {}


def test_words_are_large_enough_on_a_small_phone(phone: Page, site_url: str, pages: list[BuiltPage]) -> None:
    in_one_language = [page for page in pages if page.language == "en"]
    found = on_each(phone, site_url, in_one_language, SIZES)
    assert all(found.values())
    assert {path: min(sizes) for path, sizes in found.items() if min(sizes) < SMALLEST} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_and_words_stand_out(scheme: str, phone: Page, site_url: str, pages: list[BuiltPage]) -> None:
    """Shapes from the drawing's ground 3:1, words from the face that they may stand on 4.5:1."""
    phone.emulate_media(color_scheme="light" if scheme == "light" else "dark")
    in_one_language = [page for page in pages if page.language == "en"]
    found = on_each(phone, site_url, in_one_language, CONTRASTS)
    assert {path: sorted(set(faint)) for path, faint in found.items() if faint} == {}


def test_axe_finds_nothing_on_a_page_with_two_pictures(
    phone: Page, site_url: str, pages: list[BuiltPage]
) -> None:
    page = next(one for one in pages if one.text.count('class="picture"') > 1)
    phone.goto(site_url + page.path, wait_until="networkidle")
    phone.evaluate(AXE)
    found = {}
    for scheme in ("light", "dark"):
        phone.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        found[scheme] = violations(phone)
    assert found == {"light": [], "dark": []}
