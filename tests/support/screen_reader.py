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
from itertools import pairwise
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  only after its version is chosen

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
TELL_THE_BUS = "dbus-update-activation-environment"
LONGEST = 100  # seconds, for all of the jobs
STARTED = time.monotonic()
WINDOWS = ("frame", "window")
BUTTONS = ("button", "push button")
GUIDE, FACT = "A budget that covers the full cost", "Population of Cherwell"
MOST_QUESTIONS = 8
TOO_FAR = 4
RUNNING = []  # the app, once it has been started


def within(node):
    """Give a node and all in it that is on the screen: what is not there holds nothing that is."""
    try:
        if not node.get_state_set().contains(Atspi.StateType.SHOWING):
            return
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


def shown(roles, name=""):
    """Give what has one of these roles and begins with this name, and is on the screen."""
    root = app()
    for node in within(root) if root else ():
        try:
            if node.get_role_name() in roles and (node.get_name() or "").startswith(name):
                yield node
        except gi.repository.GLib.Error:  # it went away meanwhile
            continue


def look_again_soon():
    """Let the other process go on: it is asked over a bus, and nothing tells when it has."""
    for process in RUNNING:
        if process.poll() is not None:
            raise SystemExit(f"the app has ended by itself: {process.returncode}")
    time.sleep(0.1)


def find(roles, *names):
    """Return the first of these roles on the screen whose name begins so, waiting for it."""
    while time.monotonic() - STARTED < LONGEST:
        for name in names:
            for node in shown(roles, name):
                return node
        look_again_soon()
    heard = [node.get_name() for node in shown(roles)]
    raise SystemExit(f"not heard: {' or '.join(names)}; but: {heard}")


def hear(*names):
    """Wait for a line of words that begins so, and return all of it."""
    return find(("label",), *names).get_name()


def press(name, roles=BUTTONS):
    """Press a button by its name, as a screen reader does."""
    button = find(roles, name)
    heard = button.get_name()
    button.get_action_iface().do_action(0)
    return heard


def select(name_of_list, name):
    """Select a row of a list by how its words begin, and return all of them."""
    while time.monotonic() - STARTED < LONGEST:
        if heard := selected(find(("list",), name_of_list), name):
            return heard
        look_again_soon()
    raise SystemExit(f"not heard in {name_of_list}: {name}")


def selected(rows, name):
    """Select the row whose words begin so, and return all of them; None where there is none."""
    try:
        for number in range(rows.get_child_count()):
            row = rows.get_child_at_index(number)
            if row is not None and row.get_name().startswith(name):
                rows.get_selection_iface().select_child(number)
                return row.get_name()
    except gi.repository.GLib.Error:  # it went away meanwhile
        return None


def label_of(node):
    """Return the name of the label of a field, or an empty text."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name()
    return ""


def keep_a_grant():
    """Find a grant, read why it fits, keep it and take that back."""
    heard = {"window": find(WINDOWS, "Home").get_name()}
    press("Find grants and contracts")
    cards = find(("list",), "Grants and contracts")
    heard["verdict"] = hear("You can apply:")
    heard["card"] = next(
        node.get_name() for node in within(cards) if node.get_role_name() == "list item"
    )
    combos = [node for node in within(app()) if node.get_role_name() == "combo box"]
    heard["combos"] = [label_of(each) for each in combos if label_of(each) in ("Area", "Sort")]
    heard["kept"] = press("Keep: ")
    heard["undo"] = press("Undo: Kept")
    heard["keep again"] = find(BUTTONS, "Keep: ").get_name()
    return heard


def read_a_guide():
    """Read a guide and do its check: try answers until one is right, question by question."""
    select("Places", "Learning")
    heard = {"window": find(WINDOWS, "Learning").get_name()}
    heard["row"] = select("Guides", GUIDE)
    hear(GUIDE)
    press("Read this guide")
    find(("list",), "Headings of this text")
    heard["text"] = longest_text(GUIDE)
    press("Do the check")
    heard["questions"], heard["feedback"] = [], []
    for number in range(1, MOST_QUESTIONS):
        heard["questions"].append(hear(f"Question {number} of "))
        heard["feedback"].append(answer())
        if press_next() == "See how it went":
            break
    heard["score"] = hear("You had ")
    return heard


def longest_text(name):
    """Return what is to be read under a name: its title has the same, and is short."""
    texts = [node.get_text_iface() for node in shown(("label", "text"), name)]
    return max((text.get_text(0, text.get_character_count()) for text in texts if text), key=len)


def answer():
    """Choose one answer after another until one is right; return what was said of each."""
    said = [("", "")]
    for option in list(shown(("radio button",))):
        option.get_action_iface().do_action(0)
        press("Check my answer")
        said.append(hear_feedback(said[-1]))
        if said[-1][0] == "That is right.":
            return said[1:]
    raise SystemExit(f"no answer is right: {said}")


def hear_feedback(before):
    """Return what is said of an answer and why, once it is no more what was said before.

    It is heard twice: of what is read while it changes, one half is old.
    """
    heard = before
    while time.monotonic() - STARTED < LONGEST:
        last, heard = heard, feedback()
        if heard == last and heard not in (before, None):
            return heard
        look_again_soon()
    raise SystemExit(f"not heard: what an answer is worth; before: {before}")


def feedback():
    """Return what is said of an answer and why, as it is now, or None."""
    words = [node.get_name() for node in shown(("label",))]
    verdicts = ("That is right.", "Not quite.")
    return next(((said, why) for said, why in pairwise(words) if said in verdicts), None)


def press_next():
    """Go on to the next question, or to the end."""
    return press(find(BUTTONS, "Next question", "See how it went").get_name())


def copy_a_fact():
    """Choose a figure, hear where it is from, and copy it."""
    select("Places", "Local facts")
    heard = {"window": find(WINDOWS, "Local facts").get_name()}
    heard["row"] = select("Facts", FACT)
    heard["button"] = press(f"Copy with its source: {FACT}")
    heard["copied"] = hear("Copied with its source")
    return heard


def ask_too_far():
    """Ask for more than is there, as one does who counted before something went.

    Return of how many things it was asked, and what came.
    """
    every = list(within(app()))
    came = [name for node in every for name in behind_the_last(node)]
    look_again_soon()
    return {"asked": len(every), "came": came, "window": find(WINDOWS, "Local facts").get_name()}


def behind_the_last(node):
    """Return what a node gives when it is asked for more than is in it."""
    try:
        count = node.get_child_count()
        asked = [node.get_child_at_index(count + number) for number in range(TOO_FAR)]
        return [thing.get_name() for thing in asked if thing is not None]
    except gi.repository.GLib.Error:  # it went away meanwhile
        return []


def main(out, command):
    """Start a screen, the bus and the app; do the jobs; leave nothing running."""
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
        # Whoever asks for the accessibility bus first starts it: it has to know the screen too.
        subprocess.run([TELL_THE_BUS, "DISPLAY"], env=env, check=True)
        started.append(subprocess.Popen([LAUNCHER, "--launch-immediately"], env=env))
        started.append(subprocess.Popen(command, env=env))
        RUNNING.append(started[-1])
        Atspi.init()
        jobs = keep_a_grant, read_a_guide, copy_a_fact, ask_too_far
        heard = {job.__name__: job() for job in jobs}
        out.write_text(json.dumps(heard), "utf-8")
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
