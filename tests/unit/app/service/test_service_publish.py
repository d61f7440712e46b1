"""``vcs-service publish``: says what will change, signs with ``--yes``, takes back a mistake."""

import json
import os
import shutil

import pytest

from tests.support.library_examples import notice, write_package
from tests.support.publishers import ROOT_WORDS, WORDS, as_read, files_of
from tests.unit.app.service.conftest import write_terms
from vcs_desktop.app.cli_answer import INTERRUPTED
from vcs_desktop.publishing import gathering
from vcs_desktop.services.publishing.folder_hold import publishing_alone

NEW_WORDS = "candle wobble thunder mint"


@pytest.fixture
def publish(place, run):
    """Publish the sources with ``--yes``, or say what would change with ``typed=()``."""

    def publish_it(*more, typed=(WORDS,), yes=True, as_json=True):
        words = ["publish", place / "library", "--tree", place / "tree", "--keys", place / "keys"]
        return run(*words, *(["--yes"] if yes else []), *more, typed=typed, as_json=as_json)

    return publish_it


def test_without_yes_it_says_what_will_change_and_signs_nothing(place, publish):
    said, code = publish(yes=False, typed=())
    assert code == 0
    assert said["signed"] is False
    assert said["version_before"] is None
    assert said["counts"] == {"added": 2, "changed": 0, "gone": 0, "same": 0}
    assert said["changes"][0] == {
        "what": "added", "kind": "term", "id": "term/a", "title": "a", "fields": [],
    }  # fmt: skip
    assert not (place / "tree").exists()
    words, _ = publish(yes=False, typed=(), as_json=False)
    assert "Nothing was signed" in words
    assert "+ term: a" in words


def test_two_cannot_publish_into_one_folder_at_a_time(place, publish, run):
    publish()
    before = files_of(place / "tree")
    write_terms(place / "library", "c")
    with publishing_alone(place / "tree"):
        said, code = publish()
        assert (code, "Somebody else is publishing" in said["error"]["message"]) == (2, True)
        back = ["take-back", "--tree", place / "tree", "--keys", place / "keys", "--yes"]
        assert run(*back, typed=(WORDS,))[1] == 2
        assert files_of(place / "tree") == before
    assert publish()[1] == 0
    assert run("validate", "--tree", place / "tree")[1] == 0


def test_with_yes_it_is_published_and_a_reader_gets_it(place, publish, run):
    said, code = publish("--checked-by", "Bo")
    assert (code, said["signed"], said["manifest"]["version"]) == (0, True, 1)
    manifest, records = as_read(place / "tree")
    assert [each.id for each in records] == ["term/a", "term/b"]
    assert manifest.digest == said["manifest"]["digest"]
    write_terms(place / "library", "b", "c", text="Other words.")
    said, code = publish(yes=False, typed=())
    assert said["counts"] == {"added": 1, "changed": 1, "gone": 1, "same": 0}
    assert said["changes"][1]["fields"] == ["text"]
    words, code = publish(as_json=False)
    assert code == 0
    assert "Published: version 2" in words
    said, code = run("history", "--tree", place / "tree")
    assert code == 0
    assert [(each["version"], each["by"], each["checked_by"]) for each in said["versions"]] == [
        (2, "Ann", None), (1, "Ann", "Bo"),
    ]  # fmt: skip
    words, _ = run("history", "--tree", place / "tree", as_json=False)
    assert "checked by Bo" in words


def test_where_nothing_changed_nothing_is_signed_unless_it_is_renewed(place, publish):
    publish()
    before = files_of(place / "tree")
    said, code = publish(typed=())
    assert (code, said["signed"]) == (0, False)
    assert files_of(place / "tree") == before
    said, code = publish("--renew")
    assert (code, said["signed"], said["manifest"]["version"]) == (0, True, 1)


def test_after_a_new_key_what_is_there_is_signed_again(place, publish, run):
    publish()
    words = ["keys", "rotate", "--keys", place / "keys", "--holder", "Cy"]
    run(*words, typed=(ROOT_WORDS, NEW_WORDS))
    said, code = publish(typed=(NEW_WORDS,))
    assert (code, said["signed"], said["manifest"]["version"]) == (0, True, 1)
    said, code = run("validate", "--tree", place / "tree")
    assert (code, said["by"]) == (0, "Cy")


