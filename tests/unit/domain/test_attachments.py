"""Files that a record points to are found wherever it says so, each once."""

from vcs_desktop.domain.attachments import MOST, PointedAt, attachments_of

ONE, TWO = "1" * 64, "2" * 64


def test_a_document_of_a_contract_points_to_its_file_and_gives_it_its_title():
    documents = [
        {"id": "a", "title": "What is asked", "url": f"attachments/{ONE}"},
        {"id": "b", "description": "A map", "url": f"attachments/{TWO}"},
        {"id": "c", "title": "Elsewhere", "url": "https://a.example/b.pdf"},
    ]
    assert attachments_of({"tender": {"documents": documents}}) == (
        PointedAt("What is asked", ONE),
        PointedAt("A map", TWO),
    )


def test_a_file_that_is_pointed_at_twice_is_one_and_its_title_is_one_plain_line():
    data = {
        "title": "The\n Compact\u202e",
        "file": f"attachments/{ONE}",
        "more": [f"attachments/{ONE}"],
    }
    assert attachments_of(data) == (PointedAt("The Compact", ONE),)


def test_what_only_looks_like_a_pointer_is_none():
    for text in (f"attachments/{ONE}/..", f"/attachments/{ONE}", "attachments/" + "G" * 64,
                 f"attachments/{ONE}\n", f"see attachments/{ONE}"):  # fmt: skip
        assert attachments_of({"a": text}) == ()


def test_a_record_nested_without_end_and_one_with_files_without_end_are_read():
    data = [f"attachments/{number:064x}" for number in range(MOST + 5)]
    for _ in range(5_000):
        data = [data]
    assert len(attachments_of(data)) == MOST
