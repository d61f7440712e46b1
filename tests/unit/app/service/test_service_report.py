"""``vcs-service report``: the yearly report to OSCA, from files to files."""

import pytest

from tests.support.council_year import COMPACT, a_full_inbox, written_plan
from tests.support.starter import one


def test_the_report_of_a_year_is_written_into_a_folder(run, tmp_path):
    told, code = run(
        "report", "--plan", written_plan(tmp_path), "--shared", a_full_inbox().export(tmp_path),
        "--year", 2027, "--council", "The Council", "--out", tmp_path / "out",
    )  # fmt: skip
    assert code == 0
    assert (told["year"], told["actions"], told["happened"]) == (2027, 3, 1)
    assert told["shared"]["What we are hearing"] == 45
    assert told["shared"]["A request for help"] is None
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        "osca-report-2027-plan.csv", "osca-report-2027-shared.csv", "osca-report-2027.docx",
        "osca-report-2027.html",
    ]  # fmt: skip
    page = (tmp_path / "out" / "osca-report-2027.html").read_text("utf-8")
    assert one(COMPACT).data["title"] in page  # the promise, as the program's library has it


@pytest.mark.parametrize(("year", "is_over"), [(2022, True), (2100, False)])
def test_a_year_that_is_not_over_is_told(run, tmp_path, year, is_over):
    told, _ = run(
        "report", "--plan", written_plan(tmp_path), "--shared", a_full_inbox().export(tmp_path),
        "--year", year, "--out", tmp_path / "out", as_json=False,
    )  # fmt: skip
    assert ("a first look, for the council only" not in told) == is_over


def test_without_what_was_shared_it_says_so(run, tmp_path):
    told, code = run(
        "report", "--plan", written_plan(tmp_path), "--year", 2027, "--out", tmp_path / "out",
        as_json=False,
    )  # fmt: skip
    assert code == 0
    assert "was not put in (--shared, --service)" in told


def test_a_file_that_is_no_plan_and_a_year_that_is_none_are_told(run, tmp_path):
    odd = tmp_path / "odd.json"
    odd.write_text("[]", "utf-8")
    _, code = run("report", "--plan", odd, "--year", 2027, "--out", tmp_path)
    assert code != 0
    with pytest.raises(SystemExit):
        run("report", "--plan", odd, "--year", "soon", "--out", tmp_path, as_json=False)
