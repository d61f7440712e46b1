"""Who publishes is warned of records that point to files which do not go along."""

import hashlib

import pytest

from tests.support.publishers import WORDS
from tests.unit.app.service.conftest import write_terms

FORM = b"%PDF-1.7 a form"
SHA256 = hashlib.sha256(FORM).hexdigest()
OTHER = "0" * 64


@pytest.fixture
def publish(place, run):
    """Publish a word of the glossary that points to a file."""

    def publish_it(*more, yes=True, as_json=True):
        words = ["publish", place / "library", "--tree", place / "tree", "--keys", place / "keys"]
        return run(
            *words, *(["--yes"] if yes else []), *more, typed=(WORDS,) * yes, as_json=as_json
        )

    return publish_it


def test_a_file_that_is_not_attached_is_told_of_before_and_after_it_is_signed(place, publish, run):
    write_terms(place / "library", "a", text=f"attachments/{SHA256}")
    said, code = publish(yes=False)
    assert (code, said["not_attached"]["count"]) == (0, 1)
    assert said["not_attached"]["records"] == [
        {"kind": "term", "id": "term/a", "title": "a", "sha256": SHA256}
    ]
    words, _ = publish(yes=False, as_json=False)
    assert "Warning" in words
    assert f"term: a: attachments/{SHA256}" in words
    publish()
    found, code = run("validate", "--tree", place / "tree")
    assert (code, found["right"], found["problems"]) == (0, True, [])
    assert found["warnings"] == [
        f"term: term/a points to a file that is not attached: attachments/{SHA256}"
    ]
    words, _ = run("validate", "--tree", place / "tree", as_json=False)
    assert f"Warning: {found['warnings'][0]}" in words


def test_one_that_is_attached_is_no_cause_to_warn(place, publish, run):
    write_terms(place / "library", "a", text=f"attachments/{SHA256}")
    form = place / "form.pdf"
    form.write_bytes(FORM)
    said, _ = publish("--attach", form)
    assert said["not_attached"] == {"count": 0, "records": []}
    assert run("validate", "--tree", place / "tree")[0]["warnings"] == []
    said, _ = publish(yes=False)
    assert said["not_attached"]["count"] == 1


def test_words_about_a_file_point_to_none(place, publish):
    write_terms(place / "library", "a", text=f"It was in attachments/{OTHER} once.")
    assert publish(yes=False)[0]["not_attached"]["count"] == 0


def test_taking_back_looks_at_the_files_of_that_version(place, publish, run):
    write_terms(place / "library", "a", text=f"attachments/{SHA256}")
    form = place / "form.pdf"
    form.write_bytes(FORM)
    publish("--attach", form)
    write_terms(place / "library", "b")
    publish()
    back = ["take-back", "--tree", place / "tree", "--keys", place / "keys"]
    said, code = run(*back)
    assert (code, said["not_attached"]["count"]) == (0, 0)
