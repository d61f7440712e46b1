"""A test is taken apart beforehand as pytest would, and only when it is not ready."""

import subprocess
import sys

from tests.asserts_ready import make_ready, place_of

TEST = "def test_one_is_two():\n    one = 1\n    assert one == 2\n"


def test_a_test_is_taken_apart_once_and_again_when_it_changes(tmp_path, pytestconfig):
    test = tmp_path / "test_one.py"
    test.write_text(TEST)
    assert [make_ready(test, pytestconfig) for _ in range(2)] == [True, False]
    test.write_text(TEST.replace("2", "3"))
    assert make_ready(test, pytestconfig)


def test_what_is_ready_is_what_pytest_takes(tmp_path, pytestconfig):
    test = tmp_path / "test_one.py"
    test.write_text(TEST)
    make_ready(test, pytestconfig)
    made = place_of(test).stat()
    order = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(test)]
    ran = subprocess.run(order, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "assert 1 == 2" in ran.stdout
    assert place_of(test).stat().st_mtime_ns == made.st_mtime_ns
    assert [file.name for file in place_of(test).parent.iterdir()] == [place_of(test).name]
