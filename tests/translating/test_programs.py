"""Files come back from Poedit, OmegaT and Weblate as these programs write them, and the course takes only what was done.

Weblate writes both formats with translate-toolkit, so the toolkit itself stands for it here. Poedit and OmegaT are
played by what they are documented to do to a file: wrap, reorder, begin with a mark, cut into sentences, drop states.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from lxml import etree
from translate.storage import factory, pypo, xliff

from coursesite.model.course import Course
from coursesite.reading import read_course
from coursesite.translating.desk import Sheet, sheets_by_language
from coursesite.translating.exchange import po_files, taken_from, xliff_files
from coursesite.translating.report import faults

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
INDEX = "modules/m1-bees/index.md"
DONE = f"{INDEX}#why/1"
NEW = "Jedes Öffnen kostet Wärme. Wer schaut, öffnet seltener."
X = "{urn:oasis:names:tc:xliff:document:1.2}"

Run = Callable[..., tuple[int, str]]
Open = Callable[[str], Sheet]


def files(course: Path) -> dict[str, bytes]:
    return {
        one.relative_to(course).as_posix(): one.read_bytes() for one in course.rglob("*") if one.is_file()
    }


@pytest.fixture
def mixed(course: Path, run: Run) -> Path:
    """A course with segments that are missing, a machine's, reviewed and outdated."""
    assert run("translate", "sync", "--origin", "machine")[0] == 0
    assert run("translate", "stamp", "--by", "Ada", f"{INDEX}#expect/0")[0] == 0
    page = course / INDEX
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace("look first and touch later", "look first, and touch\nlater"), encoding="utf-8"
    )
    return course


def po_done(data: bytes, **how: int) -> polib.POFile:
    """A PO file in which a person did one unit."""
    po = polib.pofile(data.decode("utf-8"), **how)
    unit = next(one for one in po if one.msgctxt == DONE)
    unit.msgstr, unit.flags = NEW, []
    return po


def poedit(data: bytes) -> bytes:
    """Wraps lines, sorts and adds headers, keeps the last words as `#|`, on Windows ends lines its way."""
    po = po_done(data, wrapwidth=79)
    po.metadata = {"X-Generator": "Poedit 3.5", "Last-Translator": "Ada <ada@example.org>", **po.metadata}
    po.metadata["Plural-Forms"] = "nplurals=2; plural=(n != 1);"
    return str(po).encode("utf-8").replace(b"\n", b"\r\n")


def with_mark(data: bytes) -> bytes:
    """Editors on Windows begin a file with a byte order mark."""
    return b"\xef\xbb\xbf" + str(po_done(data, wrapwidth=79)).encode("utf-8")


def weblate_po(data: bytes) -> bytes:
    """Writes with translate-toolkit; adds its own headers."""
    store = pypo.pofile.parsestring(data)
    unit = next(one for one in store.units if one.getcontext() == DONE)
    unit.target = NEW
    unit.markfuzzy(False)
    store.updateheader(add=True, x_generator="Weblate 5.16")
    return bytes(store)


def reordered(data: bytes) -> bytes:
    """OmegaT and others may sort units, and keep what was once a unit as obsolete."""
    po = po_done(data)
    po.sort(key=lambda unit: unit.msgid)
    po.append(polib.POEntry(msgctxt="modules/gone.md#x/1", msgid="Gone", msgstr="Fort", obsolete=True))
    return str(po).encode("utf-8")


def unit_of(root: etree._Element, name: str = DONE) -> etree._Element:
    return next(one for one in root.iter(f"{X}trans-unit") if one.get("id") == name)


def xliff_done(data: bytes, state: str | None = "translated") -> etree._Element:
    root = etree.fromstring(data)
    target = unit_of(root).find(f"{X}target")
    assert target is not None
    target.text = NEW
    target.attrib.pop("state")
    if state:
        target.set("state", state)
    return root


def poedit_xliff(data: bytes) -> bytes:
    """Sets a state, and says nothing else."""
    return bytes(etree.tostring(xliff_done(data), encoding="UTF-8", xml_declaration=True))


