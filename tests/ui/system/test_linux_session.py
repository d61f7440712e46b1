"""On a bus of its own with a logind that behaves, the app hears when a person goes away."""

import shutil
import subprocess

import pytest

pytest.importorskip("PySide6.QtDBus")
if shutil.which("dbus-daemon") is None:
    pytest.skip("no dbus-daemon on this computer", allow_module_level=True)

from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject

from vcs_desktop.ui.system.linux_session import LOGIND, PROPERTIES, SAVERS, SESSION, LinuxSession

ROOT = "/org/freedesktop/login1"
OURS, THEIRS = f"{ROOT}/session/_31", f"{ROOT}/session/_32"


class Logind(QDBusVirtualObject):
    """Answers as logind does, of two sessions: ours and somebody else's."""

    def __init__(self, bus):
        super().__init__()
        self.bus = bus
        self.asked = []
        self.properties = {"Id": "1", "Active": True, "LockedHint": False}
        bus.registerVirtualObject(ROOT, self, QDBusConnection.VirtualObjectRegisterOption.SubPath)
        bus.registerService(LOGIND)

    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):  # noqa: N802
        given = message.arguments()
        self.asked.append((message.member(), *given))
        if message.member() == "GetSession" and given == ["1"]:
            answer = message.createReply(OURS)
        elif message.member() == "Get" and message.path() in (OURS, f"{ROOT}/session/auto"):
            answer = message.createReply(QDBusVariant(self.properties[given[1]]))
        else:
            answer = message.createErrorReply(f"{LOGIND}.NoSuchSession", "No such session")
        connection.send(answer)
        return True

    def change(self, path, **properties):
        self.properties |= properties
        self.say(path, PROPERTIES, "PropertiesChanged", SESSION, properties, [])

    def say(self, path, interface, name, *given):
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(given))
        self.bus.send(signal)


@pytest.fixture
def bus(tmp_path):
    """A way to connect to a bus of its own, by a name."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    address, names = daemon.stdout.readline().strip(), []

    def connected(name):
        names.append(f"{tmp_path}{name}")
        return QDBusConnection.connectToBus(address, names[-1])

    yield connected
    for name in names:
        QDBusConnection.disconnectFromBus(name)
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture(params=["named", "unnamed"])
def own_name(request, monkeypatch):
    """The session is named in the environment, or is not."""
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    if request.param == "named":
        monkeypatch.setenv("XDG_SESSION_ID", "1")


@pytest.fixture
def logind(bus, qapp):
    return Logind(bus("logind"))


@pytest.fixture
def gone(bus, logind, own_name, qtbot):
    """How often the person went away, counted by an app that knows which session is its own."""
    counted = []
    session = LinuxSession(bus("ours"), bus("desktop"))
    session.listen(lambda: counted.append(1))
    qtbot.waitUntil(lambda: session._session == OURS)
    counted.append(session)
    yield counted
    session.stop()


def times(gone):
    return len(gone) - 1


def test_sleep_is_heard_when_it_begins_and_not_when_it_ends(gone, logind, qtbot):
    logind.say(ROOT, f"{LOGIND}.Manager", "PrepareForSleep", False)
    logind.say(ROOT, f"{LOGIND}.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: times(gone) == 1)


def test_our_own_session_being_locked_is_heard_and_another_users_is_not(gone, logind, qtbot):
    logind.say(THEIRS, SESSION, "Lock")
    logind.say(OURS, SESSION, "Unlock")
    logind.say(OURS, SESSION, "Lock")
    qtbot.waitUntil(lambda: times(gone) == 1)


def test_another_user_taking_over_is_heard(gone, logind, qtbot):
    logind.change(THEIRS, Active=True)
    logind.change(OURS, Active=False)
    qtbot.waitUntil(lambda: times(gone) == 1)
    logind.change(OURS, Active=True, LockedHint=True)
    qtbot.waitUntil(lambda: times(gone) == 2)


def test_coming_back_is_not_going_away(gone, logind, qtbot):
    logind.asked.clear()
    logind.change(OURS, Active=True, LockedHint=False)
    qtbot.waitUntil(lambda: len(logind.asked) == 2)
    logind.say(ROOT, f"{LOGIND}.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: times(gone) == 1)


@pytest.mark.parametrize("saver", SAVERS)
def test_every_screen_saver_is_heard(gone, logind, qtbot, saver):
    logind.say("/ScreenSaver", saver, "ActiveChanged", False)
    logind.say("/org/x/ScreenSaver", saver, "ActiveChanged", True)
    qtbot.waitUntil(lambda: times(gone) == 1)


def test_after_stopping_nothing_is_heard(gone, logind, qtbot):
    gone[0].stop()
    gone[0].stop()
    logind.say(ROOT, f"{LOGIND}.Manager", "PrepareForSleep", True)
    other = LinuxSession(logind.bus, logind.bus)
    heard = []
    other.listen(lambda: heard.append(1))
    logind.say(ROOT, f"{LOGIND}.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: heard == [1])
    other.stop()
    assert times(gone) == 0


def test_without_logind_only_the_desktop_is_heard(bus, qtbot, caplog):
    heard = []
    session = LinuxSession(bus("ours"), bus("desktop"))
    session.listen(lambda: heard.append(1))
    qtbot.waitUntil(lambda: not session._asked)
    signal = QDBusMessage.createSignal("/ScreenSaver", SAVERS[0], "ActiveChanged")
    signal.setArguments([True])
    bus("desktop's").send(signal)
    qtbot.waitUntil(lambda: heard == [1])
    session.stop()


def test_without_any_bus_nothing_happens(qapp, tmp_path):
    none = QDBusConnection.connectToBus(f"unix:path={tmp_path / 'none'}", f"{tmp_path}")
    assert not none.isConnected()
    session = LinuxSession(none, none)
    session.listen(lambda: pytest.fail("nobody can have said it"))
    session.stop()