def test_with_rows_that_are_refused_nothing_is_signed_unless_it_is_asked_for(place, publish):
    bad = notice("bus")
    del bad.data["date"]
    write_package(place / "library" / "page.json", notice("hall"), bad)
    said, code = publish(yes=False, typed=())
    assert code == 3
    assert said["refused"][0]["file"] == "page.json"
    assert said["refused"][0]["where"] == "releases[1]"
    said, code = publish(typed=())
    assert code == 2
    assert "nothing was signed" in said["error"]["message"]
    assert said["signed"] is False
    assert not (place / "tree").exists()
    words, code = publish("--without-refused", as_json=False)
    assert code == 3
    assert "Refused: page.json, releases[1]" in words
    assert len(as_read(place / "tree")[1]) == 3


def test_a_long_list_is_cut_short_for_people_but_not_for_programs(place, publish):
    write_terms(place / "library", *(f"w{number:03}" for number in range(80)))
    (place / "library" / "notes.txt").write_text("x")
    words, _ = publish(yes=False, typed=(), as_json=False)
    assert "and 30 more" in words
    assert "Passed over: notes.txt" in words
    assert len(publish(yes=False, typed=())[0]["changes"]) == 80


def test_files_go_along(place, publish):
    (place / "form.pdf").write_bytes(b"a form")
    said, code = publish("--attach", place / "form.pdf")
    assert code == 0
    (sha,) = [each["sha256"] for each in said["attachments"]]
    assert (place / "tree" / "attachments" / sha).read_bytes() == b"a form"
    said, _ = publish("--attach", place / "form.pdf", typed=())
    assert said["signed"] is False
    said, _ = publish()
    assert (said["signed"], said["manifest"]["attachments"]) == (True, [])
    said, code = publish("--attach", place / "none.pdf", typed=())
    assert code == 2


def test_a_mistake_is_taken_back(place, publish, run):
    publish()
    write_terms(place / "library", "oops")
    publish()
    words = ["take-back", "--tree", place / "tree", "--keys", place / "keys"]
    said, code = run(*words)
    assert (code, said["signed"], said["to"]) == (0, False, 1)
    assert said["counts"] == {"added": 2, "changed": 0, "gone": 1, "same": 0}
    said, code = run(*words, "--yes", typed=(WORDS,))
    assert (code, said["manifest"]["version"]) == (0, 3)
    assert [each.id for each in as_read(place / "tree")[1]] == ["term/a", "term/b"]
    said, code = run(*words, "--yes", typed=(WORDS,))
    assert code == 2
    words, code = run(*words, "--to", "2", "--yes", typed=(WORDS,), as_json=False)
    assert code == 0
    assert "Published: version 4" in words
    words, _ = run("history", "--tree", place / "tree", as_json=False)
    assert "as version 1" in words


def test_whoever_publishes_does_not_check_it_too(place, publish):
    said, code = publish("--checked-by", "Ann", typed=())
    assert code == 2
    assert "second person" in said["error"]["advice"]


@pytest.mark.parametrize("typed", [(ROOT_WORDS,), ("wrong",)])
def test_with_wrong_words_nothing_is_published(place, publish, typed):
    said, code = publish(typed=typed)
    assert code == 2
    assert "not the secret words" in said["error"]["message"]
    assert not (place / "tree").exists()


@pytest.mark.skipif(os.name != "posix", reason="rights of this sort are of POSIX")
def test_a_key_that_others_can_read_signs_nothing(place, publish):
    (key,) = (place / "keys").glob("publisher-*.key")
    key.chmod(0o644)
    said, code = publish()
    assert code == 2
    assert "chmod 600" in said["error"]["advice"]


def test_keys_of_another_line_do_not_fit(place, publish, run, tmp_path):
    publish()
    shutil.rmtree(place / "keys")
    run(
        "keys", "new", "--out", place / "keys", "--line", "cherwell", "--name", "P", "--holder",
        "Ann", "--root-holder", "Chair", typed=(ROOT_WORDS, WORDS),
    )  # fmt: skip
    said, code = publish(yes=False, typed=())
    assert code == 2
    assert "do not belong together" in said["error"]["message"]


def test_a_source_that_is_not_there_exits_with_2(place, run):
    words = ["publish", place / "none", "--tree", place / "tree", "--keys", place / "keys"]
    said, code = run(*words)
    assert code == 2
    assert "none" in said["error"]["message"]


def test_ctrl_c_is_told_in_words(place, publish, monkeypatch):
    def pressed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(gathering, "source_files", pressed)
    said, code = publish(yes=False, typed=())
    assert code == INTERRUPTED
    assert "still stands" in said["error"]["message"]
    assert json.dumps(said)
