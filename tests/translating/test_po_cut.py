"""The interface's catalogues in segments: slices joined are the file, and a translation finds its place in it."""

import shutil
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursesite.flow import look_at, translating
from coursesite.translating.desk import CATALOGUE, Sheet, exact_text, sheet
from coursesite.translating.edits import Refused, save, stamped, started, synced, translated
from coursesite.translating.exchange import po_files, taken_from
from coursesite.translating.po_cut import cut_catalogue, cut_template, plural_forms
from coursesite.translating.segments import Cut

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "overrides" / "locales"
LANGUAGES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())

PIECES = (
    'msgid ""\n', 'msgstr ""\n', '"Plural-Forms: nplurals=3; plural=0;\\n"\n', 'msgid "Next"\n', 'msgstr "Weiter"\n', 'msgid_plural "%(n)s days"\n',
    'msgid "%(n)s day"\n', 'msgstr[0] "%(n)s Tag"\n', 'msgstr[1] "%(n)s Tage"\n', 'msgctxt "menu"\n', "#, fuzzy\n", "#, fuzzy, python-format\n", "# a word\n",
    '#~ msgid "Gone"\n', '#~ msgstr "Weg"\n', '#| msgid "Before"\n', "\n", "\r\n", '"more "\n', '"of \\"it\\"\\n"\n', "msgid\n", 'msgid "open\n', 'msgstr "a" "b"\n',
    "\ufeff", "\u2028", "\t", 'msgstr[9] "x"\r\n', 'msgid "  "\n', '"\\\\"', "\0", "é🐝",
)  # fmt: skip

nasty = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)

GERMAN = """\
# Ein Katalog
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=3; plural=(n != 1);\\n"

# Bleibt stehen.
#, fuzzy
msgid "Go to the home page"
msgstr "Zur Seite"

#, fuzzy, python-format
msgid "%(n)s day"
msgid_plural "%(n)s days"
msgstr[0] ""
msgstr[1] ""
msgstr[2] ""

msgid "Search"
msgstr "Suche"
"""

TEMPLATE = """\
msgid "Go to the home page"
msgstr ""

#, python-format
msgid "%(n)s day"
msgid_plural "%(n)s days"
msgstr[0] ""
msgstr[1] ""

msgid "Search"
msgstr ""

msgid "A \\"new\\" word that was never seen"
msgstr ""
"""


