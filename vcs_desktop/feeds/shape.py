"""What a file turned out to be."""

from dataclasses import dataclass, field
from enum import StrEnum


class Family(StrEnum):
    """Whose format it is."""

    OCDS = "OCDS"
    GRANTS = "360Giving"
    CALLS = "funding calls"
    WORKBOOK = "council workbook"
    PLAN = "action plan"
    COMPACT = "agreement"


class Container(StrEnum):
    """How it is written."""

    PACKAGE = "release package"
    RECORDS = "record package"
    LIST = "list of releases"
    RELEASE = "release"
    JSON = "JSON"
    YAML = "YAML"
    CSV = "CSV"
    XLSX = "XLSX"
    DOCX = "DOCX"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file turned out to be.

    ``list_name`` is the JSON list that holds the items: empty when the file is
    the list, None when the file is one item. ``head`` is what it says of all
    its items: ``source`` and ``licence``, where it says so.
    """

    family: Family
    container: Container
    list_name: str | None = None
    head: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The format in words, such as "OCDS release package"."""
        return f"{self.family} {self.container}"
