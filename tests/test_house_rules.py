"""The house keeps its own rules, and each rule bites."""

import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from tests.support.house_rules import Source, complaints_about, read

PROJECT = Path(__file__).resolve().parent.parent
FILES = sorted(
    file
    for place in ("vcs_desktop", "installers", "tests")
    for file in (PROJECT / place).rglob("*.py")
)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_a_file_keeps_the_rules_of_the_house(file):
    assert complaints_about(read(file, PROJECT)) == []


LONG_FUNCTION = "def long():\n" + "    print()\n" * 51
BIG_CLASS = "class Big:\n" + "".join(f"    def m{n}(self): pass\n" for n in range(21))
PAGE = "vcs_desktop/ui/pages/home/page.py"


@pytest.mark.parametrize(
    ("path", "text", "complaint"),
    [
        ("vcs_desktop/core/long.py", "x = 1\n" * 401, "it has 401 lines"),
        ("tests/unit/test_long.py", "x = 1\n" * 401, "it has 401 lines"),
        ("vcs_desktop/core/long.py", LONG_FUNCTION, "long has 52 lines"),
        ("vcs_desktop/core/big.py", BIG_CLASS, "Big has 21 methods"),
        ("vcs_desktop/core/utils.py", "", "the name utils says nothing"),
        ("vcs_desktop/core/date_helpers.py", "", "the name date_helpers says nothing"),
        ("vcs_desktop/common/dates.py", "", "the name common says nothing"),
        ("vcs_desktop/ui/manager.py", "", "the name manager says nothing"),
        ("vcs_desktop/domain/misc.py", "", "the name misc says nothing"),
        (PAGE, "app.processEvents()\n", "line 1 uses processEvents"),
        ("vcs_desktop/services/money.py", "session.commit()\n", "line 1 uses .commit"),
        ("vcs_desktop/services/a.py", "Thread(target=f).start()\n", "line 1 uses Thread"),
        ("vcs_desktop/app/a.py", "import threading as t\nt.Thread()\n", "line 2 uses Thread"),
        ("vcs_desktop/sync/a.py", "threading.Timer(1, f)\n", "line 1 uses threading.Timer"),
        ("vcs_desktop/sync/a.py", "from multiprocessing import Pool\n", "uses multiprocessing"),
        (PAGE, "class Work(QRunnable): pass\n", "line 1 uses QRunnable"),
        (
            "vcs_desktop/feeds/a.py",
            "from concurrent.futures import ThreadPoolExecutor as Pool\n",
            "line 1 imports ThreadPoolExecutor",
        ),
        (PAGE, "QMessageBox.warning(self, 'a', 'b')\n", "line 1 uses QMessageBox"),
        (PAGE, "title = QLabel('hello')\n", "line 1 makes a QLabel"),
        (PAGE, "title = QtWidgets.QLabel('hello')\n", "line 1 makes a QLabel"),
        (PAGE, "class Title(QLabel): pass\n", "line 1 derives from QLabel"),
        (PAGE, "view.setHtml(text)\n", "line 1 uses setHtml"),
        (PAGE, "document.setMarkdown(text)\n", "line 1 uses setMarkdown"),
        (PAGE, "words.setTextFormat(Qt.TextFormat.RichText)\n", "line 1 uses RichText"),
        (PAGE, "view = QTextBrowser()\n", "line 1 makes a QTextBrowser"),
        (PAGE, "class View(QTextEdit): pass\n", "line 1 derives from a text widget"),
        (PAGE, "QDesktopServices.openUrl(url)\n", "line 1 uses QDesktopServices"),
        (PAGE, "card.setStyleSheet('background: #fff')\n", "line 1 writes a colour"),
        (PAGE, "card.setStyleSheet('color: red')\n", "line 1 writes a colour"),
        (PAGE, "pen = QColor(1, 2, 3)\n", "line 1 makes a colour of its own"),
        (PAGE, "pen = Qt.GlobalColor.red\n", "line 1 uses a colour of Qt's"),
        ("vcs_desktop/services/a.py", "import vcs_desktop.server.app\n", "imports the server"),
        ("vcs_desktop/services/a.py", "from vcs_desktop import server\n", "imports the server"),
        (PAGE, "title = label('Good to know')\n", "line 1 has words that are not marked"),
        (PAGE, "more = button('More')\n", "line 1 has words that are not marked"),
        (PAGE, "title.setText(f'{count} are open')\n", "line 1 has words that are not marked"),
        (PAGE, "def f(x):\n    tr(f'Closes {x}')\n", "line 2 gives tr words that are not literal"),
        (PAGE, "def f(words):\n    tr(words)\n", "line 2 gives tr words that are not literal"),
        (PAGE, "def f():\n    tr('')\n", "line 2 gives tr words that are not literal"),
        (PAGE, "def f(x):\n    tr('Closes {when}')\n", "line 2 has no value for when"),
        (PAGE, "def f(x):\n    tr('Closes', day=x)\n", "line 2 has a value that nothing asks"),
        (PAGE, "def f(x):\n    f'{tr(\"Good\")}'\n", "line 2 has a mark inside an f-string"),
        (PAGE, "TITLE = tr('Good to know')\n", "line 1 says words before the language is known"),
        (PAGE, "def f(a=tr('Good')): pass\n", "line 1 says words before the language is known"),
        (
            "vcs_desktop/services/a.py",
            "from vcs_desktop.core.language import tr as _\n",
            "line 1 hides tr behind another name",
        ),
    ],
)
def test_a_file_that_breaks_a_rule_is_found(path, text, complaint):
    found = complaints_about(Source(PurePosixPath(path), text))
    assert len(found) == 1
    assert complaint in found[0]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("vcs_desktop/ui/background.py", "ThreadPoolExecutor(max_workers=1)\n"),
        ("vcs_desktop/server/jobs.py", "Thread(target=f)\n"),
        ("vcs_desktop/app/a.py", "from vcs_desktop.server import running\n"),
        ("vcs_desktop/ui/say.py", "box = QMessageBox(parent)\n"),
        ("vcs_desktop/ui/widgets/basics.py", "made = QLabel(text)\n"),
        ("vcs_desktop/ui/theme/tokens.py", "INK = '#1B2328'\n"),
        ("vcs_desktop/services/a.py", "stop = threading.Event()\nlock = threading.Lock()\n"),
        (
            PAGE,
            "pause = QTimer(self)\ncolour = look.colour('ink')\nlot = marked('Lot #12 on sale')\n",
        ),
        (PAGE, "pixmap.fill(Qt.GlobalColor.transparent)\n"),
        (PAGE, "def f(count):\n    tr_count('{count} is open', '{count} are open', count)\n"),
        (PAGE, "TITLES = {'council money': marked('Council money')}\n"),
        ("vcs_desktop/core/documented.py", 'def f():\n    """Say."""\n' + "    print()\n" * 49),
        ("tests/unit/test_a.py", "qapp.processEvents()\n"),
    ],
)
def test_what_a_rule_allows_passes(path, text):
    assert complaints_about(Source(PurePosixPath(path), text)) == []


