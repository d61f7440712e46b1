"""What the tests are said to have walked through is what a tracer sees."""

import subprocess
import sys
import textwrap

import pytest
from coverage import Coverage

from tests.walked_lines import with_notes

EVERY_SORT = '''
    """A module."""
    from __future__ import annotations

    import functools
    from collections import namedtuple

    WORDS = (
        "one",
        "two",
    )


    class Thing(
        namedtuple("Thing", "a")
    ):
        """A class."""

        size = 1

        @property
        @functools.lru_cache(
            maxsize=None
        )
        def shown(self):
            """Only words."""

        def never(self):
            return self.a


    def walk(many):
        """A function."""
        global LAST
        for each in range(many):
            if each == 1:
                continue
            elif each == 2:
                LAST = each
            else:
                LAST = [
                    word
                    for word in WORDS
                    if word
                ]
        else:
            LAST = 7
        while many: many -= 1
        with open(__file__) as file, \\
                open(__file__):
            del file
        try:
            int("x")
            print("never")
        except ValueError:
            many = 1
        else:
            many = 2
        finally:
            many += 1
        match many:
            case 2 if many > 1:
                return 5
            case _:
                return lambda: (
                    6
                )


    async def later():
        async with never:
            pass


    walk(3)
    Thing(1).shown
    try:
        raise KeyError
    except* KeyError:
        pass
'''


def test_notes_and_a_tracer_see_the_same_lines(tmp_path):
    file = tmp_path / "every_sort.py"
    file.write_text(textwrap.dedent(EVERY_SORT).lstrip(), "utf-8")
    walked: dict[int, bool] = {}
    tree = with_notes(file.read_bytes(), str(file))
    exec(
        compile(tree, str(file), "exec", dont_inherit=True),
        {"__walked__": walked, "__file__": str(file), "__name__": "every_sort"},
    )
    _file, statements, _excluded, missing, _words = traced(file).analysis2(str(file))
    assert set(walked) & set(statements) == set(statements) - set(missing)
    assert 0 < len(missing) < len(statements) / 2


def test_a_handler_that_catches_nothing_is_not_walked(tmp_path):
    lines = "try:\n    x = 1\nexcept ValueError:\n    x = 2\n"
    walked: dict[int, bool] = {}
    exec(compile(with_notes(lines, "x.py"), "x.py", "exec"), {"__walked__": walked})
    assert sorted(walked) == [1, 2]


def test_an_error_is_told_with_its_own_line():
    tree = with_notes("a = 1\n\n\nraise ValueError\n", "x.py")
    with pytest.raises(ValueError) as raised:  # noqa: PT011  only its place matters
        exec(compile(tree, "x.py", "exec"), {"__walked__": {}})
    assert raised.traceback[-1].lineno + 1 == 4


def traced(file):
    """Run a file under coverage.py's own tracer and return what it found."""
    data = file.with_suffix(".data")
    order = [sys.executable, "-m", "coverage", "run", "--rcfile", "", "--data-file", str(data)]
    subprocess.run([*order, str(file)], cwd=file.parent, check=True, timeout=60)
    found = Coverage(data_file=str(data), config_file=False)
    found.load()
    return found
