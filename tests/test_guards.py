"""What ``conftest.py`` guards against is really found."""

import socket
from pathlib import Path

import pytest

from tests.support.network import NetworkTouched

pytest_plugins = ["pytester"]
GUARDS = Path(__file__).with_name("conftest.py").read_text("utf-8")


def outcome(pytester, test):
    """Run one small test under the same guards and return its outcome."""
    pytester.makeconftest(GUARDS)
    pytester.makeini("[pytest]\nmarkers = logs(pattern): expected in the log\n")
    pytester.makepyfile(test)
    return pytester.runpytest_inprocess(
        "-p", "no:randomly", "-p", "no:cacheprovider"
    ).parseoutcomes()


def test_nothing_outside_this_computer_can_be_reached():
    with pytest.raises(NetworkTouched), socket.socket() as line:
        line.connect(("192.0.2.1", 80))
    with pytest.raises(NetworkTouched):
        socket.getaddrinfo("example.org", 80)


def test_this_computer_itself_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


@pytest.mark.logs("odd")
def test_a_warning_in_the_log_fails_a_test(pytester):
    warns = "import logging\ndef test_it(): logging.getLogger('x').warning('odd')\n"
    assert outcome(pytester, warns) == {"passed": 1, "errors": 1}


@pytest.mark.logs("odd")
def test_a_warning_that_was_announced_does_not(pytester):
    warns = (
        "import logging, pytest\n@pytest.mark.logs('odd')\n"
        "def test_it(): logging.getLogger('x').warning('odd')\n"
    )
    assert outcome(pytester, warns) == {"passed": 1}


def test_a_warning_that_was_announced_and_never_came_fails(pytester):
    silent = "import pytest\n@pytest.mark.logs('odd')\ndef test_it(): pass\n"
    assert outcome(pytester, silent) == {"passed": 1, "errors": 1}


@pytest.mark.parametrize(
    ("last_words", "expected"), [("", {"passed": 1, "errors": 1}), ("d.close()", {"passed": 1})]
)
def test_a_database_left_open_fails_a_test(pytester, last_words, expected):
    opens = (
        "from vcs_desktop.storage.database import Database\n"
        f"def test_it(tmp_path):\n    d = Database(tmp_path / 'a.db')\n    {last_words}\n"
    )
    assert outcome(pytester, opens) == expected