def assert_sound(cut: Cut) -> None:
    assert "".join(cut.slices) == cut.text
    assert len({one.key for one in cut.segments}) == len(cut.segments)
    edges = [edge for one in cut.segments for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(one.text.strip() for one in cut.segments)
    assert all(cut.text.count("\n", 0, one.start) + 1 == one.line for one in cut.segments)


@given(nasty)
@settings(max_examples=200, deadline=None)
def test_slices_joined_are_the_catalogue(text: str) -> None:
    assert_sound(cut_template(text))
    assert_sound(cut_catalogue(text))
    assert plural_forms(text) >= 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_real_catalogue_is_cut_as_polib_reads_it(language: str) -> None:
    file = LOCALES / language / "LC_MESSAGES" / "coursesite.po"
    cut = cut_catalogue(exact_text(file))
    assert_sound(cut)
    read = [
        "\n".join(unit.msgstr_plural.values()) if unit.msgid_plural else unit.msgstr
        for unit in polib.pofile(str(file))
        if unit.translated() and not unit.obsolete
    ]
    assert [one.text for one in cut.segments] == read
    source = cut_template(exact_text(ROOT / CATALOGUE))
    assert {one.key for one in cut.segments} <= {one.key for one in source.segments}


@pytest.fixture
def interface(tmp_path: Path) -> Sheet:
    """The interface of a small course, begun in German."""
    template = tmp_path / CATALOGUE
    template.parent.mkdir(parents=True)
    template.write_text(TEMPLATE, encoding="utf-8")
    file = template.parent / "de" / "LC_MESSAGES" / "coursesite.po"
    file.parent.mkdir(parents=True)
    file.write_text(GERMAN, encoding="utf-8")
    return sheet(tmp_path, CATALOGUE, "de")


def keys(sheet: Sheet) -> dict[str, str]:
    return {pair.source.text: pair.key for pair in sheet.pairs if pair.source}


def standings(sheet: Sheet) -> dict[str, str]:
    return {pair.source.text: pair.status for pair in sheet.pairs if pair.source}


def test_fuzzy_and_empty_messages_are_missing(interface: Sheet) -> None:
    assert interface.part == "interface"
    assert interface.neighbour == "overrides/locales/de/LC_MESSAGES/coursesite.po"
    assert standings(interface) == {
        "Go to the home page": "missing", "%(n)s day\n%(n)s days": "missing",
        "Search": "draft", 'A "new" word that was never seen': "missing",
    }  # fmt: skip
    assert keys(interface)["Search"].startswith("search-")


def test_translations_find_their_places(interface: Sheet) -> None:
    done = interface
    for source, words in {
        "Go to the home page": "Zur Startseite",
        "%(n)s day\n%(n)s days": "%(n)s Tag\n%(n)s Tage\n%(n)s Täglein",
        "Search": "Suchen",
        'A "new" word that was never seen': "Ein „neues“ Wort",
    }.items():
        done = translated(done, keys(interface)[source], words, "person", "2031-05-01")
    assert set(standings(done).values()) == {"draft"}
    save(interface, done)
    file = interface.root / interface.neighbour
    assert "# Bleibt stehen.\nmsgid" in file.read_text(encoding="utf-8")
    units = {unit.msgid: unit for unit in polib.pofile(str(file))}
    assert not any(unit.fuzzy for unit in units.values())
    assert units["%(n)s day"].flags == ["python-format"]
    assert units["%(n)s day"].msgstr_plural == {0: "%(n)s Tag", 1: "%(n)s Tage", 2: "%(n)s Täglein"}
    assert units['A "new" word that was never seen'].msgstr == "Ein „neues“ Wort"
    again = sheet(interface.root, CATALOGUE, "de")
    read = stamped(again, [keys(again)["Search"]], "Ada", "2031-05-02")
    assert standings(read)["Search"] == "reviewed"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("%(n)s Tag\n%(n)s Tage", "it has 2 lines, and this language has 3 plural forms"),
        ("%(n)s Tag\n%(n)s Tage\nTage", "the placeholder `%(n)s` is missing"),
    ],
)
def test_plural_forms_that_do_not_fit_are_refused(interface: Sheet, words: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason.replace("(", r"\(").replace(")", r"\)")):
        translated(interface, keys(interface)["%(n)s day\n%(n)s days"], words, "person", "2031-05-01")


def test_it_travels_as_po_and_back(interface: Sheet, tmp_path: Path) -> None:
    folder = tmp_path / "po"
    folder.mkdir()
    before = synced(interface, "machine", "2031-05-01", ())
    for name, text in po_files([before], "de").items():
        (folder / name).write_text(text, encoding="utf-8")
    assert [file.name for file in folder.iterdir()] == ["interface.po"]
    assert taken_from(folder, [before], "2031-05-02").sheets == ()
    po = polib.pofile(str(folder / "interface.po"))
    for unit in po:
        if unit.msgid == "Search":
            unit.flags = []
        if unit.msgid.startswith("%(n)s"):
            unit.msgstr = "%(n)s Tag\n%(n)s Tage\n%(n)s Tage"
    po.save()
    outcome = taken_from(folder, [before], "2031-05-02")
    assert (outcome.taken, outcome.refused) == (2, ())
    [(_, after)] = outcome.sheets
    assert standings(after)["%(n)s day\n%(n)s days"] == standings(after)["Search"] == "draft"


def test_a_catalogue_is_begun_by_the_command_for_languages(interface: Sheet) -> None:
    (interface.root / interface.neighbour).unlink()
    bare = sheet(interface.root, CATALOGUE, "de")
    with pytest.raises(Refused, match="new language de"):
        started(bare)


def test_the_interface_is_a_part_of_a_course(tmp_path: Path) -> None:
    course = Path(shutil.copytree(ROOT / "tests" / "courses" / "tiny", tmp_path / "tiny"))
    shutil.copytree(LOCALES, course / "overrides" / "locales")
    findings = look_at(course)
    assert findings.course is not None
    assert CATALOGUE in translating(course, findings.course).standing["de"].files
