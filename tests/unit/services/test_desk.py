"""What lies on the desk of an open group comes back as it was put down."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.group_file import computer
from vcs_desktop.services.desk import DeskService

ANY_TEXT = st.text(st.characters(), max_size=50)


@pytest.fixture
def desk(tmp_path):
    made = computer(tmp_path / "here.db")
    yield DeskService(made)
    made.database.close()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(ANY_TEXT, ANY_TEXT | st.none() | st.booleans(), max_size=4))
def test_any_text_that_was_half_written_is_kept_also_half_a_letter(desk, content):
    desk.put("draft/person/new", content)
    assert desk.read("draft/person/new") == content


def test_half_a_letter_that_was_pasted_is_kept(desk):
    desk.put("draft/person/new", {"name": "Ash\ud800a"})
    assert desk.read("draft/person/new") == {"name": "Ash\ud800a"}
    desk.clear("draft/person/new")
    assert desk.read("draft/person/new") is None
