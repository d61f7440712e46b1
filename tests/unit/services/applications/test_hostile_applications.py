"""Hostile words in every field of an application: kept, checked, copied and read, the same."""

import io
import json
import sys
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from tests.support.hostile_texts import hostile_texts
from tests.support.vault_examples import ASHA, QUICK, TEA, service
from vcs_desktop.app.entry import main
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.answers import ListedQuestion, UsedFact
from vcs_desktop.domain.applications import NeededPaper, PlannedChange, Signature
from vcs_desktop.domain.budgets import BudgetLine, OtherFunder, PaidBy, RunningCost
from vcs_desktop.domain.readiness import Around, readiness
from vcs_desktop.domain.ready_lines import State
from vcs_desktop.services import groups as groups_package
from vcs_desktop.services.groups import GroupsService
from vcs_desktop.services.in_group import in_group

EVERY, MOST = 67, 8_000
"""Of a thousand texts one of so many, of every sort some, and so many letters of each."""
FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("http://evil.example")',
    "=cmd|'/c'!A1",
)


@pytest.fixture
def inside(tmp_path, clock):
    with service(tmp_path / "data" / "groups", clock).create(TEA) as group:
        yield in_group(group, clock)


def filled(inside, text):
    """Begin an application every field of which says a text."""
    applications = inside.applications
    begun = applications.start_with(
        [ListedQuestion("q", ref=text[:50], text=text, guidance=text)], name=text, funder=text
    )
    (held,) = applications.opened(begun).answers
    fact = UsedFact("f", words=text, value=text, as_of=text, said_by=text)
    applications.save_answer(held, replace(held.thing, text=text, facts=(fact,)))
    held = applications.application(begun)
    about = replace(
        held.thing,
        notes=text,
        reference=text,
        feedback=text,
        decided_by=text,
        decided_why=text,
        checked_by=text,
        changes=(PlannedChange("1", 1, text, text, text, 5),),
        papers=(NeededPaper("p", 1, text),),
        signatures=(Signature("nobody", text),),
    )
    applications.save(held, about)
    budget = inside.budgets.of(begun)
    made = replace(
        budget.thing,
        notes=text,
        vat_note=text,
        rate_name=text,
        lines=(BudgetLine("l", what=text, unit=text, unit_pence=5, paid=(PaidBy("x", 2),)),),
        funders=(OtherFunder("x", 1, text, 5),),
        running_costs=(RunningCost("r", 1, text, 100),),
    )
    inside.budgets.save(budget, made)
    return begun


def some(tmp_path):
    texts = [text for _, text in hostile_texts(tmp_path / "canary")]
    return [text[:MOST] for text in texts[::EVERY]]


def test_a_kept_copy_says_every_letter_of_it_again(inside, tmp_path, clock):
    for text in some(tmp_path):
        begun = filled(inside, text)
        whole = inside.applications.whole(begun)
        assert whole.answers[0].text == without_hidden(text)
        copy = inside.application_papers.keep(begun, by=text[:100], note=text)
        read = inside.application_papers.read(copy).whole
        assert (read.answers, read.budget) == (whole.answers, whole.budget)
        assert read.application == whole.application
        lines = readiness(whole, Around(clock.today()))
        assert all(each.advice for each in lines if each.state is not State.GOOD)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_budget_becomes_somebody_elses_formula(inside, tmp_path, text):
    begun = filled(inside, text)
    out = inside.application_papers.make(begun, tmp_path / "budget.xlsx")
    book = openpyxl.load_workbook(out)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    said = [cell for cell in cells if str(cell.value).strip("' \t") == text.strip()]
    assert said
    assert {cell.data_type for cell in said} == {"s"}
    formulas = {cell.value.lstrip("=") for cell in cells if cell.data_type == "f"}
    assert not formulas & {text.strip(), text.strip().lstrip("=")}


def test_names_of_papers_that_climb_out_of_a_zip_stay_in_it(inside, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    stored = inside.blobs.keep("../../evil.pdf", b"%PDF-1.7 climb")
    begun = filled(inside, "Words")
    added = inside.papers.add_files([tmp_path / "x.pdf"])
    paper = inside.papers.paper(added.papers[0].id)
    version = replace(paper.thing.versions[0], file=stored)
    inside.papers.save(paper, replace(paper.thing, versions=(version,)))
    held = inside.applications.application(begun)
    needed = (NeededPaper("p", 1, "Rules", paper=paper.thing.id),)
    inside.applications.save(held, replace(held.thing, papers=needed))
    out = inside.application_papers.make(begun, tmp_path / "all.zip")
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
    assert all(".." not in each.split("/") and not each.startswith("/") for each in names)
    assert any(each.endswith("evil.pdf") for each in names)


def test_the_command_line_shows_checks_and_writes_it_as_json(tmp_path, capsys, monkeypatch, clock):
    def fast(*arguments, **named):
        return GroupsService(*arguments, **named, effort=QUICK)

    monkeypatch.setattr(groups_package, "GroupsService", fast)
    texts = some(tmp_path)[::4]
    with service(tmp_path / "data" / "groups", clock).create(TEA) as group:
        begun = {filled(in_group(group, clock), text): text for text in texts}
        group_id = group.id
    place = ["--group", group_id, "--passphrase-stdin", "--data-dir", str(tmp_path / "data")]
    for id_, text in begun.items():
        out = str(tmp_path / f"{id_}.zip")
        export = ["export", id_, "--format", "zip", "--out", out]
        for words in (["show", id_], ["check", id_], export):
            for as_json in (["--json"], []):
                monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
                assert main(["application", *words, *place, *as_json]) == 0
                out, err = capsys.readouterr()
                assert err == ""
                if as_json and words[0] == "show":
                    assert json.loads(out)["questions"][0]["text"] == without_hidden(text)
                assert as_json or not set(map(chr, range(32))) - {"\n", "\t"} & set(out)
