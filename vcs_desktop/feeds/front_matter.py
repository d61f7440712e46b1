"""Reads a page of Markdown that begins with its fields, between two lines of ---."""

from typing import Any

from vcs_desktop.domain.from_record import Unusable
from vcs_desktop.feeds.yaml_text import read_yaml

_FENCE = "---"


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Return the fields of a page and the words below them.

    Raises:
        Unusable: it does not begin with fields.
        CannotUseInput: the fields are not YAML.
    """
    lines = text.splitlines()
    if not lines or lines[0].strip() != _FENCE or _FENCE not in lines[1:]:
        raise Unusable("it should begin with fields between two lines of ---")
    end = lines.index(_FENCE, 1)
    fields = read_yaml("\n".join(lines[1:end]))
    if not isinstance(fields, dict):
        raise Unusable("the lines between the two --- are not fields")
    return fields, "\n".join(lines[end + 1 :]).strip()
