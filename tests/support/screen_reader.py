"""Uses the app as a screen reader does: over the accessibility bus, seeing nothing.

Run by the computer's own Python, which has the bus (gi), inside a session bus
of its own: ``dbus-run-session -- python3 screen_reader.py OUT COMMAND…``.
Writes what it heard to OUT, as JSON. Stands alone: it imports nothing of the app.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  only after its version is chosen

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
LONGEST = 60  # seconds, for all of the job
STARTED = time.monotonic()
BUTTONS = ("button", "push button")


def within(node):
    """Give a node and everything in it that is still there."""
    try:
        yield node
        for number in range(node.get_child_count()):
            child = node.get_child_at_index(number)
            if child is not None:
                yield from within(child)
    except gi.repository.GLib.Error:  # it went away meanwhile
        return


def app():
    """Return the app on the bus, or None."""
    desktop = Atspi.get_desktop(0)
    every = (desktop.get_child_at_index(n) for n in range(desktop.get_child_count()))
    return next((each for each in every if each and each.get_name().startswith("VCS")), None)


def find(roles, name):
    """Return the first of these roles on the screen whose name begins so, waiting for it."""
    while time.monotonic() - STARTED < LONGEST:
        root = app()
        for node in within(root) if root else ():
            is_it = node.get_role_name() in roles and (node.get_name() or "").startswith(name)
            if is_it and node.get_state_set().contains(Atspi.StateType.SHOWING):
                return node
        time.sleep(0.25)
    raise SystemExit(f"not heard: {name}")


def press(name):
    """Press a button by its name, as a screen reader does."""
    button = find(BUTTONS, name)
    heard = button.get_name()
    button.get_action_iface().do_action(0)
    return heard


def label_of(node):
    """Return the name of the label of a field, or an empty text."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return ""


def main_job():
    """Find a grant, read why it fits, keep it and take that back; return what was heard."""
    heard = {"window": find(("frame", "window"), "Home").get_name()}
    press("Find grants and contracts")
    cards = find(("list",), "Grants and contracts")
    heard["verdict"] = find(("label",), "You can apply:").get_name()
    heard["card"] = next(
        node.get_name() for node in within(cards) if node.get_role_name() == "list item"
    )
    combos = [node for node in within(app()) if node.get_role_name() == "combo box"]
    heard["combos"] = [label_of(each) for each in combos]
    heard["kept"] = press("Keep: ")
    heard["undo"] = press("Undo: Kept")
    heard["keep again"] = find(BUTTONS, "Keep: ").get_name()
    return heard


def main(out, command):
    """Start a screen, the bus and the app; do the job; leave nothing running."""
    reading, writing = os.pipe()
    started = []
    try:
        screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24"]
        started.append(subprocess.Popen(screen, pass_fds=[writing]))
        os.close(writing)
        display = os.read(reading, 32).decode().strip()
        env = {
            **os.environ,
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        os.environ["DISPLAY"] = env["DISPLAY"]
        started.append(subprocess.Popen([LAUNCHER, "--launch-immediately"], env=env))
        started.append(subprocess.Popen(command, env=env))
        Atspi.init()
        out.write_text(json.dumps(main_job()), "utf-8")
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
