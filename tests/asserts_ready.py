"""Takes the asserts of every test apart beforehand, as pytest does where it finds none ready.

Else each worker of pytest does it for itself, which is half of its time until its first test.
What lies ready is taken only while the test is as it was; it has no public way in, and where
pytest keeps it elsewhere one day, nothing is lost but that time.
"""

import sys
from pathlib import Path

import pytest
from _pytest.assertion import rewrite

TESTS = Path(__file__).resolve().parent


def place_of(test: Path) -> Path:
    """Return where pytest looks for a test that is ready."""
    return rewrite.get_cache_dir(test) / f"{test.stem}{rewrite.PYC_TAIL}"


def make_ready(test: Path, config: pytest.Config) -> bool:
    """Take a test apart; return False where it lay ready."""
    place = place_of(test)
    if rewrite._read_pyc(test, place) is not None:
        return False
    source_hash, code = rewrite._rewrite_test(test, config)
    rewrite.try_makedirs(place.parent)
    return rewrite._write_pyc(config.stash[rewrite.assertstate_key], code, source_hash, place)


class _Instead:
    """A plugin of pytest: takes the tests apart instead of running them."""

    def pytest_collection(self, session: pytest.Session) -> bool:
        tests = [*TESTS.rglob("test_*.py"), *TESTS.rglob("conftest.py")]
        made = [test for test in tests if make_ready(test, session.config)]
        print(f"{len(made)} of {len(tests)} modules taken apart")
        return True


if __name__ == "__main__":
    ended = pytest.main(["-q", "-s", "-p", "no:cacheprovider"], plugins=[_Instead()])
    sys.exit(0 if ended is pytest.ExitCode.NO_TESTS_COLLECTED else ended)