# One bad file for each contract: what it is called, what it wrongly imports.
BAD_IMPORTS = {
    "core/upward.py": ("vcs_desktop.domain", "Imports go downward only"),
    "feeds/sideways.py": ("vcs_desktop.documents", "Imports go downward only"),
    "publishing/upward.py": ("vcs_desktop.services", "Publishing uses only the formats"),
    "storage/wing.py": ("vcs_desktop.publishing", "Only app and services may import publishing"),
    "server/upward.py": ("vcs_desktop.storage", "The server uses only the formats, the rules"),
    "server/client.py": ("requests", "The server asks nobody"),
    "sync/wing.py": ("vcs_desktop.server", "Only app may import the server"),
    "app/web.py": ("fastapi", "What serves the web only in the server"),
    "services/window.py": ("PySide6", "Qt only in ui and app"),
    "services/sql.py": (
        "sqlalchemy",
        "SQLAlchemy, Alembic and SQLCipher only in storage and the server",
    ),
    "app/sql.py": (
        "sqlcipher3",
        "SQLAlchemy, Alembic and SQLCipher only in storage and the server",
    ),
    "feeds/fetch.py": ("requests", "Requests only in sync and publishing"),
    "core/fetch.py": ("requests", "Requests only in sync and publishing"),
    "storage/lock.py": ("vcs_desktop.vault", "Imports go downward only"),
    "vault/rows.py": ("vcs_desktop.storage", "Imports go downward only"),
    "vault/file.py": (
        "sqlcipher3",
        "SQLAlchemy, Alembic and SQLCipher only in storage and the server",
    ),
    "sync/secret.py": ("keyring", "Keyring, PyNaCl and zxcvbn only in the vault"),
    "services/seal.py": ("nacl", "Keyring, PyNaCl and zxcvbn only in the vault"),
    "ui/strength.py": ("zxcvbn", "Keyring, PyNaCl and zxcvbn only in the vault"),
    "ui/unlock.py": ("vcs_desktop.vault", "The window reaches services, domain and core only"),
    "services/paper.py": ("reportlab", "Writers of documents only in documents"),
    "app/sheet.py": ("openpyxl", "Spreadsheets only in documents and feeds"),
    "documents/read.py": ("ocdsmerge", "Readers of other people's formats only in feeds"),
    "ui/shortcut.py": ("vcs_desktop.storage", "The window reaches services, domain and core only"),
    "ui/pages/home.py": ("vcs_desktop.ui.pages.funding", "Pages do not import one another"),
}
FLOORS = (
    "app", "core", "documents", "domain", "feeds", "publishing", "server", "services", "storage",
    "sync",
    "ui", "ui/pages", "ui/pages/funding", "vault", "wire",
)  # fmt: skip


