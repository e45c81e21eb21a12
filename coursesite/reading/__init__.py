"""Files → model, with the line of everything kept. Reports all that is wrong with a file's form."""

from .course_folder import read_course

__all__ = ["read_course"]
