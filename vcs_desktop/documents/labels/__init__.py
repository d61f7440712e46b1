"""Address labels on A4."""

from vcs_desktop.documents.labels.content import SHEETS, Label, LabelSheet, Sheet
from vcs_desktop.documents.labels.files import write_labels

__all__ = ["SHEETS", "Label", "LabelSheet", "Sheet", "write_labels"]
