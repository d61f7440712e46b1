"""The words by which a group's record is found."""

from vcs_desktop.domain.record_words import MOST_LETTERS, searched_words


def test_every_text_of_a_record_gives_its_words_once_without_capitals_or_accents():
    values = {"name": "Zoë Asha", "skills": ["First aid", "zoe"], "roles/1": {"title": "Chair"}}
    assert searched_words(values) == " zoe asha chair first aid"
    assert searched_words(dict(reversed(values.items()))) == searched_words(values)


def test_numbers_and_marks_are_no_words():
    assert searched_words({"count": 3, "yes": True, "email": "asha@hall.example"}) == (
        " asha hall example"
    )


def test_a_very_long_record_is_cut():
    assert len(searched_words({"notes": " ".join(f"w{n}" for n in range(50_000))})) <= MOST_LETTERS


def test_of_a_file_only_its_name_is_looked_for():
    file = {
        "name": "Fire policy.pdf",
        "media_type": "application/zip",
        "size": 3,
        "blob": "abcdef" * 10,
        "key": "fedcba" * 10,
        "sha256": "aaaaaa" * 10,
    }
    assert searched_words({"versions/1": {"label": "old", "file": file}}) == " fire policy pdf old"
