"""Files that go along with what is published, in the window."""

import pytest

from tests.support.publish_window import Officer


@pytest.fixture
def officer(tmp_path, tasks, settings, show, qtbot):
    made = Officer(tmp_path, tasks, settings, show, qtbot)
    yield made
    made.close()


def test_who_publishes_is_warned_of_a_file_that_does_not_go_along(officer, tmp_path):
    officer.come_in()
    folder = tmp_path / "term"
    folder.mkdir()
    (folder / "words.yaml").write_text(
        "source: Us\nlicence: MIT\nasOf: '2026-11-20'\nitems:\n  - id: term/one\n"
        f"    title: Our form\n    text: attachments/{'0' * 64}\n",
        "utf-8",
    )
    officer.put_in(folder)
    step = officer.see_changes()
    assert "1 thing points to a file that does not go along" in step.warning.text()
    assert "Our form" in step.warning.text()
