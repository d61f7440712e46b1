"""The guides: long enough to help, easy to read, with a source for every fact and a fair check."""

import ast
import re
from datetime import date
from decimal import Decimal

import pytest
from markdown_it import MarkdownIt

from tests.support.reading_age import (
    HARDEST_GRADE,
    LONGEST_SENTENCE,
    grade,
    sentences,
    syllables,
    word_count,
)
from tests.support.starter import ROOT, of

GUIDES = {each.id: each.data for each in of("training")}
HELP_PAGES = {
    path.name: text.split("\n---\n", 1)[1]
    for path in sorted((ROOT / "resources" / "help").glob("*.md"))
    if (text := path.read_text("utf-8")).startswith("---\n")
}
SHORTEST, LONGEST = 600, 1500
MOST_SHEET_LINES = 45
NUMBER = re.compile(r"\[(\d+)\]")
COUNTED = re.compile(r"((?:^>.*\n)+)\n(?:It has|It has fewer than) (\d+) words", re.MULTILINE)
"""An example set apart from the text, and the words that say how long it is."""
KEY = re.compile(r"(?:Ctrl|Shift|Alt|F\d|Esc|Enter|Down|Up|Tab|>)\b|>")
"""How the name of a key begins, or what is typed into the search."""
FILES = ("portable.txt", "data", "LICENSE")
"""What a help page names in bold that is in a folder and not in the window."""


@pytest.fixture(params=sorted(GUIDES))
def guide(request):
    return GUIDES[request.param]


def words_of(guide):
    """Return everything of a guide that a person reads, as one Markdown text."""
    check = [
        words
        for question in guide["check"]
        for words in (question["question"], *(f"{a['text']}\n\n{a['feedback']}" for a in
                                              question["answers"]))
    ]  # fmt: skip
    return "\n\n".join([guide["body"], guide["summary"], *guide["goals"], *check])


def tables(markdown):
    """Yield each table as rows of cells."""
    rows = []
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and token.level and rows:
            rows[-1].append(token.content.replace("**", ""))
        elif token.type == "table_close":
            yield rows
            rows = []


def money(cell):
    """Return the pounds in a cell, or None when it holds something else."""
    plain = cell.replace(",", "").strip()
    return Decimal(plain.replace("£", "")) if re.fullmatch(r"-?£\d+\.\d\d", plain) else None


def test_a_guide_is_as_long_as_a_tea_break(guide):
    assert SHORTEST <= word_count(guide["body"]) <= LONGEST
    assert 5 <= guide["minutes"] <= 30


def test_a_guide_has_headings_and_no_html(guide):
    assert len(re.findall(r"^## ", guide["body"], re.MULTILINE)) >= 3
    assert not re.search(r"^# |^####", guide["body"], re.MULTILINE)
    assert "<" not in guide["body"] + guide["sheet"]


def test_a_guide_says_what_one_can_do_afterwards(guide):
    assert 3 <= len(guide["goals"]) <= 5
    for goal in guide["goals"]:
        assert goal[0].islower(), f"it completes “After this you can …”: {goal}"
        assert not goal.endswith(".")


def test_a_check_has_four_to_six_questions_with_one_right_answer_each(guide):
    assert 4 <= len(guide["check"]) <= 6
    for question in guide["check"]:
        assert 3 <= len(question["answers"]) <= 4, question["question"]
        assert sum(bool(answer.get("right")) for answer in question["answers"]) == 1


def test_every_answer_is_told_why(guide):
    for question in guide["check"]:
        told = [answer["feedback"] for answer in question["answers"]]
        assert all(len(each.split()) >= 5 for each in told), question["question"]
        assert len(set(told)) == len(told), question["question"]


def test_the_right_answer_has_no_place_of_its_own_and_is_not_told_by_its_length(guide):
    places, longest = set(), 0
    for question in guide["check"]:
        answers = question["answers"]
        right = next(place for place, answer in enumerate(answers) if answer.get("right"))
        places.add(right)
        lengths = [len(answer["text"]) for answer in answers]
        longest += lengths[right] == max(lengths) and lengths.count(max(lengths)) == 1
    assert len(places) > 1
    assert longest < len(guide["check"])


def test_a_sheet_fits_a_page_and_has_boxes_to_tick(guide):
    lines = [line for line in guide["sheet"].splitlines() if line.strip()]
    assert len(lines) <= MOST_SHEET_LINES
    assert sum(line.lstrip().startswith("- [ ] ") for line in lines) >= 3
    assert not NUMBER.search(guide["sheet"]), "a sheet has no room for sources"


def test_a_rate_on_a_sheet_says_from_when_it_is(guide):
    """A sheet hangs on a wall for years, and a rate of pay changes each April."""
    for line in guide["sheet"].splitlines():
        if re.search(r"£\d", line):
            assert re.search(r"\b20\d\d\b", line), line


def test_words_that_a_guide_counts_are_as_many_as_it_says(guide):
    for said in COUNTED.finditer(guide["body"]):
        counted, most = len(said[1].replace(">", "").replace("**", "").split()), int(said[2])
        assert counted < most if "fewer" in said[0] else counted == most


