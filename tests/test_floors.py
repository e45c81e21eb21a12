"""The house stands: imports point down only, rooms are strangers, and each library stays where it belongs.

doors    hooks/build.py, coursesite/__main__.py with its coursesite/commands/
flow     coursesite/flow.py
rooms    all other packages in coursesite/
ground   coursesite/model
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

COMMANDS = "coursesite.commands"
DOORS = ("hooks", "coursesite.__main__", COMMANDS)
FLOW = "coursesite.flow"
GROUND = "coursesite.model"

ENGINE = ("hooks",)
"""Only the glue knows the engine that makes the site: another engine is a new door, not a rewrite."""

LIBRARIES = {
    "mkdocs": ENGINE,
    "mkdocs_static_i18n": ENGINE,
    "material": ENGINE,
    "jinja2": ("coursesite.pages", "coursesite.exports", *ENGINE),
    "markdown": ("coursesite.pages",),
    "markupsafe": ("coursesite.pages",),
    "lxml": ("coursesite.pages", "coursesite.translating", "coursesite.exports"),
    "tinyhtml5": ("coursesite.pages",),
    "weasyprint": ("coursesite.exports",),
    "pydyf": ("coursesite.exports",),
    "babel": ("coursesite.pages", "coursesite.scaffolding", "coursesite.translating", "coursesite.exports"),
    "yaml": ("coursesite.reading", "coursesite.translating"),  # values; their places
    "polib": ("coursesite.translating",),
    "rjsmin": ("coursesite.pages",),
    "segno": ("coursesite.pages",),
    "pydantic": (GROUND, "coursesite.reading"),
    "pydantic_core": (GROUND, "coursesite.reading"),
    "click": ("coursesite.__main__", COMMANDS),
    "tabulate": ("coursesite.__main__", COMMANDS),
}
"""Where each library may be imported. One that is not here may be imported nowhere."""


def test_imports_point_down_and_libraries_stay_in_their_rooms() -> None:
    files = {name: path.read_text(encoding="utf-8") for name, path in modules()}
    assert len(files) > 50, "no modules found"
    assert [wrong for name, source in files.items() for wrong in complaints(name, source)] == []


def test_only_libraries_in_use_are_listed() -> None:
    imported = {
        name for place, path in modules() for name in imports(place, path.read_text(encoding="utf-8"))
    }
    assert set(LIBRARIES) <= {name.partition(".")[0] for name in imported}


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("coursesite.model.course", "from ..reading import read_course"),
        ("coursesite.model.course", "import coursesite.checking"),
        ("coursesite.reading.overlays", "from ..checking.prose import sentences_of"),
        ("coursesite.reading", "from .. import pages"),
        ("coursesite.exports.scorm", "def write():\n    from ..pages import addresses"),
        ("coursesite.checking.hours", "from ..flow import look_at"),
        ("coursesite.pages.site", "from coursesite import flow"),
        ("coursesite.checking.hours", "from .. import __main__"),
        ("coursesite.flow", "from .__main__ import main"),
        ("coursesite.flow", "import hooks.build"),
        ("coursesite.flow", "from .commands import translate"),
        ("coursesite.commands.translate", "from ..__main__ import main"),
        ("coursesite", "from .reading import read_course"),
        ("coursesite.pages.site", "from mkdocs.structure.files import File"),
        ("coursesite.checking.hours", "import yaml"),
        ("coursesite.model.text", "import jinja2.sandbox as box"),
        ("coursesite.reading.schemas", "import click"),
        ("coursesite.flow", "from pydantic import BaseModel"),
        ("hooks.build", "import yaml"),
        ("coursesite.pages.site", "import requests"),
        ("coursesite.pages.site", "from importlib import import_module"),
        ("coursesite.pages.site", "__import__('yaml')"),
    ],
)
def test_a_bad_import_is_caught(place: str, source: str) -> None:
    assert len(list(complaints(place, source))) == 1


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("coursesite.model.course", "from .module import Module"),
        ("coursesite.reading.overlays", "from ..model.problem import Problem\nimport pydantic"),
        ("coursesite.reading", "from .course_folder import read_course"),
        ("coursesite.checking", "from . import hours"),
        ("coursesite.flow", "from .checking import problems\nfrom .model import course"),
        ("coursesite.__main__", "from .flow import look_at\nfrom .exports import scorm\nimport click"),
        ("coursesite.__main__", "from .commands.translate import translate"),
        ("coursesite.commands.translate", "from ..translating import desk\nimport click"),
        ("hooks.build", "from coursesite.pages.site import Site\nfrom jinja2 import StrictUndefined"),
    ],
)
def test_a_good_import_passes(place: str, source: str) -> None:
    assert list(complaints(place, source)) == []


def modules() -> Iterator[tuple[str, Path]]:
    """Dotted names and files of all our modules."""
    for folder in ("coursesite", "hooks"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


def complaints(place: str, source: str) -> Iterator[str]:
    """What the module called `place` imports and must not."""
    for name in sorted(imports(place, source)):
        top = name.partition(".")[0]
        if top in {"coursesite", "hooks"}:
            allowed = is_below(name, place)
        elif top in sys.stdlib_module_names:
            allowed = top != "importlib" and name != "builtins.__import__"
        else:
            allowed = room_of(place) in LIBRARIES.get(top, ())
        if not allowed:
            yield f"{place} imports {name}"


def is_below(name: str, place: str) -> bool:
    """Whether the module called `place` may import `name`, which is ours too."""
    here, there = room_of(place), room_of(name)
    if here == there or (here, there) == ("coursesite.__main__", COMMANDS):
        return True
    if there in {"coursesite", *DOORS}:
        return False
    return here in {FLOW, *DOORS} or (there == GROUND and here != "coursesite")


def room_of(name: str) -> str:
    """`coursesite.pages` for all that lies in it; a door or the flow for itself."""
    parts = name.split(".")
    return parts[0] if parts[0] == "hooks" else ".".join(parts[:2])


def imports(place: str, source: str) -> set[str]:
    """Absolute names of all that a module imports, also inside functions and for types alone."""
    found: set[str] = set()
    is_package = (ROOT / Path(*place.split("."))).is_dir()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                found |= {alias.name for alias in names}
            case ast.ImportFrom(module=module, names=names, level=level):
                around = place.split(".")[: len(place.split(".")) - level + is_package] if level else []
                base = ".".join([*around, module] if module else around)
                plain = {f"{base}.{alias.name}" for alias in names}
                found |= plain if base == "coursesite" else {base}
            case ast.Name(id="__import__"):
                found.add("builtins.__import__")
    return found
