"""A national team's edition: what it declares is there in its language, and nowhere else, and readers know whose it is."""

import json

from coursesite.flow import look_at
from tests.site.building import Built, BuiltPage, words_of

VISIT, FEAR, LIFE = (
    f"modules/m1-bees/{name}" for name in ("de-club-visit", "fear-of-stings", "life-of-a-colony")
)
SIGNED = "Imkerbund & Freunde, reviewed on 1. Mai 2026"


def notice(page: BuiltPage) -> str:
    return words_of(page.one("//article//*[contains(@class, 'notice-national')]"))


def links(page: BuiltPage, where: str) -> set[str]:
    return {page.leads_to(str(link.get("href"))) for link in page.all(f"{where}//a[@href]")}


def learning(site: Built, home: str) -> dict[str, int]:
    data = json.loads((site.folder / home / "my-learning" / "course.json").read_text(encoding="utf-8"))
    return {
        activity["id"]: activity["minutes"] for module in data["modules"] for activity in module["activities"]
    }


def test_the_example_is_sound(national: Built) -> None:
    assert look_at(national.source).problems == ()


def test_a_national_section_says_who_answers_for_it(national: Built) -> None:
    page = national.page(LIFE, "de")
    assert SIGNED in notice(page)
    marked = {
        str(line.getprevious().get("id") or "box"): words_of(line)
        for line in page.all("//p[@class='signed']")
    }
    assert marked == {
        "castes": f"Adapted by {SIGNED}",
        "box": f"National content by {SIGNED}",
        "de-club-rules": f"National content by {SIGNED}",
    }
    assert "national" not in national.page(LIFE).text.lower()


def test_what_a_page_leaves_out_is_said_at_its_end(national: Built) -> None:
    page = national.page(LIFE, "de")
    left_out = page.one("//*[@class='left-out']/li[@id='look-it-up']")
    assert "Das Buch gibt es nicht auf Deutsch." in words_of(left_out)
    link = left_out.xpath(".//a")[0]
    assert page.leads_to(link.get("href")) == national.page(LIFE).path
    assert link.get("href").endswith("#look-it-up")
    assert "#left-out" in {one.get("href") for one in page.all("//nav[@class='toc']//a")}


def test_an_added_activity_is_in_its_language_only(national: Built) -> None:
    assert (national.folder / "de" / VISIT / "index.html").exists()
    assert not (national.folder / VISIT).exists()
    page = national.page(VISIT, "de")
    assert words_of(page.one("//h1")) == "Besuch im Verein"
    assert f"National content by {SIGNED}" in notice(page)
    assert not page.all(
        "//*[contains(@class, 'notice-unreviewed') or contains(@class, 'notice-not-translated')]"
    )
    assert links(page, "//nav[@class='languages']") == {"modules/m1-bees/", page.path}
    assert page.path in links(national.page("modules/m1-bees", "de"), "//main")
    assert page.path in links(national.page("", "de"), "//main")  # in the meetings of a format


def test_an_activity_that_is_left_out_leads_to_the_original(national: Built) -> None:
    page = national.page(FEAR, "de")
    assert "Im Verein spricht man beim Besuch darüber." in notice(page)
    assert national.page(FEAR).path in links(page, "//*[contains(@class, 'notice-national')]")
    assert (
        page.one("//head/link[@rel='canonical']").get("href") == national.address + national.page(FEAR).path
    )
    for address in ("", "modules/m1-bees", "framework"):
        assert page.path not in links(national.page(address, "de"), "//body"), address
    german = national.page(FEAR).one("//nav[@class='languages']//a[@hreflang='de']")
    assert words_of(german) == "Deutsch not in this language"


def test_sums_search_and_site_map_follow_the_edition(national: Built) -> None:
    shared, own = learning(national, ""), learning(national, "de")
    assert set(own) - set(shared) == {"de-club-visit"}
    assert set(shared) - set(own) == {"fear-of-stings"}
    assert sum(shared.values()) == sum(own.values()) == 180
    index = json.loads((national.folder / "de" / "search" / "search.json").read_text(encoding="utf-8"))
    found = {page["u"]: json.dumps(page, ensure_ascii=False) for page in index["pages"]}
    assert "Wer hatte Angst" in found[f"{VISIT}/"]
    assert f"{FEAR}/" not in found
    assert "reviewed on" not in found[f"{LIFE}/"]
    addresses = (national.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{national.address}de/{VISIT}/<" in addresses
    assert f"{national.address}{VISIT}/" not in addresses
    assert f"{national.address}{FEAR}/<" in addresses
    assert f"{national.address}de/{FEAR}/" not in addresses


def test_national_rows_services_and_laws_stand_where_the_shared_ones_do(national: Built) -> None:
    own, shared = national.page("toolkit", "de"), national.page("toolkit")
    assert words_of(own.one("//tr[@id='factor-de-club-hut']/th")).endswith("National")
    assert not shared.all("//tr[@id='factor-de-club-hut']")
    assert own.one("//*[@id='service-de-bee-line']//a").get("href") == "https://bees.example/telefon"
    assert words_of(own.one("//*[@id='law-de-bee-act']/dt")) == "Bienengesetz"
    assert "Each national team lists services in its own language." in words_of(shared.one("//*[@class='prose']"))
    assert own.path.rstrip("/") in {
        path.rstrip("/") for path in links(national.page(VISIT, "de"), "//*[@class='prose']")
    }
    assert national.page("glossary", "de").all("//*[@id='term-de-split']")
    assert not national.page("glossary").all("//*[@id='term-de-split']")


def test_every_link_leads_to_a_page(national: Built) -> None:
    for page in national.pages:
        for path in links(page, "//body"):
            target = national.folder / path
            assert path.startswith(("http", "telefon")) or target.exists(), f"{page.path} → {path}"
