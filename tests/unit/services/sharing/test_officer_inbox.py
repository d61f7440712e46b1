"""The officer's inbox on the real service: read, answered, kept until a day, exported."""

import json
import stat
from contextlib import closing
from datetime import date
from functools import partial
from threading import Event

import pytest

from tests.support.shared_by_service import WORDS, council, laptop_that_shares, send, service_of
from tests.support.sharing import agreed
from vcs_desktop.core.errors import Stopped
from vcs_desktop.core.publish_errors import WrongKeyWords
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.services.council_year.reports import read_export
from vcs_desktop.services.officer_inbox import AnswerTooLong, NoAnswer, OfficerInboxService
from vcs_desktop.services.sharing.door import door_of
from vcs_desktop.sync.service_errors import Gone, NotUnderstood, TokenNotKnown
from vcs_desktop.vault.device_keys import seal_for
from vcs_desktop.wire.service import State, Submission


@pytest.fixture
def key(tmp_path):
    return council(tmp_path)


@pytest.fixture
def live(tmp_path, key):
    with service_of(key, tmp_path) as made:
        yield made


@pytest.fixture
def laptop(tmp_path, live, key):
    with laptop_that_shares(tmp_path, live, key) as made:
        yield made


@pytest.fixture
def inbox(live, key):
    made = OfficerInboxService(live.clock).open(
        live.address, live.new_officer("Ann"), key.file, WORDS
    )
    yield made
    made.close()


def test_an_officer_reads_what_was_shared_and_the_group_reads_the_answer(laptop, inbox):
    need, _ = agreed(laptop)
    closed, body = agreed(laptop, Sort.HELP)
    assert send(laptop).sent == 2
    assert [(each.uuid, each.sort, each.is_sealed) for each in inbox.lines()] == [
        (closed, Sort.HELP, True), (need, Sort.NEED, False),
    ]  # fmt: skip
    found = inbox.one(closed)
    assert found.text == body.decode()
    assert any("Where to begin?" in line.said for line in found.lines)
    inbox.reply(need, "  There will be a bus at six.  ")
    inbox.keep_until(need, date(2027, 3, 1))
    assert send(laptop).replies == 1
    assert laptop.sharing.one(need).thing.reply == "There will be a bus at six."
    assert laptop.sharing.one(closed).thing.is_read
    assert {each.state for each in inbox.lines()} == {State.READ, State.ANSWERED}


def test_without_the_councils_key_what_is_sealed_stays_closed(live, laptop):
    closed, _ = agreed(laptop, Sort.HELP)
    send(laptop)
    inbox = OfficerInboxService(live.clock).open(live.address, live.new_officer("Bo"))
    found = inbox.one(closed)
    assert (found.is_closed, found.text, found.lines) == (True, "", ())
    assert inbox.digits == ""
    inbox.close()


def test_wrong_words_and_an_unknown_officer_are_told(live, key):
    with pytest.raises(WrongKeyWords):
        OfficerInboxService(live.clock).open(live.address, "x" * 43, key.file, "other words")
    stranger = OfficerInboxService(live.clock).open(live.address, "x" * 43)
    with pytest.raises(TokenNotKnown):
        stranger.lines()
    stranger.close()


def test_what_a_group_took_back_is_gone_and_is_not_answered(laptop, inbox):
    need, _ = agreed(laptop)
    send(laptop)
    laptop.sharing.take_back(need)
    send(laptop)
    assert inbox.one(need).is_gone
    with pytest.raises(Gone):
        inbox.reply(need, "Thank you.")


def test_an_answer_and_a_day_that_cannot_be_are_told(laptop, inbox):
    need, _ = agreed(laptop)
    send(laptop)
    with pytest.raises(NoAnswer):
        inbox.reply(need, " \n ")
    with pytest.raises(AnswerTooLong):
        inbox.reply(need, "x" * 10_001)
    with pytest.raises(NotUnderstood):
        inbox.keep_until(need, date(2000, 1, 1))


def test_what_is_not_written_as_it_should_be_is_shown_as_it_came(laptop, inbox):
    door = door_of(laptop)
    for number, body in enumerate((b"\xff\xfe", b"{}", b"[1]", b"a letter")):
        uuid = f"01900000-0000-7000-8000-00000000000{number}"
        door.submit(Submission(uuid, "need", False, body))
        found = inbox.one(uuid)
        assert found.is_odd
        assert found.text == body.decode(errors="replace")
    door.close()


def test_all_of_it_is_exported_for_this_account_alone(laptop, inbox, tmp_path):
    need, body = agreed(laptop)
    closed, _ = agreed(laptop, Sort.HELP)
    send(laptop)
    file = tmp_path / "shared.json"
    assert inbox.export(file) == (2, 0)
    told = json.loads(file.read_text("utf-8"))["items"]
    assert [each["uuid"] for each in told] == [need, closed]
    assert told[0]["says"] == json.loads(body)
    assert told[1]["says"]["fields"]["text"] == "Where to begin?"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("body", [b'{"a":"\\ud800"}', b'{"a":1e999}', b'{"a":NaN}'])
@pytest.mark.parametrize("is_sealed", [False, True])
def test_one_thing_that_cannot_be_written_down_keeps_no_other_out_of_the_file(
    laptop, inbox, key, tmp_path, body, is_sealed
):
    need, _ = agreed(laptop)
    send(laptop)
    odd = "01a20846-0000-7000-8000-000000000001"
    content = seal_for(key.keys.key, body) if is_sealed else body
    with closing(door_of(laptop)) as door:
        door.submit(Submission(odd, "need", is_sealed, content))
    inbox.export(tmp_path / "inbox.json")
    said = {
        each["uuid"]: each["says"]
        for each in json.loads((tmp_path / "inbox.json").read_bytes())["items"]
    }
    assert said[odd] is None
    assert said[need]["kind"] == "need"
    assert {each.line.uuid for each in read_export(tmp_path / "inbox.json")} == {need, odd}


def test_half_a_letter_in_an_answer_is_left_out(laptop, inbox):
    need, _ = agreed(laptop)
    send(laptop)
    inbox.reply(need, "A bus\ud83d at six.\0")
    send(laptop)
    assert laptop.sharing.one(need).thing.reply == "A bus at six."


def test_what_is_only_saved_or_counted_was_not_read(laptop, inbox, tmp_path):
    closed, _ = agreed(laptop, Sort.HELP)
    send(laptop)
    inbox.export(tmp_path / "shared.json")
    inbox.everything()
    send(laptop)
    assert [each.state for each in inbox.lines()] == [State.RECEIVED]
    assert not laptop.sharing.one(closed).thing.is_read
    inbox.one(closed)
    send(laptop)
    assert laptop.sharing.one(closed).thing.is_read


def test_everything_is_given_as_it_was_before_it_was_sealed(laptop, inbox, live):
    agreed(laptop)
    _, body = agreed(laptop, Sort.HELP)
    send(laptop)
    assert [each.line.sealed for each in inbox.everything()] == [False, True]
    assert inbox.everything()[1].body == body
    without = OfficerInboxService(live.clock).open(live.address, live.new_officer("Bo"))
    assert without.everything()[1].body != body
    without.close()


def test_what_takes_long_can_be_stopped_and_no_file_is_written(laptop, inbox, tmp_path):
    agreed(laptop)
    send(laptop)
    stop = Event()
    stop.set()
    for act in (inbox.lines, inbox.everything, partial(inbox.export, tmp_path / "shared.json")):
        with pytest.raises(Stopped):
            act(stop)
    assert not (tmp_path / "shared.json").exists()
