"""The tiny course in four more languages: three plural forms, two scripts of one language, and right to left.

Each is begun as a team would begin it: the entry that `new language` tells, its catalogue, and some words in it.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import polib
import yaml

from coursesite.scaffolding.language import catalogue_path, entry_of
from tests.site.building import ROOT, copy_tiny, environment

WORDS = ROOT / "tests" / "courses" / "languages"
ALPHABET = ', alphabet: "a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž"}'


def copy_with_languages(folder: Path) -> Path:
    """The course as a folder of its own that builds."""
    copy_tiny(folder)
    shutil.copytree(WORDS, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("words.yml"))
    said = yaml.safe_load((WORDS / "words.yml").read_text(encoding="utf-8"))
    programme = folder / "modules" / "programme.yml"
    entries = [
        entry_of(code).replace("}", ALPHABET) if code == "sr-Latn" else entry_of(code) for code in said
    ]
    text = programme.read_text(encoding="utf-8")
    programme.write_text(
        text.replace("settings:\n", "\n".join([*entries, "settings:\n"]), 1), encoding="utf-8"
    )
    command = [sys.executable, "-m", "coursesite", "new", "language", *said]
    subprocess.run(command, cwd=folder, env=environment(""), check=True, capture_output=True)
    for code, messages in said.items():
        catalogue = polib.pofile(str(folder / catalogue_path(code)))
        for entry in catalogue:
            match messages.get(entry.msgid):
                case list(forms):
                    entry.msgstr_plural = dict(enumerate(forms))
                case str(text):
                    entry.msgstr = text
        catalogue.save()
    return folder
