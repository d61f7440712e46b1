"""What holds for every test: no screen, no network, no stray warning, no database left open."""

import gc
import gettext
import logging
import os
import re
import sys
from functools import lru_cache, partial

import pytest
import zxcvbn
from hypothesis import HealthCheck, settings

from tests.support.compiled_once import compile_once
from tests.support.in_memory import write_in_memory
from tests.support.network import refuse_the_network
from tests.support.pseudo_language import PseudoLanguage
from vcs_desktop.core import language

os.environ["QT_QPA_PLATFORM"] = "offscreen"

# How long an example takes says more about the machine than about the code.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
sys.addaudithook(refuse_the_network)
write_in_memory()


# As the window does (``ui/tidying.py``): what is Qt's is never thrown away in the middle of Qt's
# own work, nor from another thread.
gc.disable()
# Most tests leave next to nothing, and to look for it takes as long as three of them.
_TESTS_BETWEEN, _WORTH_A_LOOK = 10, 20_000
_finished = 0
_ROOM_BYTES = 1 << 16


# What takes longest is begun first: at the end one worker would wait for the other to finish it.
_FIRST = {
    "test_hostile_library", "test_tour", "test_hostile_text", "test_benchmarks",
    "test_sentinels_of_the_window", "test_backup_kills", "test_hostile_papers",
    "test_accessibility_of_pages", "test_words_of_every_page", "test_right_to_left",
    "test_laptops_in_any_order", "test_laptop_kills", "test_arrivals", "test_vault_kills",
    "test_record_kills", "test_publisher_workbook_any", "test_fuzzed_arrivals",
    "test_published_description", "test_bring_in_actions", "test_arrivals_in_any_order",
}  # fmt: skip


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Keep the order that chance gave, but for those."""
    items.sort(key=lambda item: item.path.stem not in _FIRST)


def pytest_collection_finish(session):
    """Look no more through what stays to the end: all modules, and the tests themselves.

    There is more of that than of anything else, and it was looked through every ten tests.
    """
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()


def pytest_runtest_logfinish(nodeid, location):
    """Throw away what nobody holds, now that nothing of Qt's is at work."""
    global _finished  # noqa: PLW0603  pytest keeps no place of ours for a count
    _finished += 1
    if _finished >= _TESTS_BETWEEN and gc.get_count()[0] > _WORTH_A_LOOK:
        _finished = 0
        gc.collect()


class _Warnings(logging.Handler):
    """Keeps every warning and error that is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(scope="session", autouse=True)
def compiled_once():
    """Compile a statement once a process, whatever files it is asked of."""
    with pytest.MonkeyPatch.context() as patched:
        compile_once(patched)
        yield


@pytest.fixture(scope="session", autouse=True)
def judged_once():
    """Judge the secret words of the tests once a process: most groups have the same."""
    with pytest.MonkeyPatch.context() as patched:
        judge = zxcvbn.zxcvbn
        known = lru_cache(lambda words, tried_first: judge(words, user_inputs=list(tried_first)))
        patched.setattr(zxcvbn, "zxcvbn", lambda words, user_inputs: known(words, (*user_inputs,)))
        yield


@pytest.fixture(scope="session", autouse=True)
def a_little_room():
    """Keep a little room free beside the groups of tests: to write 32 MB takes half a second.

    How much it really is, and that it is written, ``test_room.py`` says.
    """
    from vcs_desktop.services.groups import room, service

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(service, "Ballast", partial(room.Ballast, size_bytes=_ROOM_BYTES))
        yield


@pytest.fixture(autouse=True)
def no_stray_warning(request):
    """Fail a test that logs a warning which it did not announce with ``@pytest.mark.logs``."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    expected = [mark.args[0] for mark in request.node.iter_markers("logs")]
    stray = [words for words in handler.said if not any(re.search(p, words) for p in expected)]
    assert not stray, f"unexpected in the log: {stray}"
    missing = [p for p in expected if not any(re.search(p, words) for words in handler.said)]
    assert not missing, f"expected in the log, but not there: {missing}"


@pytest.fixture(autouse=True)
def every_database_closed(monkeypatch):
    """Fail a test that leaves open a database which it opened."""
    from vcs_desktop.storage.database import Database

    opened: list[Database] = []
    closed: list[Database] = []
    make, shut = Database.__init__, Database.close

    def making(self: Database, *args: object, **kwargs: object) -> None:
        make(self, *args, **kwargs)
        opened.append(self)

    def shutting(self: Database) -> None:
        shut(self)
        closed.append(self)

    monkeypatch.setattr(Database, "__init__", making)
    monkeypatch.setattr(Database, "close", shutting)
    yield
    left = [database for database in opened if not any(database is one for one in closed)]
    for database in left:
        shut(database)
    assert not left, f"{len(left)} databases were left open"


@pytest.fixture
def pseudo_language():
    """Speak a language in which every marked word can be told apart."""
    language.speak(PseudoLanguage())
    yield
    language.speak(gettext.NullTranslations())
