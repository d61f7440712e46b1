"""``vcs-service template`` and ``fetch``, as the words of the command line ask for them."""

import json
from datetime import date

import pytest

from tests.support.feed_files import package, release
from tests.support.ocds_server import serving, some_pages
from vcs_desktop.app.cli_answer import GOOD, USED_IN_PART
from vcs_desktop.app.cli_words import Parser, WrongWords
from vcs_desktop.app.service_sources import COMMANDS, add_commands
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import Busy, CannotUseInput
from vcs_desktop.feeds.reading import open_feed
from vcs_desktop.publishing.ocds_api import api_called
from vcs_desktop.services.publishing.folder_hold import fetching_alone

CLOCK = FixedClock.on(date(2026, 11, 23))


def said(*words):
    parser = Parser()
    nouns = parser.add_subparsers(required=True)

    def add(commands, name, what):
        command = commands.add_parser(name, help=what)
        command.set_defaults(command=name)
        return command

    add_commands(nouns, add)
    arguments = parser.parse_args([str(word) for word in words])
    return COMMANDS[arguments.command](CLOCK, arguments)


def test_the_template_is_written_and_the_answer_says_where(tmp_path):
    answer = said("template", "--out", tmp_path / "ours.xlsx")
    assert answer.code == GOOD
    assert answer.content == {"file": str(tmp_path / "ours.xlsx")}
    assert list(open_feed(tmp_path / "ours.xlsx").items()) == []


def test_a_template_is_never_written_over_a_file(tmp_path):
    (tmp_path / "ours.xlsx").write_text("mine")
    with pytest.raises(CannotUseInput):
        said("template", "--out", tmp_path / "ours.xlsx")


def test_contracts_are_fetched_into_a_folder_that_can_be_published(tmp_path, capsys):
    with serving(*some_pages(2)) as server:
        address = f"{server.base}/ocds?from={{since}}"
        answer = said("fetch", "--api", address, "--since", "2026-11-01", "--out", tmp_path)
        assert server.queries[0] == {"from": ["2026-11-01T00:00:00"]}
    assert answer.code == GOOD
    made = tmp_path / f"{api_called(address).file}-since-2026-11-01.json"
    assert json.loads(json.dumps(answer.content)) == {
        "file": str(made),
        "pages": 2,
        "releases": 6,
        "processes": 3,
        "not_usable": 0,
        "ended_early": "",
    }
    assert answer.words.startswith("3 contracts out of 6 notices on 2 pages\nWritten: ")
    assert "Page 2: 6 notices so far.\n" in capsys.readouterr().err
    assert len(list(open_feed(made).items())) == 3


def test_two_cannot_fetch_into_one_folder_at_a_time(tmp_path):
    with serving(*some_pages(1)) as server:
        words = ("fetch", "--api", server.address(0), "--since", "2026-11-01", "--out", tmp_path)
        with fetching_alone(tmp_path), pytest.raises(Busy) as caught:
            said(*words)
        assert "being fetched into this folder" in caught.value.message
        assert server.asked == []
        assert said(*words).code == GOOD


def test_what_did_not_come_or_cannot_be_used_is_told(tmp_path):
    with serving(package(release(), "text")) as server:
        server.nexts[0] = 0
        answer = said(
            "fetch", "--api", server.address(0), "--since", "2026-11-01", "--out", tmp_path
        )
    assert answer.code == USED_IN_PART
    assert "Not usable: 1 entry\n" in answer.words
    assert "Not all came: The service sent us to the same page again and again." in answer.words


def test_a_day_that_is_none_is_told(tmp_path):
    with pytest.raises(WrongWords, match="is not a day"):
        said("fetch", "--api", "find-a-tender", "--since", "1/11/26", "--out", tmp_path)


def test_a_service_that_nobody_knows_is_told(tmp_path):
    with pytest.raises(CannotUseInput):
        said("fetch", "--api", "finder", "--since", "2026-11-01", "--out", tmp_path)
