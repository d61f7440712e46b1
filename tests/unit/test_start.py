"""Setting up on computers of all kinds, without touching this one."""

import ast
import importlib.util
import sys
from pathlib import Path

import pytest

from tests.support.computer import Computer

PROJECT = Path(__file__).resolve().parents[2]
START = PROJECT / "installers" / "start.py"


@pytest.fixture
def start():
    """The set-up file, freshly loaded."""
    spec = importlib.util.spec_from_file_location("start_under_test", START)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def computer(start, tmp_path, monkeypatch):
    """A Linux computer with apt, without a screen, where we are not root and nothing is set up."""
    for name in ("pyproject.toml", *start.LOCKS.values()):
        (tmp_path / name).write_text(name)
    (tmp_path / "resources" / "library").mkdir(parents=True)
    (tmp_path / "resources" / "library" / "facts.yaml").write_text("a: 1")
    fake = Computer(tmp_path)
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "subprocess", fake)
    monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(start.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return fake


def be_root(start, monkeypatch):
    monkeypatch.setattr(start.os, "geteuid", lambda: 0, raising=False)


def be_python(start, monkeypatch, *version):
    monkeypatch.setattr(start.sys, "version_info", version)


def test_an_old_python_understands_the_file_far_enough():
    ast.parse(START.read_text("utf-8"), feature_version=(3, 6))


def test_the_file_needs_nothing_but_the_standard_library():
    tree = ast.parse(START.read_text("utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else map(_name, node.names))
    }
    assert imported <= set(sys.stdlib_module_names)


def _name(alias):
    return alias.name


@pytest.mark.parametrize(
    ("version", "fits"),
    [((3, 6), False), ((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False)],
)
def test_python_3_11_to_3_13_fit(start, version, fits):
    assert start.is_suitable(version) is fits


def test_the_first_time_everything_is_set_up_and_then_opened(start, computer, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    assert start.main([]) == 0
    for step in ("-m venv", "--require-hashes -r", "--no-build-isolation -e", "publishing.starter"):
        assert computer.ran(step)
    assert computer.orders[-1].endswith("-m vcs_desktop")


def test_the_second_time_nothing_is_done_again(start, computer, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    start.main([])
    computer.orders.clear()
    assert start.main([]) == 0
    for step in ("-m venv", "pip install", "publishing.starter"):
        assert not computer.ran(step)


def test_a_changed_lock_is_installed_again(start, computer, tmp_path):
    start.main(["check"])
    (tmp_path / "requirements-lock.txt").write_text("newer")
    computer.orders.clear()
    start.main(["check"])
    assert computer.ran("--require-hashes")
    assert not computer.ran(" -e ")


def test_a_changed_source_of_the_starter_library_builds_it_again(start, computer, tmp_path):
    start.main(["check"])
    (tmp_path / "resources" / "library" / "facts.yaml").write_text("a: 2")
    computer.orders.clear()
    start.main(["check"])
    assert computer.ran("publishing.starter")
    assert not computer.ran("pip install")


def test_a_newer_form_of_the_library_builds_the_starter_library_again(start, computer, tmp_path):
    start.main(["check"])
    form = tmp_path / "vcs_desktop" / "wire" / "manifest.py"
    form.parent.mkdir(parents=True)
    form.write_text("SIZE = 2")
    computer.orders.clear()
    start.main(["check"])
    assert computer.ran("publishing.starter")


def test_a_set_up_that_was_cut_off_is_taken_up_again(start, computer):
    computer.pip_says = "ERROR: [Errno 28] No space left on device"
    assert start.main(["check"]) == 2
    computer.pip_says = ""
    computer.orders.clear()
    assert start.main(["check"]) == 0
    assert computer.ran("--require-hashes")


def test_a_damaged_note_of_what_was_done_only_costs_time(start, computer, tmp_path):
    start.main(["check"])
    (tmp_path / ".venv" / "vcs-desktop-set-up.json").write_text("{")
    assert start.main(["check"]) == 0


def test_testing_installs_the_lock_for_tests_and_runs_every_check(start, computer):
    assert start.main(["--test"]) == 0
    assert computer.ran("requirements-lock-test.txt")
    assert computer.orders[-1].endswith("every_check.py")


def test_the_service_installs_its_own_lock_and_needs_no_window(start, computer):
    computer.lacks = {"libegl1"}
    assert start.main(["--service", "run", "--database", "sqlite:///x.db"]) == 0
    assert computer.ran("requirements-lock-service.txt")
    assert not computer.ran("requirements-lock-test.txt")
    ends = "-m vcs_desktop.app.service_entry run --database sqlite:///x.db"
    assert computer.orders[-1].endswith(ends)


def test_a_laptop_never_installs_what_the_service_needs(start, computer):
    start.main(["check"])
    assert not computer.ran("requirements-lock-service.txt")


def test_after_testing_opening_installs_nothing(start, computer):
    start.main(["--test"])
    computer.orders.clear()
    start.main(["check"])
    assert not computer.ran("pip install")


def test_without_a_screen_the_tour_is_run_and_it_says_so(start, computer, capsys):
    assert start.main([]) == 0
    assert "no screen" in capsys.readouterr().err
    assert " tour --out " in computer.orders[-1]


def test_a_command_needs_no_screen(start, computer):
    start.main(["library", "status"])
    assert computer.orders[-1].endswith("-m vcs_desktop library status")


@pytest.mark.parametrize(
    ("platform", "environment", "there"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_where_there_is_a_screen(start, platform, environment, there):
    assert start.has_screen(platform, environment) is there


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("OSError: [Errno 28] No space left on device", "not enough room"),
        ("NewConnectionError: Temporary failure in name resolution", "online"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "not what it should be"),
        ("ERROR: something quite new", "did not work"),
    ],
)
def test_when_pip_fails_it_is_said_in_words(start, computer, capsys, said, words):
    computer.pip_says = said
    assert start.main([]) == 2
    shown = capsys.readouterr().err
    assert words in shown
    assert said in shown


def test_a_full_disk_is_noticed_before_anything_is_made(start, computer, capsys, monkeypatch):
    monkeypatch.setattr(start, "BYTES_NEEDED", 10**18)
    assert start.main([]) == 2
    assert "not enough room" in capsys.readouterr().err
    assert not computer.ran("-m venv")


def test_a_missing_venv_package_is_named_with_its_command(start, computer, capsys, monkeypatch):
    be_python(start, monkeypatch, 3, 11, 2)
    computer.lacks = {"python3.11-venv"}
    assert start.main([]) == 2
    assert "sudo apt-get install python3.11-venv" in capsys.readouterr().err
    assert not computer.ran("apt-get install")


def test_root_gets_the_missing_venv_package_after_it_was_said(start, computer, capsys, monkeypatch):
    be_python(start, monkeypatch, 3, 11, 2)
    be_root(start, monkeypatch)
    computer.lacks = {"python3.11-venv"}
    assert start.main(["check"]) == 0
    assert "Installing: python3.11-venv" in capsys.readouterr().err
    assert computer.ran("apt-get update")


def test_missing_libraries_of_qt_are_named_with_their_command(start, computer, capsys):
    computer.lacks = {"libegl1"}
    assert start.main(["check"]) == 2
    assert "sudo apt-get install libegl1 libgl1" in capsys.readouterr().err


def test_what_only_a_screen_needs_is_asked_for_only_with_a_screen(start, computer, monkeypatch):
    computer.lacks = {"libxcb-cursor0"}
    assert start.main(["check"]) == 0
    monkeypatch.setenv("DISPLAY", ":0")
    assert start.main(["check"]) == 2
    be_root(start, monkeypatch)
    assert start.main(["check"]) == 0
    assert computer.ran("apt-get install -y")


def test_what_listens_to_the_window_is_needed_for_the_tests_only(start, computer, monkeypatch):
    be_root(start, monkeypatch)
    computer.lacks = {"python3-gi"}
    assert start.main(["check"]) == 0
    assert not computer.ran("apt-get")
    assert start.main(["--test"]) == 0
    assert computer.ran("apt-get install -y")
    computer.orders.clear()
    assert start.main(["--test"]) == 0
    assert not computer.ran("apt-get")


def test_the_tests_go_on_without_what_listens_to_the_window(start, computer, capsys, monkeypatch):
    computer.lacks = {"python3-gi"}
    assert start.main(["--test"]) == 0
    said = capsys.readouterr().err
    assert "sudo apt-get install xvfb dbus at-spi2-core gir1.2-atspi-2.0 python3-gi" in said
    assert "Until then, that test is left out." in said
    assert computer.orders[-1].endswith("every_check.py")
    be_root(start, monkeypatch)
    computer.apt_works = False
    assert start.main(["--test"]) == 0
    assert "That did not work." in capsys.readouterr().err


def test_other_systems_are_not_asked_for_it(start, computer, monkeypatch):
    computer.lacks = {"python3-gi"}
    be_root(start, monkeypatch)
    for other in ("darwin", "win32"):
        monkeypatch.setattr(start.sys, "platform", other)
        start.Home(start.ROOT).check_qt(testing=True)
    monkeypatch.setattr(start.sys, "platform", "linux")
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    start.Home(start.ROOT).check_qt(testing=True)
    assert not computer.ran("apt-get")


def test_when_apt_fails_too_the_command_is_left_to_the_person(start, computer, capsys, monkeypatch):
    be_root(start, monkeypatch)
    computer.lacks = {"libegl1"}
    computer.apt_works = False
    assert start.main(["check"]) == 2
    assert "Try it yourself: sudo apt-get install" in capsys.readouterr().err


def test_without_apt_the_missing_file_is_named(start, computer, capsys, monkeypatch):
    monkeypatch.setattr(start.shutil, "which", lambda name: None)
    computer.lacks = {"libegl1"}
    assert start.main(["check"]) == 2
    assert "libEGL.so.1" in capsys.readouterr().err


def test_an_old_python_hands_over_to_a_newer_one_beside_it(start, computer, monkeypatch):
    be_python(start, monkeypatch, 3, 9, 18)
    assert start.main(["check"]) == 0
    assert computer.orders[-1].startswith("/usr/bin/python3.13 ")
    assert computer.orders[-1].endswith(" check")


def test_a_python_too_new_is_said_with_the_command_that_helps(start, computer, capsys, monkeypatch):
    be_python(start, monkeypatch, 3, 14, 0)
    only_apt = {"apt-get": "/usr/bin/apt-get"}
    monkeypatch.setattr(start.shutil, "which", only_apt.get)
    computer.packages = {"python3.12-venv", "python3.11-venv"}
    assert start.main([]) == 2
    shown = capsys.readouterr().err
    assert "This is Python 3.14. VCS Desktop needs Python 3.11, 3.12 or 3.13." in shown
    assert "sudo apt-get install python3.12 python3.12-venv" in shown


@pytest.mark.parametrize(
    ("platform", "help_"),
    [("win32", "winget install"), ("darwin", "brew install"), ("linux", "python.org")],
)
def test_how_to_get_python_is_said_for_every_system(start, computer, monkeypatch, platform, help_):
    monkeypatch.setattr(start.sys, "platform", platform)
    assert help_ in start.how_to_get_python()


def test_root_gets_a_python_that_fits(start, computer, monkeypatch):
    be_python(start, monkeypatch, 3, 10, 1)
    be_root(start, monkeypatch)
    there = {"apt-get"}
    monkeypatch.setattr(start.shutil, "which", lambda name: name if name in there else None)
    computer.packages = {"python3.11-venv"}
    monkeypatch.setattr(
        start, "install", lambda packages, what: there.update(packages), raising=True
    )
    assert start.main(["check"]) == 0
    assert computer.orders[-1].startswith("python3.11 ")
