"""A reader in the browser: which pages there are, and what can be seen on them."""

from dataclasses import dataclass
from functools import cache

from playwright.sync_api import Page

from tests.site.building import Built, BuiltPage, words_of

KINDS = (
    "home",
    "journey page",
    "module",
    "reading",
    "table",
    "picture",
    "homework",
    "exercise",
    "quiz",
    "framework page",
    "coverage page",
    "factors page",
    "glossary page",
    "sources page",
    "homework page",
    "trainer page",
    "trainer's run-sheet",
    "trainer's slides",
    "trainer's quiz-key",
    "standing",
    "learning",
    "search",
    "search results",
    "missing page",
    "not translated",
    "not translated quiz",
    "translated home",
    "translated module",
)
"""Each once; between them they show all that templates can print."""

LONG = ("module", "reading", "homework", "quiz", "factors page", "search results", "translated module")
"""For what takes long: pages with something to use on them."""


@cache
def path_of(whole: Built, kind: str) -> str:
    """The path of a page of some kind, with the query where it needs one."""
    source, other, last = whole.course.languages[0], whole.course.languages[1], whole.course.languages[-1]
    kinds = whole.kinds()
    match kind:
        case "missing page":
            return "no/such/page/"
        case "search results":
            return f"{whole.path(page_at(whole, 'search', source).page, source)}?q={a_word(whole, source)}"
        case "not translated":
            return page_at(whole, kinds["reading"], other).path
        case "not translated quiz":
            return next(
                (page.path for page in whole.fallbacks if page.page.bank),
                page_at(whole, kinds["quiz"], other).path,
            )
        case "translated home":
            return page_at(whole, "", last).path
        case "translated module":
            return page_at(whole, kinds["module in all languages"], other).path
    return page_at(whole, kinds[kind], source).path


def page_at(whole: Built, address: str, language: str) -> BuiltPage:
    return whole.page(address, language)


@cache
def a_translation(whole: Built, language: str) -> BuiltPage:
    """A module's overview that exists in every language."""
    return whole.page(whole.kinds()["module in all languages"], language)


@cache
def a_word(whole: Built, language: str) -> str:
    """A long word from the text of a page that exists in every language."""
    words = words_of(a_translation(whole, language).all("//*[@class='prose']//p")[0]).split()
    return max((word.strip(".,:;()«»“”„’!?") for word in words), key=len)


def open_details(page: Page) -> None:
    """Show all that can be folded away, but for the menu, which covers the page on a phone."""
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")


@dataclass(frozen=True)
class Stop:
    """Where a reader with a keyboard stands. `problem` says why one would not see it."""

    words: str
    place: str
    problem: str


HERE = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const area = element.closest("article") ? "article" : element.closest("header, nav, footer")?.localName ?? "";
  const words = (element.ariaLabel || element.textContent || element.name || "").trim().replace(/\\s+/g, " ").slice(0, 60);
  if (element === document.body) return { words: "", place: "body", problem: "" };
  const shown = element.matches(":focus-visible") && element.getClientRects();
  const box = shown && [...shown].find(({ width, height }) => width > 1 && height > 1);
  let problem = "";
  if (!box) problem = "has no visible box";
  else {
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1);
    const on = document.elementFromPoint(x, y);
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) problem = "is out of sight";
    else if (!on || !(element.contains(on) || on.contains(element) || element.labels?.length)) problem = `is below ${on?.localName}.${on?.className}`;
    else {
      const marked = [element, ...(element.labels ?? []), element.closest(".option"), element.parentElement].filter(Boolean);
      const seen = marked.some((one) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor);
      });
      if (!seen) problem = "has no focus mark";
    }
  }
  const place = `${area} ${element.localName}${element.className && "." + element.className}`;
  return { words, place, problem };
}"""


def stop(page: Page) -> Stop:
    return Stop(**page.evaluate(HERE))


def walk(page: Page, most: int = 600) -> list[Stop]:
    """All stops of the Tab key, from the page's top until it comes round."""
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    stops: list[Stop] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = stop(page)
        if stops and (here.place == "body" or here == stops[0]):
            return stops
        stops.append(here)
    raise AssertionError(f"the Tab key does not come round; its last stops: {stops[-5:]}")