def test_every_number_in_the_text_has_its_source_and_every_source_is_used(guide):
    named = {int(number) for number in NUMBER.findall(words_of(guide))}
    assert named == set(range(1, len(guide["sources"]) + 1))


def test_every_source_says_where_and_when_it_was_read(guide):
    for source in guide["sources"]:
        assert source["title"]
        assert re.match(r"https?://\S+$", source["url"]), source["title"]
        assert date.fromisoformat(source["checkedOn"]) <= date.fromisoformat(guide["asOf"])


def test_terms_and_facts_of_a_guide_exist(guide):
    assert len(guide["terms"]) >= 3
    assert set(guide["terms"]) <= {each.id for each in of("term")}
    assert set(guide["facts"]) <= {each.id for each in (*of("fact"), *of("rule"))}


def test_every_column_of_a_table_has_a_name(guide):
    for table in tables(guide["body"] + "\n\n" + guide["sheet"]):
        assert all(table[0]), table[0]


def test_a_worked_example_says_that_it_is_practice(guide):
    if "Marston" in guide["body"]:
        assert "practice" in guide["body"]


def test_sums_of_pounds_and_pence_add_up(guide):
    for table in tables(guide["body"]):
        for column in range(1, max(map(len, table))):
            found = Decimal(0)
            for row in table:
                amount = money(row[column]) if column < len(row) else None
                if amount is None:
                    continue
                if row[0].startswith("Total"):
                    assert amount == found, f"{row}: the lines above make {found}"
                    found = Decimal(0)
                else:
                    found += amount


def test_a_guide_can_be_read_at_eleven(guide):
    assert grade(words_of(guide)) <= HARDEST_GRADE


def test_no_sentence_of_a_guide_is_long(guide):
    for sentence in sentences(words_of(guide)):
        assert len(sentence) <= LONGEST_SENTENCE, " ".join(sentence)


def test_the_glossary_can_be_read_at_eleven():
    assert grade("\n\n".join(each.data["text"] for each in of("term"))) <= HARDEST_GRADE


@pytest.mark.parametrize("term", of("term"), ids=lambda term: term.id)
def test_no_sentence_of_a_term_is_long(term):
    for sentence in sentences(term.data["text"]):
        assert len(sentence) <= LONGEST_SENTENCE, " ".join(sentence)


@pytest.mark.parametrize("name", HELP_PAGES)
def test_a_help_page_can_be_read_at_eleven(name):
    assert grade(HELP_PAGES[name]) <= HARDEST_GRADE
    for sentence in sentences(HELP_PAGES[name]):
        assert len(sentence) <= LONGEST_SENTENCE, " ".join(sentence)


def test_what_help_tells_people_to_press_is_what_they_see():
    """Bold words in help are buttons, menus, pages and keys, under the names the window uses."""
    known = [re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(each))) for each in marked_words()]
    unknown = [
        (name, part)
        for name, text in HELP_PAGES.items()
        for bold in re.findall(r"\*\*([^*]+)\*\*", text)
        if not bold.endswith(".")
        for part in bold.split(", ")
        if not (KEY.match(part) or part in FILES or any(each.fullmatch(part) for each in known))
    ]
    assert unknown == []


def marked_words():
    """Return every string in the window's code that people see, and the titles of help."""
    titles = {
        line.removeprefix("title: ")
        for path in (ROOT / "resources" / "help").glob("*.md")
        for line in path.read_text("utf-8").splitlines()[:6]
        if line.startswith("title: ")
    }
    for path in (ROOT / "vcs_desktop").rglob("*.py"):
        for each in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(each, ast.Call)
                and isinstance(each.func, ast.Name)
                and each.func.id in ("tr", "tr_count", "marked", "tr_marked")
                and each.args
                and isinstance(each.args[0], ast.Constant)
            ):
                titles.add(each.args[0].value.replace("&", ""))
    return titles


@pytest.mark.parametrize(
    ("word", "count"),
    [("money", 2), ("the", 1), ("table", 2), ("asked", 1), ("needed", 2), ("cake", 1),
     ("remember", 3), ("lunches", 2), ("times", 1), ("£12.71", 1), ("safeguarding", 1)],
)  # fmt: skip
def test_syllables_are_counted(word, count):
    assert syllables(word) == count


def test_a_hard_text_is_told_from_an_easy_one():
    easy = "We meet on Tuesday. We cook and eat. Then we wash up and go home."
    hard = "Notwithstanding institutional heterogeneity, practitioners prioritise deliverability."
    assert grade(easy) < 2
    assert grade(hard) > 2 * HARDEST_GRADE


def test_headings_and_tables_do_not_count_as_sentences():
    text = "## Heading\n\n| a | b |\n| --- | --- |\n| long | cell |\n\n- [ ] Ring the **bank**. [1]"
    assert sentences(text) == [["Ring", "the", "bank"]]
