"""Languages are data: other plural forms, scripts, alphabets and directions need an entry, a catalogue and texts."""

import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.site.building import ROOT, Built, build, built, copy_tiny, environment, words_of

CYRILLIC = re.compile(r"[\u0400-\u04ff]")


@pytest.mark.parametrize(
    ("code", "direction", "activities", "hours"),
    [
        ("lv", "ltr", "4 nodarbības", "1 st. 15 min"),
        ("sr", "ltr", "4 активности", "1 ч 15 мин"),
        ("sr-Latn", "ltr", "4 aktivnosti", "1 h 15 min"),
        ("ar", "rtl", "4 أنشطة", "1 س 15 د"),
    ],
)
def test_a_language_counts_and_writes_as_it_does(
    languages: Built, code: str, direction: str, activities: str, hours: str
) -> None:
    home = languages.page("", code)
    assert (home.root.get("lang"), home.root.get("dir")) == (code, direction)
    card = words_of(home.all("//ul[contains(@class, 'cards')]/li")[0])
    assert activities in card
    assert hours in card


def test_each_page_stands_under_its_languages_code(languages: Built) -> None:
    """The engine that makes a site for each language knows codes with a script in them, too."""
    for page in languages.pages:
        assert page.root.get("lang") == page.language
    assert (languages.folder / "sr-Latn" / "modules" / "m1-bees" / "index.html").exists()


def test_latin_serbian_never_falls_back_to_cyrillic(languages: Built) -> None:
    """The word for a quiz is translated in Cyrillic only."""
    assert "Квиз" in languages.page("modules/m2-hive/hive-quiz", "sr").text
    for page in languages.pages:
        if page.language == "sr-Latn":
            text = " ".join(
                str(one) for one in page.root.xpath("//text()[not(ancestor::*[@lang][1][@lang='sr'])]")
            )
            assert not CYRILLIC.search(text), page.path


def test_text_of_another_language_has_its_own_direction(languages: Built) -> None:
    directions = {one.code: one.direction for one in languages.course.programme.languages}
    count = 0
    for page in languages.pages:
        for element in page.all("//body//*[@lang]") if page.language in {"ar", "en"} else ():
            around = next(str(one.get("dir")) for one in (element, *element.iterancestors()) if one.get("dir"))
            assert around in {"auto", directions[str(element.get("lang"))]}, f"{page.path}: {words_of(element)}"
            count += around != page.root.get("dir")
    assert count > 100


def test_untranslated_words_keep_their_full_stops_in_pages_that_run_the_other_way(languages: Built) -> None:
    untranslated = "Choose all that are right."
    quiz = "modules/m2-hive/hive-quiz"
    assert f"\u2068{untranslated}\u2069" in languages.page(quiz, "ar").text
    latvian = languages.page(quiz, "lv").text
    assert untranslated in latvian
    assert "\u2068" not in latvian


def test_a_glossary_is_in_the_order_of_its_alphabet(languages: Built) -> None:
    def terms(code: str) -> list[str]:
        return [words_of(one) for one in languages.page("glossary", code).all("//dl[@class='terms']//dt")]

    assert terms("sr-Latn") == ["Čađ", "Luk", "Ljubav u košnici"]
    assert terms("lv") == ["Čaulas saime", "Cilts", "Dūmeklis"]
    assert terms("en") == ["Brood", "Colony", "Smoker"]


def test_each_language_has_an_index_of_its_own(languages: Built) -> None:
    for code, word in (("lv", "Rītausmā"), ("sr", "кошницу"), ("sr-Latn", "košnicu"), ("ar", "أصدقاء")):
        index = json.loads((languages.folder / code / "search" / "search.json").read_text(encoding="utf-8"))
        assert [word in json.dumps(page, ensure_ascii=False) for page in index["pages"] if page["u"] == ""] == [True]


def test_a_language_that_was_only_begun_has_its_figures(languages: Built) -> None:
    command = [sys.executable, "-m", "coursesite", "translate", "status", "--language", "sr-Latn"]
    done = subprocess.run(
        command, cwd=languages.source, env=environment(""), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "whole" in done.stdout


def test_a_preview_is_one_language_beside_the_source(languages: Built, tmp_path: Path) -> None:
    site = built(languages.source, tmp_path / "site", languages.address, PREVIEW_LANGUAGE="sr-Latn")
    preview = Built(site, languages.address, languages.source)
    assert {path.name for path in site.iterdir()} & set(languages.course.languages) == {"sr-Latn"}
    shown = {page.path for page in preview.pages if page.language in {"en", "sr-Latn"}}
    for page in preview.pages:
        if page.path not in shown:
            continue
        menu = page.all("//nav[@class='languages']//a")
        assert [link.get("hreflang") for link in menu] == ["en", "sr-Latn"]
        for link in page.all("//a[@href]"):
            url = urlsplit(urljoin(languages.address + page.path, str(link.get("href"))))
            if f"{url.scheme}://{url.netloc}{url.path}".startswith(languages.address):
                target = site / url.path.removeprefix(urlsplit(languages.address).path)
                assert (target / "index.html").exists() or target.is_file(), f"{page.path}: {link.get('href')}"


def test_a_preview_of_no_language_names_those_that_there_are(tmp_path: Path) -> None:
    done = build(
        copy_tiny(tmp_path / "course"), tmp_path / "site", "https://bees.example/", PREVIEW_LANGUAGE="fr"
    )
    assert done.returncode != 0
    assert "`fr` is no language of this course. It has en, de." in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize(
    ("said", "expected"),
    [(["LANGUAGE=de"], "de"), ([], None)],
)
def test_make_takes_the_language_from_its_command_line_only(said: list[str], expected: str | None) -> None:
    """Desktops set a variable of this name."""
    given = {**environment(""), "LANGUAGE": "en_GB:en"}
    given.pop("PREVIEW_LANGUAGE", None)
    command = ["make", "--no-print-directory", "--eval=said: ; @echo [$$PREVIEW_LANGUAGE]", *said, "said"]
    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"[{expected or ''}]"