@pytest.fixture(scope="module")
def verdict_on_a_bad_house(tmp_path_factory):
    """What the import contracts say about a house in which every one is broken."""
    house = tmp_path_factory.mktemp("bad_house")
    package = house / "vcs_desktop"
    for folder in ("", *FLOORS):
        (package / folder).mkdir(exist_ok=True)
        (package / folder / "__init__.py").touch()
    for name, (imported, _) in BAD_IMPORTS.items():
        (package / name).write_text(f"import {imported}\n")
    # The one module that may: what a contract leaves out must be there.
    allowed = "http, requests, socket, truststore, urllib3"
    (package / "core/web_session.py").write_text(f"import {allowed}\n")
    (package / "attic").mkdir()
    (package / "attic" / "__init__.py").touch()
    return _lint(house)


def _lint(house):
    """Run the project's import contracts in a folder."""
    settings = PROJECT / "pyproject.toml"
    order = f"import sys; sys.path[:0] = [{str(house)!r}]; from importlinter.cli import "
    order += (
        f"lint_imports; sys.exit(lint_imports(config_filename={str(settings)!r}, no_cache=True))"
    )
    run = subprocess.run(
        [sys.executable, "-P", "-c", order], cwd=house, capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr


@pytest.mark.parametrize("name", BAD_IMPORTS)
def test_an_import_that_goes_the_wrong_way_is_found(verdict_on_a_bad_house, name):
    _, contract = BAD_IMPORTS[name]
    module = "vcs_desktop." + name.removesuffix(".py").replace("/", ".")
    assert f"{contract}" in verdict_on_a_bad_house
    assert module in verdict_on_a_bad_house
    assert any(
        line.startswith(contract) and "BROKEN" in line
        for line in verdict_on_a_bad_house.splitlines()
    )


def test_a_folder_that_is_no_floor_is_found(verdict_on_a_bad_house):
    assert "vcs_desktop.attic" in verdict_on_a_bad_house


def test_the_house_itself_keeps_its_contracts():
    assert "0 broken" in _lint(PROJECT)
