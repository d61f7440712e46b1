"""An application that is deleted for good is gone with all that belongs to it, all at once."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from tests.crash.backup_kills import CONTENT
from tests.support.application_examples import records_of, with_all_in_it
from tests.support.kept_files import sealed_in
from vcs_desktop.domain.kinds import ANSWER


@pytest.fixture
def application(inside, tmp_path):
    file = tmp_path / "paper.pdf"
    file.write_bytes(CONTENT)
    return with_all_in_it(inside, file)


def erasing_acts(inside):
    with inside.records.database.reading() as session:
        query = text("SELECT count(DISTINCT act_id) FROM operation WHERE deed = 'erase'")
        return session.scalar(query)


def test_it_goes_with_its_answers_its_budget_its_grant_and_its_copies_in_one_act(
    inside, application
):
    copy = inside.application_papers.keep(application)
    answer = inside.applications.whole(application).answers[0]
    inside.applications.remove(application)
    # Another computer knew nothing of that, and went on writing.
    inside.records.add(ANSWER, replace(answer, id="", text="Written since"))
    assert len(records_of(inside, application)) == 7
    inside.bin.delete_for_good([application])
    assert records_of(inside, application) == set()
    assert copy.file.blob not in sealed_in(inside)
    assert erasing_acts(inside) == 1
