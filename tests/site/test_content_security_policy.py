"""A strict policy stands on every page, and no page needs an exception from it."""

from lxml import html

from tests.site.building import Built, BuiltPage

POLICY = "//head/meta[@http-equiv='Content-Security-Policy']"
MAY_LOAD = {"'self'", "'none'", "data:"}
DATA = "@type='application/json'"
"""Not run by anybody, so that the policy lets it be."""
NEEDED = {"default-src", "script-src", "style-src", "base-uri", "form-action", "object-src"}


def policy(page: BuiltPage) -> dict[str, list[str]]:
    directives = str(page.one(POLICY).get("content")).split(";")
    return {words[0]: words[1:] for directive in directives if (words := directive.split())}


def test_every_page_has_the_policy(a_site: Built) -> None:
    assert [page.path for page in a_site.all_pages if len(page.all(POLICY)) != 1] == []


def test_the_policy_allows_this_site_only(a_site: Built) -> None:
    policies = {str(sorted(policy(page).items())): policy(page) for page in a_site.all_pages}
    assert len(policies) == 1
    (only,) = policies.values()
    assert set(only) >= NEEDED
    assert only["default-src"] == ["'none'"]
    assert only["script-src"] == ["'self'"]
    assert only["style-src"] == ["'self'"]
    assert {source for sources in only.values() for source in sources} <= MAY_LOAD
    assert [name for name, sources in only.items() if "data:" in sources] == ["img-src"]


def test_the_policy_comes_before_all_that_it_is_for(a_site: Built) -> None:
    late = f"{POLICY}[preceding-sibling::script or preceding-sibling::link or preceding-sibling::style]"
    assert [page.path for page in a_site.all_pages if page.all(late)] == []


def inline(page: BuiltPage) -> list[str]:
    """What the policy would stop."""
    found = [
        f"/{page.path}: {element.tag}" for element in page.all(f"//style | //script[not(@src)][not({DATA})]")
    ]
    for element in page.root.iter():
        if isinstance(element, html.HtmlElement):
            found.extend(
                f"/{page.path}: {element.tag} {name}"
                for name, value in element.items()
                if name == "style" or name.startswith("on") or str(value).lstrip().startswith("javascript:")
            )
    return found


def test_nothing_is_inline(a_site: Built) -> None:
    assert [line for page in a_site.all_pages for line in inline(page)] == []
