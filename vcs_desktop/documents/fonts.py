"""The fonts of every document: Inter, and Noto Sans for the letters that Inter lacks."""

from functools import cache
from xml.sax.saxutils import escape

from vcs_desktop.core.resources import resource
from vcs_desktop.documents.printable import JOINERS, called, one_line

REGULAR = "Inter"
SEMIBOLD = "Inter-SemiBold"
BOLD = "Inter-Bold"
FIGURES = "InterTabular"
FIGURES_SEMIBOLD = "InterTabular-SemiBold"
_SPARE = "NotoSans"
_SPARE_BOLD = "NotoSans-Bold"

_FILES = {
    REGULAR: "Inter-Regular.ttf",
    SEMIBOLD: "Inter-SemiBold.ttf",
    BOLD: "Inter-Bold.ttf",
    FIGURES: "InterTabular-Regular.ttf",
    FIGURES_SEMIBOLD: "InterTabular-SemiBold.ttf",
    _SPARE: "NotoSans-Regular.ttf",
    _SPARE_BOLD: "NotoSans-Bold.ttf",
}
_WITHOUT_JOINERS = dict.fromkeys(map(ord, JOINERS))
_INSTEAD = {
    REGULAR: (REGULAR, _SPARE),
    SEMIBOLD: (SEMIBOLD, _SPARE_BOLD),
    BOLD: (BOLD, _SPARE_BOLD),
    FIGURES: (FIGURES, REGULAR, _SPARE),
    FIGURES_SEMIBOLD: (FIGURES_SEMIBOLD, SEMIBOLD, _SPARE_BOLD),
}


@cache
def letters() -> dict[str, frozenset[str]]:
    """Make our fonts known to ReportLab, once, and return the letters that each has.

    Nothing but these files is read by making a document, and no address is ever
    opened: settings found elsewhere on the computer cannot allow it.
    """
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    found: dict[str, frozenset[str]] = {}
    for name, file in _FILES.items():
        font = TTFont(name, str(resource(f"fonts/{file}")))
        pdfmetrics.registerFont(font)
        found[name] = frozenset(map(chr, font.face.charToGlyph))
    return found


class Typesetter:
    """Turns people's words into ReportLab's markup; nothing in them is ever markup itself.

    ``replaced`` says whether any letter was in none of our fonts, so that words in
    square brackets stand in its place.
    """

    def __init__(self) -> None:
        self._letters = letters()
        self.replaced = False

    def markup(self, text: str, font: str = REGULAR) -> str:
        """Return one line's worth of text, escaped, each letter in a font that has it."""
        return "".join(
            escape(words) if name == font else f'<font name="{name}">{escape(words)}</font>'
            for name, words in self.runs(text, font)
        )

    def runs(self, text: str, font: str = REGULAR) -> list[tuple[str, str]]:
        """Return one line's worth of text, not escaped, in pieces, each with its font."""
        line = one_line(text).translate(_WITHOUT_JOINERS)  # they matter only to what is joined
        return [(font, line)] if self._letters[font].issuperset(line) else self._runs(line, font)

    def styled(self, text: str, font: str) -> str:
        """Return the same for a few words inside a paragraph of another font."""
        return f'<font name="{font}">{self.markup(text, font)}</font>'

    def _runs(self, line: str, font: str) -> list[tuple[str, str]]:
        """Split a line where the font must change; a space goes with the letter before it."""
        runs: list[tuple[str, str]] = []
        for letter in line:
            name = runs[-1][0] if runs and letter == " " else self._font_for(letter, font)
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1] + letter)
            else:
                runs.append((name, letter))
        return [(name or font, words if name else self._called(words)) for name, words in runs]

    def _called(self, words: str) -> str:
        """Return what stands for letters that we have no font for."""
        self.replaced = True
        return called(words) + (" " if words.endswith(" ") else "")

    def _font_for(self, letter: str, font: str) -> str:
        """Return the first font that has the letter, or nothing."""
        return next((name for name in _INSTEAD[font] if letter in self._letters[name]), "")
