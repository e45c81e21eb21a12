"""The beginnings of a course or a module: texts of new files, by path. Writes nothing itself."""

from .course import course_files
from .module import Refused, module_files

__all__ = ["Refused", "course_files", "module_files"]
