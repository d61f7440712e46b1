"""A library that comes from outside: dropped, by a double click, or by a second start."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalSocket

from tests.support.library_examples import call
from tests.support.library_window import drag
from tests.support.open_practice import open_practice
from tests.support.signed_trees import Office, pack
from vcs_desktop.app.cli_arguments import parser, with_file
from vcs_desktop.app.handed_over import MOST_BYTES, message_for, path_in
from vcs_desktop.app.instance import Instance
from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.background import Tasks


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "tree")
    made.publish(call("halls"))
    return made


@pytest.fixture
def stick(office, tmp_path):
    return pack(office.folder, tmp_path / "Our library (1).vcslibrary")


@pytest.fixture
def real_window(tmp_path, qtbot):
    folder = DataFolder(tmp_path / "data")
    folder.make()
    parts, tasks = Parts(folder, FixedClock.on(date(2026, 11, 22))), Tasks()
    window = build_window(parts, tasks, SettingsFile(folder.settings_file))
    window.parts = parts
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    end(window, tasks, parts)


@pytest.fixture
def offered(real_window, qtbot):
    """Wait until a library is offered on its page."""

    def wait():
        qtbot.waitUntil(lambda: real_window.stack.place_id == "library", timeout=10_000)
        page = real_window.page()
        qtbot.waitUntil(page.arrivals.card.isVisible, timeout=10_000)
        return page.arrivals.card

    return wait


@pytest.mark.parametrize("place", ["home", "funding", "learning", "facts", "settings", "help"])
def test_a_library_dropped_anywhere_is_offered(real_window, offered, stick, place):
    page = real_window.open_place(place)
    assert drag(page.body_area, [stick])
    assert offered().name.text() == "Oxfordshire practice council"


def test_it_can_be_dropped_on_the_frame_too_and_as_a_folder(real_window, offered, office):
    assert drag(real_window.navigation, [office.folder])
    offered()


def test_other_files_are_left_to_the_pages_that_take_them(real_window, tmp_path):
    sheet = tmp_path / "grants.csv"
    sheet.write_text("grantName\nHalls\n", "utf-8")
    home = real_window.open_place("home")
    assert not drag(home.body_area, [sheet])
    assert not drag(home.body_area, [tmp_path])  # a folder of anything
    funding = real_window.open_place("funding")
    assert drag(funding.body_area, [sheet, tmp_path / "a.vcslibrary"], drop=False)
    assert drag(funding.body_area, [sheet])
    assert funding.load_panel.progress.words.text() == "Reading “grants.csv”"
    assert real_window.stack.place_id == "funding"


def test_a_page_that_keeps_papers_keeps_what_is_dropped_on_it(real_window, stick, qtbot):
    open_practice(real_window, real_window.parts, qtbot)
    page = real_window.open_place("documents")
    assert drag(page.body_area, [stick])
    assert real_window.stack.place_id == "documents"


def test_the_menu_the_settings_and_the_status_line_lead_to_the_library(real_window, qtbot):
    real_window.resize(1366, 671)
    line = real_window.status_bar.library
    qtbot.waitUntil(line.isVisible, timeout=10_000)
    go = real_window.menu_bar.places
    entry = next(each for each in go.actions() if each.text() == "&Library")
    settings = real_window.open_place("settings")
    for way in (line.click, entry.trigger, settings.library_button.click):
        real_window.open_place("settings")
        way()
        assert real_window.stack.place_id == "library"


LINE = ["--data-dir", "D"]


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        (["a.vcslibrary"], "a.vcslibrary"),
        ([*LINE, "/m/Our Library.VCSLIBRARY"], "/m/Our Library.VCSLIBRARY"),
        (["-odd.vcslibrary"], "-odd.vcslibrary"),
        (["--open", "a.vcslibrary"], "a.vcslibrary"),
        (LINE, None),
    ],
)
def test_a_library_that_stands_alone_opens_the_window_with_it(words, opened):
    understood = parser().understood(with_file(words))
    assert understood.command is None
    assert understood.open == (opened and Path(opened))


@pytest.mark.parametrize(
    "words",
    [["library", "import", "a.vcslibrary"], ["library", "load", "b.csv", "a.vcslibrary"],
     ["--data-dir", "a.vcslibrary"]],
)  # fmt: skip
def test_where_a_command_wants_the_file_it_is_the_commands(words):
    assert with_file(words) == words


@pytest.fixture
def first(qapp, tmp_path):
    """The window that has the folder."""
    (tmp_path / "data").mkdir()
    instance = Instance(DataFolder(tmp_path / "data"))
    assert instance.take()
    instance.listen()
    yield instance
    instance.let_go()


def start(folder, *words, cwd=None):
    project = Path(__file__).resolve().parents[3]
    order = [sys.executable, "-m", "vcs_desktop", "--data-dir", str(folder), *words]
    return subprocess.Popen(order, cwd=cwd, env={**os.environ, "PYTHONPATH": str(project)})


def test_a_second_start_hands_its_file_to_the_window_that_is_open(first, stick, tmp_path, qtbot):
    came_forward = []
    first.asked_to_come_forward.connect(lambda: came_forward.append(True))
    # As it was typed, which is not where this window was started.
    with qtbot.waitSignal(first.asked_to_open, timeout=60_000) as told:
        second = start(tmp_path / "data", stick.name, cwd=tmp_path)
    assert second.wait(60) == 0
    assert told.args == [stick]
    assert came_forward == [True]


def test_the_first_start_with_a_file_shows_what_it_holds(real_window, offered, stick, tmp_path):
    from vcs_desktop.app.main import _offer

    _offer(real_window, tmp_path / "absent.vcslibrary")
    _offer(real_window, stick)
    offered()


def say(instance, qtbot, *pieces, hang_up=True):
    """Say something to a window as any program could, and wait until it has hung up."""
    socket = QLocalSocket()
    socket.connectToServer(instance._address)
    assert socket.waitForConnected(2_000)
    for piece in pieces:
        socket.write(piece)
        socket.flush()
    if hang_up:
        qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    return socket


HOSTILE = [
    b"open relative.vcslibrary\n",
    b"open /etc/passwd\n",
    b"open /tmp/a.vcslibrary\x00\n",
    b"open /tmp/a.vcslibrary\nopen /tmp/b.vcslibrary\n",
    b"open /tmp/\xff.vcslibrary\n",
    b"open \n",
    b"open\n",
    b"quit\n",
    b"\n",
    b"open //server/share/a.vcslibrary\n",
    b"open \\\\server\\share\\a.vcslibrary\n",
    b"open https://example.org/a.vcslibrary\n",
    "open /tmp/\u202eyrarbilscv.vcslibrary\n".encode(),
    b"open /" + b"x" * MOST_BYTES + b".vcslibrary\n",
    b"x" * (MOST_BYTES * 4),
]


@pytest.mark.parametrize("message", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_else_is_said_only_brings_the_window_forward(first, qtbot, message):
    with (
        qtbot.assertNotEmitted(first.asked_to_open),
        qtbot.waitSignal(first.asked_to_come_forward),
    ):
        say(first, qtbot, message)


def test_a_path_in_pieces_is_put_together(first, qtbot, stick):
    whole = message_for(stick)
    with qtbot.waitSignal(first.asked_to_open) as told:
        say(first, qtbot, whole[:3], whole[3:20], whole[20:])
    assert told.args == [stick]


def test_who_says_nothing_is_let_go_and_keeps_nobody_out(first, qtbot, stick, monkeypatch):
    monkeypatch.setattr("vcs_desktop.app.instance._LONGEST_WAIT_MS", 100)
    idle = [say(first, qtbot, b"open ", hang_up=False) for _ in range(20)]
    unconnected = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: all(each.state() == unconnected for each in idle))
    with qtbot.waitSignal(first.asked_to_open):
        say(first, qtbot, message_for(stick))


@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda rest: b"open /" + rest + b"\n"))
def test_only_one_plain_local_path_ever_comes_out(message):
    path = path_in(message)
    if path is not None:
        assert path.is_absolute()
        assert path.suffix.casefold() in (".vcslibrary", ".vcschanges")
        assert str(path).isprintable()
        assert not str(path).startswith(("//", "\\\\"))


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=40))
def test_what_can_be_said_is_heard_as_it_was(name):
    path = Path("/sticks") / f"{name.replace('/', '')}.vcslibrary"
    message = message_for(path)
    assert message == b"" or path_in(message) == path


def test_what_cannot_be_said_is_not_said_otherwise():
    assert message_for(Path("/tmp/a\nb.vcslibrary")) == b""
    assert message_for(Path("/tmp") / ("x" * MOST_BYTES + ".vcslibrary")) == b""
    assert message_for(Path("/tmp/a.vcslibrary")) == b"open /tmp/a.vcslibrary\n"


def test_changes_of_a_group_lead_to_where_a_group_is_opened(real_window, tmp_path):
    changes = tmp_path / "tea.vcschanges"
    changes.write_bytes(b"")
    assert drag(real_window.open_place("home").body_area, [changes])
    assert real_window.stack.place_id == "groups"
    assert "Open your group first." in real_window.status_bar.currentMessage()


def test_changes_of_an_open_group_come_in_on_its_page(real_window, tmp_path, qtbot):
    changes = tmp_path / "tea.vcschanges"
    changes.write_bytes(b"no changes")
    open_practice(real_window, real_window.parts, qtbot)
    assert drag(real_window.open_place("home").body_area, [changes])
    assert real_window.stack.place_id == "our-group"
    message = real_window.page().sections.open("laptops").message
    qtbot.waitUntil(message.isVisible, timeout=10_000)
    assert "on this laptop only" in message.words.text()  # the practice group is shared with nobody


def test_a_double_click_on_changes_opens_them():
    said = with_file(["tea.vcschanges"])
    assert parser().parse_args(said).open == Path("tea.vcschanges")
