"""Drawings inside pages: their words can be read on a small phone, and stay where they belong in every language."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_accessibility import SCHEMES, violations
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


def test_words_and_shapes_can_be_made_out(phone: Page, site_url: str, pages: list[BuiltPage]) -> None:
    """Words stay in their places in every language, and are large enough on a small phone.

    Shapes stand out from the drawing's ground 3:1, words from the face that they may stand on 4.5:1.
    """
    faults: dict[str, list[Any]] = {}
    for page in pages:
        phone.goto(site_url + page.path, wait_until="domcontentloaded")
        faults[page.path] = phone.evaluate(MISPLACED)
        if page.language == "en":
            sizes = phone.evaluate(SIZES)
            assert sizes, page.path
            faults[page.path] += [f"{size} px" for size in sizes if size < SMALLEST]
            for scheme in SCHEMES:
                phone.emulate_media(color_scheme=scheme)
                faults[page.path] += sorted(set(phone.evaluate(CONTRASTS)))
    assert {path: found for path, found in faults.items() if found} == {}


def test_axe_finds_nothing_on_a_page_with_two_pictures(
    phone: Page, site_url: str, pages: list[BuiltPage]
) -> None:
    page = next(one for one in pages if one.text.count('class="picture"') > 1)
    phone.goto(site_url + page.path, wait_until="networkidle")
    found = {}
    for scheme in SCHEMES:
        phone.emulate_media(color_scheme=scheme)
        found[scheme] = violations(phone)
    assert found == {"light": [], "dark": []}
