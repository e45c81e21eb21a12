"""Looking into type annotations, for readers that follow the model's types."""

from typing import Any

from pydantic import BaseModel


def parts_of(annotation: Any) -> list[Any]:
    """An annotation and all the annotations inside it: `tuple[Text, ...]` gives itself, `Text` and `...`."""
    inner = getattr(annotation, "__args__", ())
    return [annotation, *(part for argument in inner for part in parts_of(argument))]


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation holds, alone or in a collection."""
    return next(
        (part for part in parts_of(annotation) if isinstance(part, type) and issubclass(part, BaseModel)),
        None,
    )
