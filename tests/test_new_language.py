"""`new language` makes a catalogue that counts as its language does, and later brings it up to date."""

import shutil
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from coursesite.__main__ import main
from coursesite.flow import UnknownLanguage, look_at, preview
from coursesite.model.programme import Language
from coursesite.pages.words import Words, load_words
from coursesite.scaffolding.language import entry_of, plural_forms

ROOT = Path(__file__).parents[1]
TINY = ROOT / "tests" / "courses" / "tiny"
ACTIVITIES = "%(n)s activity", "%(n)s activities"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course, into Latvian and Arabic as well; their catalogues have just been made."""
    course = tmp_path_factory.mktemp("languages") / "course"
    shutil.copytree(TINY, course)
    shutil.copytree(ROOT / "overrides", course / "overrides", ignore=shutil.ignore_patterns("locales"))
    programme = course / "modules" / "programme.yml"
    lines = (
        f"languages:\n  - {{code: en, name: English, locale: en_GB}}\n{entry_of('lv')}\n{entry_of('ar')}\n"
    )
    text = programme.read_text(encoding="utf-8")
    programme.write_text(
        text.replace("languages:\n  - {code: en, name: English, locale: en_GB}\n", lines), encoding="utf-8"
    )
    made = new_language("lv", "ar", root=course)
    assert made.exit_code == 0, made.output
    assert "lv: " in made.stdout
    assert "translate start --language ar" in made.stdout
    return course


@pytest.fixture
def course(fresh: Path, tmp_path: Path) -> Path:
    return shutil.copytree(fresh, tmp_path / "course")


def new_language(*arguments: str, root: Path) -> Result:
    return CliRunner().invoke(main, ["new", "language", *arguments, "--root", str(root)])


def catalogue(course: Path, code: str) -> polib.POFile:
    return polib.pofile(str(course / f"overrides/locales/{code}/LC_MESSAGES/coursesite.po"))


def words(course: Path, code: str, source: str | None = None) -> Words:
    locales = course / "overrides" / "locales"
    wanted = Language(code=code, name=code, locale=code.replace("-", "_"))
    return load_words(wanted, locales, Language(code=source, name="", locale=source) if source else None)


def test_a_new_catalogue_has_every_message_and_the_forms_of_its_language(fresh: Path) -> None:
    template = polib.pofile(str(fresh / "overrides/locales/coursesite.pot"))
    ours = polib.pofile(str(ROOT / "overrides/locales/coursesite.pot"))
    assert [one.msgid for one in template] == [one.msgid for one in ours]
    for code, forms in (("lv", 3), ("ar", 6)):
        made = catalogue(fresh, code)
        assert [one.msgid for one in made] == [one.msgid for one in template]
        assert {len(one.msgstr_plural) for one in made if one.msgid_plural} == {forms}
        assert made.percent_translated() == 0
    assert look_at(fresh).problems == ()


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("lv", "  - {code: lv, name: Latviešu, locale: lv_LV}"),
        ("sr", "  - {code: sr, name: Српски, locale: sr_RS}"),
        ("sr-Latn", "  - {code: sr-Latn, name: Srpski (latinica), locale: sr_Latn_RS}"),
        ("ar", "  - {code: ar, name: العربية, locale: ar_EG, direction: rtl}"),
        ("zh-Hant", "  - {code: zh-Hant, name: 中文 (繁體), locale: zh_Hant_TW}"),
    ],
)
def test_a_language_that_the_course_does_not_have_gets_its_line_told(code: str, line: str) -> None:
    assert entry_of(code) == line
    refused = new_language(code, root=TINY)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert (
        refused.stderr
        == f"Add this to `languages` in modules/programme.yml first, and look it over:\n{line}\n"
    )


@pytest.mark.parametrize("code", ["xx", "latvian", "lv_LV", ""])
def test_what_is_no_language_is_refused(code: str) -> None:
    refused = new_language(code, root=TINY)
    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"`{code}` is no code of a language that CLDR knows.")


def test_the_source_language_needs_no_catalogue() -> None:
    assert new_language("en", root=TINY).stderr == "`en` is the language that the course is written in.\n"


@pytest.mark.parametrize(
    ("locale", "numbers"),
    [
        ("lv_LV", [(0, 10, 11, 30), (1, 21, 101), (2, 9, 22)]),
        ("sr_RS", [(1, 21), (2, 4, 34), (0, 5, 11, 12)]),
        ("sr_Latn_RS", [(1, 21), (2, 4, 34), (0, 5, 11, 12)]),
        ("ar_EG", [(0,), (1,), (2,), (3, 10, 103), (11, 99, 111), (100, 102, 200)]),
        ("pt_PT", [(1,), (0, 2, 10)]),
        ("ja_JP", [(0, 1, 2, 100)]),
    ],
)
def test_languages_count_as_cldr_says(locale: str, numbers: list[tuple[int, ...]], tmp_path: Path) -> None:
    """Read back by gettext itself: each form is called by its place."""
    path = tmp_path / f"{locale}.po"
    forms = "".join(f'msgstr[{form}] "{form}"\n' for form in range(len(numbers)))
    header = f'msgid ""\nmsgstr "Plural-Forms: {plural_forms(locale)}\\n"\n'
    path.write_text(f'{header}\nmsgid "one"\nmsgid_plural "many"\n{forms}', encoding="utf-8")
    code = locale.rpartition("_")[0].replace("_", "-")
    place = tmp_path / code / "LC_MESSAGES" / "coursesite.po"
    place.parent.mkdir(parents=True)
    path.rename(place)
    words = load_words(Language(code=code, name="", locale=locale), tmp_path)
    got = [tuple(words.ngettext("one", "many", number) for number in group) for group in numbers]
    assert got == [(str(form),) * len(group) for form, group in enumerate(numbers)]


def test_later_it_only_brings_the_catalogue_up_to_date(course: Path) -> None:
    po = catalogue(course, "lv")
    by_id = {one.msgid: one for one in po}
    by_id["Home"].msgstr = "Sākums"
    by_id["Home"].tcomment = "as on other sites"
    by_id["Menu"].msgstr, by_id["Menu"].flags = "Izvēlne?", ["fuzzy"]
    by_id[ACTIVITIES[0]].msgstr_plural = {0: "%(n)s nodarbību", 1: "%(n)s nodarbība", 2: "%(n)s nodarbības"}
    po.remove(by_id["Search"])
    po.append(polib.POEntry(msgid="Said in older versions", msgstr="Agrāk"))
    po.metadata["Last-Translator"] = "Ilze"
    po.save()

    done = new_language(root=course)
    assert done.exit_code == 0, done.output
    assert "lv: " in done.stdout
    assert "(1 new, 1 dropped)" in done.stdout
    after = catalogue(course, "lv")
    assert [(one.msgid, one.msgstr, one.flags, one.tcomment) for one in after if one.msgstr] == [
        ("Home", "Sākums", [], "as on other sites"),
        ("Menu", "Izvēlne?", ["fuzzy"], ""),
    ]
    assert {one.msgid for one in after} == {one.msgid for one in catalogue(course, "ar")}
    assert after.metadata["Last-Translator"] == "Ilze"
    text = {path: path.read_bytes() for path in course.rglob("*.po*")}
    assert "wrote" not in new_language(root=course).stdout
    assert {path: path.read_bytes() for path in course.rglob("*.po*")} == text

    latvian = words(course, "lv")
    assert [latvian.ngettext(*ACTIVITIES, n) % {"n": n} for n in (10, 1, 2)] == [
        "10 nodarbību",
        "1 nodarbība",
        "2 nodarbības",
    ]
    assert (latvian.gettext("Home"), latvian.gettext("Menu")) == ("Sākums", "Menu")


def test_a_catalogue_that_is_broken_is_named(course: Path) -> None:
    path = course / "overrides/locales/lv/LC_MESSAGES/coursesite.po"
    path.write_text(path.read_text(encoding="utf-8") + "\n<<<<<<< HEAD\n", encoding="utf-8")
    refused = new_language("lv", root=course)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("overrides/locales/lv/LC_MESSAGES/coursesite.po: it can't be read")


def test_what_is_missing_comes_from_where_it_can_be_read(tmp_path: Path) -> None:
    for code, home in (("sr", "Почетна"), ("de", "Start"), ("de-AT", ""), ("sr-Latn", ""), ("zh-Hant", "")):
        said(tmp_path, code, "Home", home)
    said(tmp_path, "zh", "Home", "首页")
    assert words(tmp_path, "de-AT").gettext("Home") == "Start"
    assert words(tmp_path, "sr-Latn").gettext("Home") == "Home", "no Cyrillic among Latin letters"
    assert words(tmp_path, "zh-Hant").gettext("Home") == "Home"
    assert words(tmp_path, "sr-Latn", source="de").gettext("Home") == "Start", "as the course's source has it"
    assert words(tmp_path, "fr", source="de").gettext("Home") == "Start"
    said(tmp_path, "lv", "Menu", "Izvēlne")
    half = tmp_path / "overrides/locales/lv/LC_MESSAGES/coursesite.po"
    plural = f'\nmsgid "{ACTIVITIES[0]}"\nmsgid_plural "{ACTIVITIES[1]}"\nmsgstr[0] "x"\nmsgstr[1] ""\nmsgstr[2] ""\n'
    half.write_text(half.read_text(encoding="utf-8") + plural, encoding="utf-8")
    assert words(tmp_path, "lv").ngettext(*ACTIVITIES, 2) == ACTIVITIES[1]


def said(course: Path, code: str, message: str, translation: str) -> None:
    path = course / f"overrides/locales/{code}/LC_MESSAGES/coursesite.po"
    path.parent.mkdir(parents=True)
    path.write_text(f'msgid ""\nmsgstr ""\n\nmsgid "{message}"\nmsgstr "{translation}"\n', encoding="utf-8")


def test_a_preview_is_the_course_in_two_languages() -> None:
    course = look_at(TINY).course
    assert course is not None
    assert preview(course, "de").languages == ("en", "de")
    alone = preview(course, "en")
    assert alone.languages == ("en",)
    assert {document.language for document in alone.documents} == {"en"}
    with pytest.raises(UnknownLanguage, match=r"`fr` is no language of this course\. It has en, de\."):
        preview(course, "fr")