def weblate_xliff(data: bytes) -> bytes:
    """Writes with translate-toolkit, and drops the state of what is done."""
    store = xliff.Xliff1File.parsestring(data)
    unit = next(one for one in store.units if one.xmlelement.get("id") == DONE)
    unit.target = NEW
    del unit.xmlelement.find(f"{X}target").attrib["state"]
    return bytes(store)


def omegat(data: bytes) -> bytes:
    """With Okapi's filter: sentences in `mrk`, a `seg-source`, and a state that asks for a second reader."""
    root = xliff_done(data, "needs-review-translation")
    unit = unit_of(root)
    for name, tag in (("source", "seg-source"), ("target", "target")):
        old = unit.find(f"{X}{name}")
        assert old is not None
        sentences = re.split(r"(?<=\.) ", old.text or "")
        new = old if tag == "target" else etree.Element(f"{X}{tag}")
        new.text = None
        for number, sentence in enumerate(sentences):
            mrk = etree.SubElement(new, f"{X}mrk", mtype="seg", mid=str(number))
            mrk.text, mrk.tail = sentence, " " if number + 1 < len(sentences) else None
        if new is not old:
            old.addnext(new)
    written = etree.tostring(root, encoding="UTF-16", xml_declaration=True)
    assert isinstance(written, bytes)
    return written


def rewritten(data: bytes) -> bytes:
    """Others order attributes anew, wrap and indent text, drop `xml:space`, put `g` around words, end lines their way."""
    root = xliff_done(data, "final")
    for unit in root.iter(f"{X}trans-unit"):
        unit.attrib.pop("{http://www.w3.org/XML/1998/namespace}space")
        attributes = {str(name): str(value) for name, value in unit.attrib.items()}
        unit.attrib.clear()
        for name in sorted(attributes, reverse=True):
            unit.set(name, attributes[name])
    target = unit_of(root).find(f"{X}target")
    assert target is not None
    first, rest = NEW.split(" ", 1)
    target.text = "\n      "
    inner = etree.SubElement(target, f"{X}g", id="1", ctype="bold")
    inner.text, inner.tail = first, " " + rest.replace(". ", ".\n        ") + "\n    "
    source = unit_of(root).find(f"{X}source")
    assert source is not None
    source.text = "\n      " + (source.text or "").replace(", ", ",\n      ")
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)).replace(b"\n", b"\r\n")


@pytest.mark.parametrize(
    ("ending", "program"),
    [
        *(("po", one) for one in (poedit, with_mark, weblate_po, reordered)),
        *(("xlf", one) for one in (poedit_xliff, weblate_xliff, omegat, rewritten)),
    ],
)
def test_what_programs_do_to_a_file_changes_one_unit_only(
    mixed: Path, run: Run, tmp_path: Path, open_sheet: Open, ending: str, program: Callable[[bytes], bytes]
) -> None:
    run("export", "--out", str(tmp_path / "out"), "--format", "po" if ending == "po" else "xliff")
    file = tmp_path / "out" / f"m1-bees.{ending}"
    file.write_bytes(program(file.read_bytes()))
    before, old = files(mixed), open_sheet(INDEX)
    assert run("import", str(tmp_path / "out")) == (
        0, "changed modules/m1-bees/index.de.md\n1 translations taken, 0 messages\n",
    )  # fmt: skip
    now = files(mixed)
    assert {name for name in now if now[name] != before.get(name)} == {
        "modules/m1-bees/index.de.md", f"translations/de/{INDEX}.json",
    }  # fmt: skip
    assert old.target is not None
    was = next(one.text for one in old.target.segments if one.key == "why/1")
    page = now["modules/m1-bees/index.de.md"].decode("utf-8")
    assert " ".join(page.split()) == " ".join(old.target.text.replace(was, NEW).split())
    statuses = {pair.key: pair.status for pair in open_sheet(INDEX).pairs}
    assert statuses == {
        "_/1": "outdated",
        "why/0": "machine draft",
        "why/1": "draft",
        "expect/0": "reviewed",
        "expect/1": "machine draft",
    }


