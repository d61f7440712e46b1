"""Libraries that others publish, from the command line: what it says, and how it ends."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.support.fault_proxy import faulty_service
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, LINE, NAME, STRANGER, Office, pack
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.days import shortly


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "tree")
    made.publish(call("halls"), call("Quizzical seeds"))
    return made


def test_a_stick_says_first_what_it_holds_and_asks_whose_it_is(run, office, tmp_path):
    stick = pack(office.folder, tmp_path / "news.vcslibrary")
    code, out, said = run("library", "import", stick)
    assert code == 5
    for words in (NAME, DIGITS, shortly(date(2026, 11, 20)), "2 records", "needed", "free"):
        assert words in out
    assert "Nobody here has said yet" in said
    assert f'--trust "{DIGITS}"' in said
    code, out, _ = run("library", "import", stick, "--trust", DIGITS)
    assert code == 0
    assert "2 new, 0 changed, 0 taken out" in out
    code, out, _ = run("library", "import", stick)
    assert (code, "Nothing is new." in out) == (0, True)


def test_a_folder_is_taken_in_as_one_json_object(ask, office):
    code, answer = ask("library", "import", office.folder, "--trust", DIGITS)
    assert (code, answer["outcome"], answer["added"]) == (0, "done", 2)
    assert [step["step"] for step in answer["steps"]] == [
        "manifest", "root", "files", "take in", "index",
    ]  # fmt: skip
    assert answer["library"]["fingerprint"] == DIGITS
    code, answer = ask("library", "search", "quizzical")
    assert answer["total"] == 1


def test_a_library_is_named_by_status_and_taken_out_by_that_name(run, ask, office):
    ask("library", "import", office.folder, "--trust", DIGITS)
    _, out, _ = run("library", "status")
    assert f"{LINE}: version 1, as of {shortly(date(2026, 11, 20))}" in out
    code, out, _ = run("library", "forget", LINE)
    assert (code, f"Removed: {LINE}, 2 records." in out) == (0, True)
    assert LINE not in run("library", "status")[1]
    assert run("library", "import", office.folder)[0] == 5
    code, answer = ask("library", "forget", "no such library")
    assert (code, bool(answer["error"]["message"])) == (2, True)


def test_what_somebody_changed_is_not_trusted(run, ask, office, tmp_path):
    ask("library", "import", office.folder, "--trust", DIGITS)
    office.publish(call("fish"))
    office.sign(office.manifest, key=STRANGER)
    code, answer = ask("library", "import", office.folder)
    assert (code, set(answer)) == (5, {"error"})
    code, _, said = run("library", "import", office.folder)
    assert (code, "somebody has changed it" in said) == (5, True)


def test_what_is_no_library_cannot_be_used(run, tmp_path):
    (tmp_path / "a.vcslibrary").write_text("hello")
    code, _, said = run("library", "import", tmp_path / "a.vcslibrary")
    assert (code, "There is no library here" in said) == (2, True)


def test_a_place_where_nothing_can_be_is_not_told_as_a_disk_that_failed(ask, tmp_path):
    (tmp_path / "file").write_text("words")
    for place in ("file/a.vcslibrary", f"{'x' * 300}.vcslibrary"):
        code, said = ask("library", "import", tmp_path / place)
        assert (code, said["error"]["message"]) == (
            2, "There is no library here that can be used.",
        )  # fmt: skip


def test_sync_asks_fills_and_keeps_the_address_once_it_worked(run, ask, office, tmp_path):
    settings = tmp_path / "data" / "settings.json"
    code, _, said = run("sync")
    assert (code, "There is no address yet" in said) == (2, True)
    with faulty_service(office.folder) as service:
        code, answer = ask("sync", "--service", service.address)
        assert (code, answer["outcome"]) == (5, "asks")
        _, _, told = run("sync", "--service", service.address)
        assert f'--service {service.address} --trust "{DIGITS}"' in told  # to be typed as it is
        assert SettingsFile(settings).current.service == ""
        code, answer = ask("sync", "--service", service.address, "--trust", DIGITS)
        assert (code, answer["outcome"], answer["added"]) == (0, "done", 2)
        assert SettingsFile(settings).current.service == service.address
        code, out, _ = run("sync")
        assert (code, "Nothing is new." in out) == (0, True)
        service.always = {"": "portal"}
        code, _, said = run("sync")
        assert (code, "sign in" in said) == (4, True)
    code, answer = ask("sync")
    assert (code, answer["steps"][0]["outcome"]) == (4, "failed")
    code, answer = ask("sync", "--service", "nonsense")
    assert code == 2


def test_what_should_have_been_replaced_is_said_to_be_so(run, office):
    office.sign(replace(office.manifest, expires="2026-01-01T00:00:00Z"))
    code, out, _ = run("library", "import", office.folder, "--trust", DIGITS)
    assert (code, "may be out of date" in out) == (0, True)


def test_a_wrong_sort_of_digits_is_refused(ask, office):
    other = Office(office.folder, root_key=STRANGER)
    assert other.chain != office.chain
    code, answer = ask("library", "import", office.folder, "--trust", "12345")
    assert (code, answer["outcome"]) == (5, "failed")


def test_a_record_tells_where_its_files_lie_once_they_have_come(run, ask, office, tmp_path):
    form = b"%PDF-1.7 a form"
    digest = hashlib.sha256(form).hexdigest()
    papers = [{"title": "The form", "url": f"attachments/{digest}"}]
    office.publish(call("halls", documents=papers), attachments=(form,))
    code, out, _ = run("library", "import", office.folder, "--trust", DIGITS, "--text-only")
    assert (code, "1 file, 15 bytes" in out, "attachments  later" in out) == (0, True, True)
    _, out, _ = run("library", "show", "call/halls")
    assert "The form: This file is not on this computer yet." in out
    ask("library", "import", office.folder)
    code, answer = ask("library", "show", "call/halls")
    assert answer["files"] == [{"title": "The form", "sha256": digest, "size": 15, "is_here": True}]
    _, out, _ = run("library", "show", "call/halls")
    place = Path(next(line for line in out.splitlines() if "The form:" in line).split(": ", 1)[1])
    assert place.read_bytes() == form
