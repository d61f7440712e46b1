"""The letters: Inter, which travels with the app, and what stands in for it."""

from PySide6.QtGui import QFontDatabase

from vcs_desktop.core.resources import resource

# In order: ours, then what Windows and Linux have for letters that Inter lacks.
FAMILIES = ("Inter", "Segoe UI", "Noto Sans", "sans-serif")
_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")


def load_fonts() -> None:
    """Give Qt our font files; where one is absent the computer's own letters do."""
    for name in _FILES:
        try:
            path = resource(f"fonts/{name}")
        except FileNotFoundError:
            continue
        QFontDatabase.addApplicationFont(str(path))
