"""The beginnings of a course, a module or a language: texts of new files, by path. Writes nothing itself."""

from .course import course_files
from .language import TEMPLATE, catalogue_path, catalogue_text, entry_of, messages_in_use, template_text
from .module import module_files
from .refused import Refused

__all__ = [
    "TEMPLATE",
    "Refused",
    "catalogue_path",
    "catalogue_text",
    "course_files",
    "entry_of",
    "messages_in_use",
    "module_files",
    "template_text",
]
