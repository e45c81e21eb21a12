"""Looking into type annotations, for readers that follow the model's types."""

from typing import Any

from pydantic import BaseModel


def parts_of(annotation: Any) -> list[Any]:
    """An annotation and all the annotations inside it: `tuple[Text, ...]` gives itself, `Text` and `...`."""
    inner = getattr(annotation, "__args__", ())
    return [annotation, *(part for argument in inner for part in parts_of(argument))]


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation holds, alone or in a collection; several in a union."""
    return [part for part in parts_of(annotation) if isinstance(part, type) and issubclass(part, BaseModel)]


def model_in(annotation: Any, data: Any = None) -> type[BaseModel] | None:
    """The model that an annotation holds; in a union, the one whose `kind` the data names, or else the first."""
    models = models_in(annotation)
    kind = data.get("kind") if isinstance(data, dict) else None
    return next((model for model in models if kind_of(model) == kind), models[0] if models else None)


def kind_of(model: type[BaseModel]) -> str | None:
    """What tells a model from others in a union: the only value of its `kind`."""
    field = model.model_fields.get("kind")
    values: tuple[Any, ...] = getattr(field.annotation, "__args__", ()) if field else ()
    return str(values[0]) if len(values) == 1 else None
