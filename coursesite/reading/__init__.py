"""Files → model, with the line of everything kept. Reports all that is wrong with a file's form."""

from .course_folder import Reading, read_course

__all__ = ["Reading", "read_course"]
