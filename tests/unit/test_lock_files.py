"""The lock files hold all that is needed, agree with each other, and name no address."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
RUN, TEST = "requirements-lock.txt", "requirements-lock-test.txt"
SERVICE = "requirements-lock-service.txt"
NEEDS = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]


def versions(lock):
    """Return every package of a lock with its versions."""
    found = {}
    for name, version in re.findall(
        r"^([\w.-]+)==([\w.]+)", (PROJECT / lock).read_text(), re.MULTILINE
    ):
        found.setdefault(name, set()).add(version)
    return found


def names(needs):
    return {re.split(r"[^\w.-]", need)[0].lower().replace("_", "-") for need in needs}


def test_all_that_the_app_needs_is_in_the_lock_to_run():
    extras = NEEDS["optional-dependencies"]
    assert names(NEEDS["dependencies"]) | names(extras["setup"]) <= set(versions(RUN))


def test_all_that_the_tests_need_is_in_the_lock_to_test():
    assert names(NEEDS["optional-dependencies"]["test"]) <= set(versions(TEST))


def test_all_that_the_service_needs_is_in_its_lock_and_in_no_laptops():
    needs = names(NEEDS["optional-dependencies"]["service"])
    assert needs | set(versions(RUN)) <= set(versions(SERVICE))
    assert not needs & set(versions(RUN))


@pytest.mark.parametrize("lock", [RUN, SERVICE])
def test_what_runs_is_what_was_tested(lock):
    tested = versions(TEST)
    assert {name: tested.get(name) for name in versions(lock)} == versions(lock)


@pytest.mark.parametrize("lock", [RUN, TEST, SERVICE])
def test_no_address_of_any_source_is_in_a_lock(lock):
    assert not re.search(r"://|--index|--find-links|@ ", (PROJECT / lock).read_text())


@pytest.mark.parametrize("lock", [RUN, TEST, SERVICE])
def test_every_package_has_its_hashes(lock):
    entries = re.split(r"\n(?=\S)", (PROJECT / lock).read_text().strip())
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_broken_release_of_pyside_is_in_no_lock():
    assert "6.12.0" not in versions(RUN)["pyside6-essentials"]


def test_what_is_installed_from_the_lock_lacks_nothing_that_it_needs():
    checked = subprocess.run(
        [sys.executable, "-m", "pip", "check"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
