"""An application on the command line: begun from a notice, answered, shown."""

import pytest

from vcs_desktop.feeds.questions_in import old_form_from

WARM = "practice/grant/warm-welcome"


def write(tmp_path, data):
    path = tmp_path / "answer.txt"
    path.write_bytes(data)
    return path


def test_a_notice_makes_an_application_whose_id_comes_first(run):
    words, code = run("new", "--notice", WARM, as_json=False)
    assert code == 0
    application_id = words.split()[0]
    told, code = run("show", application_id)
    assert code == 0
    assert (told["id"], told["notice"]) == (application_id, WARM)
    assert told["name"] == "Warm welcome (practice)"
    assert [each["ref"] for each in told["questions"]] == ["1", "2", "3", "4", "5"]
    assert told["questions"][3]["unit"] == "characters"
    assert told["terms"]["award_max"] == 2000
    assert [each["name"] for each in told["documents"]] == ["Bank statement", "Group rules"]


def test_an_answer_comes_in_from_a_file_and_is_counted(run, begun, tmp_path):
    path = write(tmp_path, "\ufeffWe cook.\r\nEvery Tuesday 🎉, for مرحبا".encode())
    told, code = run("set", begun, "--question", "1", "--text-file", path)
    assert code == 0
    assert told["question"]["text"] == "We cook.\nEvery Tuesday 🎉, for مرحبا"
    assert (told["question"]["count"], told["question"]["over"]) == (7, 0)
    assert told["question"]["state"] == "draft"
    words, _ = run("show", begun, as_json=False)
    assert "1. What does your group do?  (7 words of 100.)\nWe cook.\nEvery Tuesday" in words


def test_over_the_limit_is_kept_and_told(run, begun, tmp_path):
    told, code = run("set", begun, "--question", "5", "--text-file", write(tmp_path, b"w " * 70))
    assert code == 0
    assert (told["question"]["count"], told["question"]["over"]) == (70, 10)


def test_a_question_is_named_by_the_form_and_then_by_its_place(run, tmp_path):
    begun = run("new", "--notice", "practice/grant/pots-and-pans")[0]["id"]
    path = write(tmp_path, b"Shelves.")
    assert run("set", begun, "--question", "b", "--text-file", path)[0]["question"]["ref"] == "B"
    assert run("set", begun, "--question", "4", "--text-file", path)[0]["question"]["ref"] == "D"


@pytest.mark.parametrize("question", ["0", "6", "-1", "²", "nine", "99999999999999999999", ""])
def test_a_question_that_is_not_there_is_refused(run, begun, tmp_path, question):
    path = write(tmp_path, b"Tea.")
    told, code = run("set", begun, f"--question={question}", "--text-file", path)
    assert code == 2
    assert "no question" in told["error"]["message"]
    assert all(not each["text"] for each in run("show", begun)[0]["questions"])


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00\x81", b"\x81\x8d\x00", b"x" * 4_000_001])
def test_what_is_no_text_or_too_much_changes_nothing(run, begun, tmp_path, data):
    told, code = run("set", begun, "--question", "1", "--text-file", write(tmp_path, data))
    assert code == 2
    assert told["error"]["message"]
    assert run("show", begun)[0]["questions"][0]["text"] == ""


def test_a_text_longer_than_a_field_is_refused(run, begun, tmp_path):
    path = write(tmp_path, b"x" * 200_000)
    told, code = run("set", begun, "--question", "1", "--text-file", path)
    assert code == 2
    assert "too long" in told["error"]["message"]


def test_a_file_that_is_not_there_is_told(run, begun, tmp_path):
    told, code = run("set", begun, "--question", "1", "--text-file", tmp_path / "none.txt")
    assert code == 2
    assert told["error"]["message"] == "This file cannot be opened."


@pytest.mark.parametrize(
    ("notice", "why"),
    [
        ("nothing/of/this", "cannot find"),
        ("ocds-practice-0001-lunches-for-a-day-centre", "a contract"),
        ("rule/below-threshold-notice-central", "cannot find"),
    ],
)
def test_only_a_grant_can_be_begun_from(run, notice, why):
    told, code = run("new", "--notice", notice)
    assert code == 2
    assert why in told["error"]["message"]


def test_an_id_of_something_else_is_refused(run):
    told, code = run("show", "our-group")
    assert code == 2
    assert "cannot find" in told["error"]["message"]


@pytest.mark.parametrize("sort", ["docx", "txt", "pdf"])
def test_what_we_wrote_ourselves_comes_back_as_an_old_application(run, begun, tmp_path, sort):
    told = "We run a lunch club.\n- Tuesdays\n- Thursdays\n1. First\n2. Second"
    for question in "12345":
        run("set", begun, "--question", question, "--text-file", write(tmp_path, told.encode()))
    out = tmp_path / f"ours.{sort}"
    assert run("export", begun, "--format", sort, "--out", out)[1] == 0
    answers = old_form_from(out).answers[:5]
    asked = [each["question"] for each in run("show", begun)[0]["questions"]]
    assert [each.question.text for each in answers] == asked
    assert [each.question.ref for each in answers] == list("12345")
    whole = answers if sort != "pdf" else answers[:4]  # a page's foot follows the last
    assert {" ".join(each.text.split()) for each in whole} == {" ".join(told.split())}
