"""JSON Schemas of a course's YAML files, printed from the types that read them (draft 2020-12).

Editors complete and check with them: `.vscode/settings.json` says which file has which.
"""

import json
from collections.abc import Mapping

from pydantic import BaseModel

from ..model.competency import Framework
from ..model.module import ModuleFile
from ..model.national import ModuleEditionFile, NationalFile
from ..model.picture import Pictures
from ..model.programme import Programme
from ..model.question import QuestionFile
from ..model.reference import Glossary, Sources
from ..model.survey import Surveys
from ..model.toolkit import Toolkit

SCHEMAS: Mapping[str, type[BaseModel]] = {
    "programme": Programme,
    "competencies": Framework,
    "module": ModuleFile,
    "toolkit": Toolkit,
    "glossary": Glossary,
    "sources": Sources,
    "pictures": Pictures,
    "surveys": Surveys,
    "quiz": QuestionFile,
    "national": NationalFile,
    "national-module": ModuleEditionFile,
}


def schema_text(name: str) -> str:
    """One schema as a file's text."""
    schema = SCHEMAS[name].model_json_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