@pytest.mark.parametrize("wanted", ["po", "xliff"])
def test_unchanged_files_change_nothing(mixed: Path, run: Run, tmp_path: Path, wanted: str) -> None:
    run("export", "--out", str(tmp_path / "out"), "--format", wanted)
    before = files(mixed)
    assert run("import", str(tmp_path / "out")) == (0, "0 translations taken, 0 messages\n")
    assert files(mixed) == before


@pytest.mark.usefixtures("mixed")
def test_an_xliff_file_is_one_by_the_standard_and_by_the_toolkit(run: Run, tmp_path: Path) -> None:
    run("export", "--out", str(tmp_path / "out"), "--format", "xliff")
    schema = etree.RelaxNG(etree.parse(str(HERE / "xliff-1.2.rng")))
    found = sorted((tmp_path / "out").iterdir())
    assert [file.name for file in found] == ["course.xlf", "docs.xlf", "m1-bees.xlf", "m2-hive.xlf"]
    for file in found:
        schema.assertValid(etree.parse(str(file)))
    store = factory.getobject(str(tmp_path / "out" / "m1-bees.xlf"))
    assert isinstance(store, xliff.Xliff1File)
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("en", "de")
    units = {unit.xmlelement.get("id"): unit for unit in store.units}
    assert len(units) == len(store.units)
    outdated = units[f"{INDEX}#_/1"]
    assert outdated.getlocations() == [f"{INDEX}:1"]
    assert [str(one.source) for one in outdated.getalttrans()] == [
        "A [colony](term:colony) tells you much before you open it. In this module you learn to look first and touch later."
    ]
    assert outdated.getnotes().startswith("outdated\n")
    states = {
        key: (unit.xmlelement.find(f"{X}target").get("state"), unit.isapproved())
        for key, unit in units.items()
        if unit.target
    }
    assert states[f"{INDEX}#_/1"] == states[f"{INDEX}#why/1"] == ("needs-translation", False)
    assert states[f"{INDEX}#expect/0"] == ("translated", True)
    assert any(not unit.target for unit in store.units)


@pytest.mark.usefixtures("mixed")
def test_a_po_file_is_one_by_gettext_and_by_the_toolkit(run: Run, tmp_path: Path) -> None:
    run("export", "--out", str(tmp_path / "out"))
    for file in sorted((tmp_path / "out").iterdir()):
        ours = {
            unit.msgctxt: (unit.msgid, unit.msgstr, unit.fuzzy)
            for unit in polib.pofile(str(file), check_for_duplicates=True)
        }
        store = pypo.pofile.parsefile(str(file))
        assert ours == {
            unit.getcontext(): (str(unit.source), str(unit.target), unit.isfuzzy())
            for unit in store.units if not unit.isheader()
        }  # fmt: skip
        if program := shutil.which("msgfmt"):
            subprocess.run([program, "--check", "--output-file=/dev/null", str(file)], check=True)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda data: data[:-30], "it can't be read as an XLIFF file"),
        (lambda data: data.replace(b'version="1.2"', b'version="2.0"'), "it is no XLIFF file of version 1.2 but `xliff` 2.0"),
        (lambda data: data.replace(b"<xliff", b'<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/hostname">]><xliff', 1), "a document type of its own"),
        (lambda data: data[:0] + b"<html/>", "no XLIFF file of version 1.2 but `html`"),
    ],
)  # fmt: skip
def test_what_is_no_xliff_of_ours_is_reported(
    mixed: Path, run: Run, tmp_path: Path, change: Callable[[bytes], bytes], says: str
) -> None:
    run("export", "--out", str(tmp_path / "out"), "--format", "xliff", "--module", "m1-bees")
    file = tmp_path / "out" / "m1-bees.xlf"
    file.write_bytes(change(file.read_bytes()))
    before = files(mixed)
    code, said = run("import", str(file))
    assert (code, says in said) == (1, True)
    assert files(mixed) == before


