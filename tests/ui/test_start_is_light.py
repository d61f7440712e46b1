"""The window is on the screen before anything heavy is imported."""

import subprocess
import sys

HEAVY = (
    "sqlalchemy", "alembic", "sqlcipher3", "reportlab", "openpyxl", "keyring", "PIL", "yaml",
    "requests", "icalendar", "ocdsmerge", "ftfy", "nacl", "zxcvbn",
)  # fmt: skip

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.page import Page

app = QApplication([])
specs = [PageSpec("home", "Home", "house", lambda: Page("Home"), "Ctrl+1")]
window = MainWindow(specs, Tasks(), SettingsFile(Path(sys.argv[1])), ("Us", ""))
window.painted.connect(app.quit)
window.show()
app.exec()
print(sorted(set(sys.argv[2:]) & set(sys.modules)))
window.close()
"""


def test_nothing_heavy_is_imported_before_the_window_is_painted(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "settings.json"), *HEAVY],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == "[]"
