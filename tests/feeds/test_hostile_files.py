"""Files made to do harm, or cut off by bad luck: refused in words, quickly, and never a crash."""

import io
import json
import os
import subprocess
import sys

import pytest

from tests.support.feed_files import package, release, write_json
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.feeds import json_stream, reading
from vcs_desktop.feeds.reading import Refusal, open_feed
from vcs_desktop.wire.record import Record, canonical


def _file(tmp_path, text):
    path = tmp_path / "hostile.json"
    path.write_text(text)
    return path


def _read(path):
    return list(open_feed(path).items())


@pytest.mark.parametrize(
    "text",
    [
        '{"x": ' + "[" * 200_000 + "]" * 200_000 + ', "releases": []}',
        '{"x": ' + '{"abcdefghij":' * 200_000 + "1" + "}" * 200_000 + ', "releases": []}',
        "[" * 200_000,
    ],
    ids=["lists", "objects", "no end"],
)
def test_brackets_without_end_are_refused_at_once(tmp_path, text):
    # In a process of its own: what hangs or takes all the memory must not do so to the others.
    program = (
        "import sys; from pathlib import Path; from vcs_desktop.feeds.reading import open_feed\n"
        "from vcs_desktop.core.errors import CannotUseInput\n"
        "try: open_feed(Path(sys.argv[1]))\n"
        "except CannotUseInput as error: print(error.message)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, _file(tmp_path, text)],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert "damaged" in ran.stdout


def test_a_number_of_five_thousand_digits_is_refused(tmp_path):
    path = _file(tmp_path, '{"releases": [{"ocid": "x", "amount": ' + "9" * 5_000 + "}]}")
    with pytest.raises(CannotUseInput, match="JSON"):
        _read(path)


def test_a_value_beyond_all_bounds_is_refused_by_its_size(tmp_path, monkeypatch):
    monkeypatch.setattr(json_stream, "CHUNK", 100)
    monkeypatch.setattr(json_stream, "LARGEST_ITEM", 1_000)
    path = _file(tmp_path, '{"features": [' + "1," * 5_000 + "1]}")
    with pytest.raises(CannotUseInput) as refused:
        open_feed(path)
    assert "far larger" in refused.value.message


def test_a_list_that_is_empty_does_not_hide_the_one_that_is_not(tmp_path):
    path = write_json(tmp_path / "x.json", {"records": [], **package(release())})
    assert len(_read(path)) == 1
    path = write_json(tmp_path / "y.json", {"records": [], "links": {"next": "x"}})
    assert open_feed(path).format == "OCDS record package"


def test_the_publisher_is_told_by_name_or_by_itself(tmp_path):
    for publisher, source in (({"name": "Town"}, "Town"), ("Town", "Town"), ([1], None)):
        path = write_json(tmp_path / "x.json", package(release(), publisher=publisher))
        assert _read(path)[0].data.get("source") == source


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(CannotUseInput) as refused:
        open_feed(tmp_path / "pipe.json")
    assert refused.value.message == "This is not a file."


def test_a_folder_is_called_one(tmp_path):
    with pytest.raises(CannotUseInput) as refused:
        open_feed(tmp_path)
    assert refused.value.message == "This is a folder."


def test_a_file_with_nothing_but_its_mark_is_empty(tmp_path):
    (tmp_path / "x.csv").write_bytes(b"\xef\xbb\xbf\r\n")
    with pytest.raises(CannotUseInput) as refused:
        open_feed(tmp_path / "x.csv")
    assert refused.value.message == "This file is empty."


class _PulledOut(io.StringIO):
    def read(self, *_):
        raise OSError(5, "Input/output error")


def test_a_stick_that_is_pulled_out_is_said_in_words(tmp_path, monkeypatch):
    path = write_json(tmp_path / "x.json", package(release()))
    feed = open_feed(path)
    monkeypatch.setattr(json_stream, "open_text", lambda _: _PulledOut())
    with pytest.raises(CannotUseInput) as refused:
        list(feed.items())
    assert "could not be read to its end" in refused.value.message


def test_a_stick_that_is_pulled_out_at_once_is_said_in_words(tmp_path, monkeypatch):
    def gone(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(reading, "shape_of", gone)
    with pytest.raises(CannotUseInput) as refused:
        open_feed(tmp_path)
    assert "could not be read to its end" in refused.value.message


def test_names_of_fields_that_no_file_can_hold_are_put_right(tmp_path):
    own = {"own\ud800": "x", "questions": [{"text": "Why?", "note\x00\ud800": "y"}]}
    call = {"grantName": "Warm rooms", "fundingOrganization": {"name": "Example"}, **own}
    (tmp_path / "x.json").write_text(json.dumps({"fundingCalls": [call]}))
    (found,) = _read(tmp_path / "x.json")
    assert isinstance(found, Record)
    assert found.data["own"] == "x"
    assert found.data["questions"] == [{"text": "Why?", "note": "y"}]
    assert canonical(found.data)


@pytest.mark.parametrize("days", [("0001-01-01", "9999-12-31"), ("9999-12-31", "0001-01-01")])
def test_days_at_the_ends_of_the_calendar_are_refused(tmp_path, days):
    call = {
        "grantName": "Warm rooms",
        "fundingOrganization": {"name": "Example"},
        "grantApplicationOpenDate": days[0],
        "grantApplicationCloseDate": days[1],
    }
    path = write_json(tmp_path / "x.json", {"fundingCalls": [call]})
    (found,) = _read(path)
    assert isinstance(found, Refusal)
