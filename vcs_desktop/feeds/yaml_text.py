"""Reads YAML that people write, safely and without surprises.

Against plain YAML 1.1: a date stays text (``2026-12-04``), ``12:30`` is not a
number of base 60, and anchors and aliases are refused, because a few of them can
stand for a billion items.
"""

from typing import Any

import yaml

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr

LARGEST = 4_000_000
_DROPPED_TAGS = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:value")
_INT_TAG = "tag:yaml.org,2002:int"
_FLOAT_TAG = "tag:yaml.org,2002:float"


class _Loader(yaml.SafeLoader):
    """A safe loader for forms filled in by hand."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("an alias (*) is used")
        return super().compose_node(parent, index)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _DROPPED_TAGS]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _number(convert: type[int] | type[float]) -> Any:
    def construct(loader: _Loader, node: yaml.ScalarNode) -> int | float | str:
        text = str(loader.construct_scalar(node))
        try:
            return convert(text.replace("_", ""))
        except ValueError:
            return text

    return construct


_Loader.add_constructor(_INT_TAG, _number(int))
_Loader.add_constructor(_FLOAT_TAG, _number(float))


def read_yaml(text: str) -> Any:
    """Return what a YAML text says: text, numbers, yes/no, lists and named fields.

    Raises:
        CannotUseInput: it is not YAML; the message says in which line.
    """
    if len(text) > LARGEST:
        raise CannotUseInput(
            f"{len(text)} characters of YAML",
            message=tr("This YAML file is too long to read."),
            advice=tr("Split it into smaller files, or save it as JSON or CSV."),
        )
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader, only stricter
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise CannotUseInput(
            f"YAML: {type(error).__name__}",
            message=_message(error),
            advice=tr(
                "Look at the spaces at the start of the lines, and put text that has a colon "
                "in it in quotation marks."
            ),
        ) from error


def _message(error: BaseException) -> str:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return tr("This file is not written as YAML should be.")
    return tr(
        "This file is not written as YAML should be: look at line {number}.", number=mark.line + 1
    )
