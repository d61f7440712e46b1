"""What a group shares, on the command line, by the real service."""

import io
import json
import sys

import pytest

from tests.support.live_service import live_service
from tests.support.sharing import agreed, draft
from tests.support.vault_examples import ASHA, QUICK
from vcs_desktop.app.entry import main
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.disks import SystemDisks
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.services.groups import GroupsService, NewGroup
from vcs_desktop.services.in_group import in_group
from vcs_desktop.sync.service_remote import HttpGroupService
from vcs_desktop.vault.device_keys import SealKeys

COUNCIL = SealKeys.new()


@pytest.fixture
def live(tmp_path):
    address = f"sqlite:///{tmp_path / 'service.db'}"
    with live_service(address, council_key=COUNCIL.key) as made:
        yield made


@pytest.fixture
def in_tea(tmp_path):
    """Do something in the group "Tea & Talk", which is made at the first time."""
    groups = GroupsService(tmp_path / "data" / "groups", SystemClock(), SystemDisks(), effort=QUICK)
    made = groups.create(NewGroup("Tea & Talk", ASHA, "Asha"))
    made.close()

    def act(do):
        with groups.open(made.id, ASHA) as group:
            inside = in_group(group, SystemClock())
            inside.laptops.connect = HttpGroupService.at
            return do(inside)

    return act


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    def run_it(*words, as_json=True):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ASHA.encode())))
        place = ["--group", "Tea & Talk", "--passphrase-stdin", "--data-dir", tmp_path / "data"]
        ending = ["--json"] if as_json else []
        code = main(["outbox", *map(str, (*words, *place)), *ending])
        out, err = capsys.readouterr()
        return (json.loads(out) if as_json else out + err), code

    return run_it


def join(in_tea, live):
    def do(inside):
        inside.laptops.share("Asha's laptop")
        inside.laptops.use_service(live.address, live.new_code())

    in_tea(do)


def test_a_group_that_uses_no_service_waits(run, in_tea):
    record_id, body = in_tea(agreed)
    told, code = run("list")
    assert code == 0
    assert [(each["id"], each["state"]) for each in told["shared"]] == [(record_id, "waits")]
    told, code = run("preview", record_id)
    assert (told["body"], told["is_agreed"]) == (body.decode(), True)
    told, code = run("send")
    assert (told["has_service"], told["waiting"], code) == (False, 1, 0)
    said, code = run("list", as_json=False)
    assert "waits to be sent" in said


def test_what_was_agreed_is_sent_and_taken_back_and_nothing_else(run, in_tea, live):
    join(in_tea, live)
    record_id, body = in_tea(agreed)
    closed, _ = in_tea(lambda inside: agreed(inside, Sort.HELP))
    half = in_tea(draft)
    told, code = run("send")
    assert (told["sent"], told["wait_for_digits"], code) == (1, 1, 3)
    assert live.body_of(record_id) == body
    told, code = run("send", "--compared", "1 2 3")
    assert code == 2
    digits = run("send")[0]["council_digits"]
    told, code = run("send", "--compared", digits)
    assert (told["sent"], code) == (1, 0)
    live.answer(record_id, "Thank you.")
    said, code = run("send", as_json=False)
    assert "1 answered" in said
    assert "Thank you." in run("preview", record_id, as_json=False)[0]
    told, code = run("withdraw", record_id)
    assert (told["state"], code) == ("taking_back", 0)
    assert run("send")[0]["taken_back"] == 1
    assert live.body_of(record_id) is None
    told, code = run("withdraw", half)
    assert code == 2
    assert run("preview", half)[0]["is_agreed"] is False
    assert live.body_of(closed) is not None


def test_offline_is_told_and_everything_waits(run, in_tea, tmp_path):
    with live_service(f"sqlite:///{tmp_path / 'other.db'}") as live:
        join(in_tea, live)
    in_tea(agreed)
    told, code = run("send")
    assert (code, told["sent"], told["waiting"]) == (4, 0, 1)
