"""Paragraphs of Word files in scripts that are read from right to left."""

from typing import Any

from docx.oxml import OxmlElement

from vcs_desktop.documents.printable import reads_from_right

_AFTER = (
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
"""What stands after the direction of a paragraph. Source: ECMA-376, part 1, 17.3.1.26."""


def turned(paragraph: Any) -> Any:
    """Return a paragraph that is read as its first letter is; one from left to right as it was."""
    if reads_from_right(paragraph.text):
        about = paragraph._p.get_or_add_pPr()  # noqa: SLF001  python-docx has no name for it
        about.insert_element_before(OxmlElement("w:bidi"), *(f"w:{each}" for each in _AFTER))
        for run in paragraph.runs:
            run.font.rtl = True
    return paragraph