def test_unfinished_broken_and_doubled_units_stay_out(mixed: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("export", "--out", str(out), "--format", "xliff", "--module", "m1-bees")
    file = out / "m1-bees.xlf"
    data = file.read_bytes()
    before = files(mixed)
    for state in ("new", "needs-translation", "needs-adaptation", "needs-l10n"):
        file.write_bytes(etree.tostring(xliff_done(data, state)))
        code, said = run("import", str(out))
        assert (code, said.startswith("1 new translations are still marked as needing work")) == (0, True)
        assert said.endswith("\n0 translations taken, 0 messages\n")
    root = xliff_done(data)
    target = unit_of(root).find(f"{X}target")
    assert target is not None
    etree.SubElement(target, f"{X}x", id="1")
    file.write_bytes(etree.tostring(root))
    assert run("import", str(out))[1].endswith("0 translations taken, 0 messages\n")
    root = xliff_done(data)
    broken = unit_of(root, f"{INDEX}#expect/0").find(f"{X}target")
    assert broken is not None
    broken.text = "Was { #was }"
    unit_of(root).getparent().remove(unit_of(root))  # type: ignore[union-attr]
    file.write_bytes(etree.tostring(root))
    code, said = run("import", str(out))
    assert (code, f"{INDEX}#expect/0: not taken: the attribute list" in said) == (1, True)
    assert re.match(r"m1-bees\.xlf:\d+: ", said)
    file.write_bytes(etree.tostring(xliff_done(data)))
    other = xliff_done(data)
    again = unit_of(other).find(f"{X}target")
    assert again is not None
    again.text = "Ganz anders."
    (out / "other.xliff").write_bytes(etree.tostring(other))
    assert files(mixed) == before
    code, said = run("import", str(out))
    assert (code, "other.xliff:" in said, "m1-bees.xlf:" in said) == (1, True, True)
    assert "has another translation of it\n1 translations taken, 1 messages\n" in said


@pytest.fixture(scope="module")
def whole() -> Course:
    course = read_course(ROOT).course
    assert course is not None
    return course


@pytest.fixture(scope="module")
def real(whole: Course) -> dict[str, tuple[Sheet, ...]]:
    """All sheets of the real course, in all its languages."""
    return dict(sheets_by_language(ROOT, whole, whole.languages[1:]))


def test_nothing_is_broken_in_the_real_courses_translations(
    whole: Course, real: dict[str, tuple[Sheet, ...]]
) -> None:
    found = [problem for sheets in real.values() for problem in faults(sheets, whole)]
    assert [str(problem) for problem in found if problem.severity == "error"] == []


def test_all_of_the_real_course_goes_out_and_in_unchanged(
    real: dict[str, tuple[Sheet, ...]], tmp_path: Path
) -> None:
    assert len(real) > 1
    for number, (language, all_sheets) in enumerate(real.items()):
        # what has no translation is the same in all languages: empty
        sheets = [one for one in all_sheets if one.target is not None or not number]
        for name, text in {**po_files(sheets, language), **xliff_files(sheets, "en", language)}.items():
            (tmp_path / language).mkdir(exist_ok=True)
            (tmp_path / language / name).write_text(text, encoding="utf-8", newline="\n")
        outcome = taken_from(tmp_path / language, sheets, "2031-05-28")
        assert (outcome.sheets, outcome.taken, outcome.refused, outcome.waiting) == ((), 0, (), 0)


def test_a_person_may_let_all_of_a_draft_stand_and_no_byte_moves(
    real: dict[str, tuple[Sheet, ...]], tmp_path: Path
) -> None:
    for language, sheets in real.items():
        chosen = [sheet for sheet in sheets if sheet.target is not None and len(sheet.pairs) < 30]
        for name, text in xliff_files(chosen, "en", language).items():
            done = text.replace('state="needs-translation"', 'state="translated"')
            (tmp_path / name).write_text(done, encoding="utf-8", newline="\n")
        outcome = taken_from(tmp_path, chosen, "2031-05-28")
        assert outcome.refused == ()
        assert outcome.taken > 20
        for before, after in outcome.sheets:
            assert after.target == before.target
