"""Finding guides, reading one whole, and what is remembered of each."""

import json
import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.guide_library import GuideHouse, guide, rule, term
from tests.support.library_examples import put
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable, NotFound
from vcs_desktop.domain.learning import RECORD, GuideFilters, GuideMarks, GuideState
from vcs_desktop.domain.reading import Heading, Items, Paragraph, Table, headings, plain
from vcs_desktop.wire.record import Record

LATER = FixedClock.on(date(2026, 11, 25))


@pytest.fixture
def house(tmp_path):
    made = GuideHouse(
        tmp_path,
        guide("budget", minutes=15),
        guide("accounts", minutes=20, level="next steps"),
        guide("bid", topic="Contracts", minutes=8),
        guide("talk", topic="Contracts", minutes=None, level="our own level"),
    )
    yield made
    made.close()


@pytest.fixture
def learning(house):
    return house.learning


def ids(answer):
    return [line.id.removeprefix("training/") for line in answer.lines]


def words(text):
    """Return every word of a text, whatever block it stands in."""
    said = []
    for block in text:
        match block:
            case Heading() | Paragraph():
                said.append(plain(block.line))
            case Items():
                said += [plain(item.line) for item in block.items]
            case Table():
                said += [plain(cell) for row in (block.head, *block.rows) for cell in row]
    return "\n".join(said)


def test_guides_stand_by_topic_then_the_easy_ones_then_the_short_ones(learning):
    answer = learning.guides()
    assert ids(answer) == ["bid", "talk", "budget", "accounts"]
    assert (answer.topics, answer.total, answer.done) == (("Contracts", "Money"), 4, 0)
    assert answer.levels == ("first steps", "next steps", "our own level")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (GuideFilters(topic="Money"), ["budget", "accounts"]),
        (GuideFilters(level="next steps"), ["accounts"]),
        (GuideFilters(minutes_at_most=15), ["bid", "talk", "budget"]),
        (GuideFilters(words="accounts"), ["accounts"]),
        (GuideFilters(words="   "), ["bid", "talk", "budget", "accounts"]),
        (GuideFilters(words="no such words"), []),
    ],
)
def test_filters_leave_what_was_asked_for(learning, filters, found):
    answer = learning.guides(filters)
    assert ids(answer) == found
    assert (answer.topics, answer.total) == (("Contracts", "Money"), 4)


def test_what_was_done_can_be_left_out(learning):
    learning.mark_done("training/bid")
    answer = learning.guides(GuideFilters(not_done=True))
    assert ids(answer) == ["talk", "budget", "accounts"]
    assert (answer.done, answer.total) == (1, 4)


def test_a_guide_that_was_done_says_so_after_a_restart(house, learning):
    learning.mark_done("training/bid")
    marks = house.started_again(LATER).guide("training/bid").line.marks
    assert marks == GuideMarks(done_at=datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert marks.state is GuideState.DONE


def test_undo_brings_back_the_day_on_which_it_was_done(house, learning):
    before = learning.mark_done("training/bid")
    later = house.started_again(LATER)
    assert later.unmark_done("training/bid") == GuideMarks()
    assert later.mark_done("training/bid", before.done_at) == before


def test_one_goes_on_where_one_left_off(house, learning):
    learning.note_place("training/bid", 0.3)
    house.started_again(LATER).note_place("training/budget", 0.5)
    left = house.started_again().left_off()
    assert (left.line.id, left.on) == ("training/budget", date(2026, 11, 25))
    assert (left.line.marks.place, left.line.minutes_left) == (0.5, 8)


@pytest.mark.parametrize("place", [0.0, 0.01, 0.99, 1.0, 7.0, -1.0])
def test_a_guide_just_opened_or_read_to_its_end_is_not_left_off(learning, place):
    learning.note_place("training/bid", place)
    assert learning.left_off() is None


def test_a_guide_that_was_done_or_that_is_gone_is_not_left_off(learning):
    learning.note_place("training/gone", 0.4)
    learning.note_place("training/bid", 0.5)
    learning.mark_done("training/bid")
    assert learning.left_off() is None


def test_nothing_is_left_off_on_the_first_day(learning):
    assert learning.left_off() is None


def test_a_guide_is_read_whole_with_its_goals_words_figures_and_sources(house):
    put(
        house.database,
        guide(
            "wages",
            terms=["term/wage", "term/not-here"],
            facts=["rule/wage", "training/bid"],
            sources=[
                {"title": "GOV.UK, wage rates", "url": "https://www.gov.uk/w",
                 "checkedOn": "2026-11-19"},
                {"title": "A book", "url": "javascript:alert(1)"},
            ],
        ),
        term("Wage", "What is paid for work."),
        rule("wage", text="For an hour."),
    )  # fmt: skip
    view = house.learning.guide("training/wages")
    outline = [plain(heading.line) for heading in headings(view.text)]
    assert outline == [
        "After this guide you can",
        "First part",
        "Second part",
        "Words in this guide",
        "Figures and rules behind it",
        "Where this comes from",
    ]
    said = words(view.text)
    for each in (
        "say what wages is",
        "Wage: What is paid for work.",
        "The wage: For an hour.",
        "GOV.UK, wage rates · Checked on 19 November 2026",
        "Last checked on 20 November 2026. Licence: MIT.",
    ):
        assert each in said
    assert [term.id for term in view.terms] == ["term/wage"]
    assert [thing.id for thing in view.related] == ["rule/wage"]
    assert links(view.text) == [f"{RECORD}rule/rule/wage", "https://www.gov.uk/w"]
    assert plain(view.sheet[0].line) == "On one page"


def links(text):
    items = [item for block in text if isinstance(block, Items) for item in block.items]
    lines = [block.line for block in text if isinstance(block, Paragraph)]
    spans = [span for line in (*lines, *(item.line for item in items)) for span in line]
    return [span.link for span in spans if span.link]


def test_a_guide_from_elsewhere_names_its_source_even_without_notes(house):
    put(house.database, guide("law", source="Acas", sourceUrl="https://www.acas.org.uk/"))
    view = house.learning.guide("training/law")
    assert "https://www.acas.org.uk/" in links(view.text)


def test_a_guide_that_says_nothing_about_itself_is_its_text_alone(house):
    put(
        house.database,
        Record("training", "training/bare", {"title": "Bare", "body": "Only this."}),
    )
    view = house.learning.guide("training/bare")
    assert view.text == view.own_text
    assert view.sheet == ()


@pytest.mark.parametrize("guide_id", ["training/none", "term/wage"])
def test_what_is_no_guide_cannot_be_read(house, guide_id):
    put(house.database, term("Wage"))
    with pytest.raises(NotFound):
        house.learning.guide(guide_id)


def test_a_guide_with_a_broken_check_is_kept_but_cannot_be_read(house):
    put(house.database, guide("broken", check=[{"question": "Why?", "answers": []}]))
    with pytest.raises(NotFound):
        house.learning.guide("training/broken")


def test_the_kind_of_a_record_says_which_part_of_the_page_shows_it(house):
    put(house.database, rule("wage"))
    assert house.learning.kind_of("rule/wage") == "rule"
    assert house.learning.kind_of("training/bid") == "training"
    assert house.learning.kind_of("nothing") == ""


TERMS = (
    term("Restricted fund", alsoKnownAs=["restricted money"]),
    term("Full cost recovery", alsoKnownAs=["FCR"], foundBy=["recovering"]),
    term("Award"),
    term("Awards", "A meeting with prizes."),
    term("Café"),
    term("Charity"),
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("restricted fund", "Restricted fund"),
        ("Restricted funds", "Restricted fund"),
        ("“restricted money”,", "Restricted fund"),
        ("full-cost recovery", "Full cost recovery"),
        ("FCR", "Full cost recovery"),
        ("recovering", "Full cost recovery"),
        ("the charity's", None),
        ("charity's", "Charity"),
        ("charity\u2019s", "Charity"),
        ("CHARITIES", "Charity"),
        ("cafe", "Café"),
        ("award", "Award"),
        ("awards", "Awards"),
        ("nothing of the sort", None),
        ("", None),
        ("?!", None),
        ("x" * 100_000, None),
    ],
)
def test_a_word_is_explained_however_it_is_written(house, asked, found):
    put(house.database, *TERMS)
    term = house.learning.meaning(asked)
    assert (term and term.title) == found


def test_answers_are_kept_as_they_are_given_and_forgotten_for_a_new_try(house, learning):
    view = learning.guide("training/bid")
    check = view.resource.check
    learning.note_answers("training/bid", check, [(1, 0), ()])
    kept = house.started_again().guide("training/bid").line.marks.attempt
    assert kept.chosen == ((1, 0), ())
    assert learning.note_answers("training/bid", check, [(), ()]) == GuideMarks()


def test_a_guide_can_be_read_in_a_browser(house, learning):
    page = learning.make_web_page("training/bid")
    assert page.parent == house.folder / "pages"
    assert re.fullmatch(r"training-bid-[0-9a-f]{8}\.html", page.name)
    said = page.read_text("utf-8")
    for each in ("How to bid", "say what bid is", "When does a fund close?", "10 minutes"):
        assert each.replace("10", "8") in said
    assert "Last checked on 20 November 2026" in said


def test_the_sheet_of_a_guide_is_a_pdf_with_a_web_page_beside_it(house, learning):
    sheet = learning.make_sheet("training/bid")
    assert sheet.read_bytes().startswith(b"%PDF")
    assert "On one page" in sheet.with_suffix(".html").read_text("utf-8")
    assert sheet.with_suffix(".html") != learning.make_web_page("training/bid")
    chosen = house.folder / "for the wall.pdf"
    assert learning.make_sheet("training/bid", chosen) == chosen
    assert chosen.exists()


def test_a_guide_without_a_sheet_says_so(house):
    put(house.database, guide("plain", sheet=None))
    with pytest.raises(CannotUseInput, match="no sheet"):
        house.learning.make_sheet("training/plain")


@pytest.mark.parametrize(
    ("guide_id", "name"),
    [("training/bid", "training-bid"), ("../../etc/passwd", "etc-passwd"),
     ("«»", "guide"), ("x" * 300, "x" * 60)],
)  # fmt: skip
def test_whatever_its_id_the_files_of_a_guide_stay_in_their_folder(house, guide_id, name):
    put(house.database, Record("training", guide_id, {"title": "Odd", "body": "Text."}))
    page = house.learning.make_web_page(guide_id)
    assert page.parent == house.folder / "pages"
    assert re.fullmatch(rf"{name}-[0-9a-f]{{8}}\.html", page.name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("training/a-bid", "training/a_bid"), ("指南", "说明"), ("x" * 300, "x" * 301)],
)
def test_the_files_of_two_guides_never_have_the_same_name(house, one, other):
    for guide_id in (one, other):
        put(house.database, Record("training", guide_id, {"title": "Odd", "body": "Text."}))
    assert house.learning.make_web_page(one) != house.learning.make_web_page(other)


def test_what_nobody_touched_is_not_written_down(house, learning):
    learning.unmark_done("training/bid")
    assert not (house.folder / "learning.json").exists()


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        '{"guides": []}',
        '{"guides": {"a": 1}}',
        '{"guides": {"a": {"place": 2}}}',
        '{"guides": {"a": {"place": true}}}',
        '{"guides": {"a": {"done_at": 3}}}',
        '{"guides": {"a": {"attempt": []}}}',
        '{"guides": {"a": {"attempt": {"chosen": [1]}}}}',
        '{"guides": {"a": {"attempt": {"chosen": [["x"]]}}}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_file_is_put_aside_and_learning_goes_on(house, content):
    file = house.folder / "learning.json"
    file.write_text(content)
    learning = house.started_again()
    assert learning.guides().done == 0
    assert [each.read_text() for each in house.folder.glob("*damaged*")] == [content]
    learning.mark_done("training/bid")
    assert house.started_again().guides().done == 1


def test_when_the_folder_cannot_be_written_nothing_changes_and_it_says_so(learning, monkeypatch):
    def full(*_):
        raise OSError("the disk is full")

    monkeypatch.setattr("vcs_desktop.services.kept_file.write_json", full)
    with pytest.raises(FolderNotWritable):
        learning.mark_done("training/bid")
    assert learning.guides().done == 0


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("mark_done"), st.sampled_from("ab")),
        st.tuples(st.just("unmark_done"), st.sampled_from("ab")),
        st.tuples(st.just("note_place"), st.sampled_from("ab"), st.floats(-1, 2)),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(ACTS)
def test_the_file_always_holds_what_the_service_says(tmp_path_factory, acts):
    house = GuideHouse(tmp_path_factory.mktemp("learning"), guide("a"), guide("b"))
    try:
        for name, which, *more in acts:
            getattr(house.learning, name)(f"training/{which}", *more)
        assert house.started_again().guides() == house.learning.guides()
    finally:
        house.close()


def test_the_file_can_be_read_by_people(house, learning):
    learning.note_answers("training/bid", learning.guide("training/bid").resource.check, [(0,), ()])
    kept = json.loads((house.folder / "learning.json").read_text())
    assert kept["guides"]["training/bid"]["attempt"]["chosen"] == [[0], []]


def test_a_guide_with_more_parts_than_anybody_can_read_is_cut_to_size(house):
    answers = [{"text": str(n), "feedback": "No."} for n in range(40)]
    late = [*answers, {"text": "yes", "right": True, "feedback": "Yes."}]
    soon = [{"text": "yes", "right": True, "feedback": "Yes."}, *answers]
    check = [{"question": "Too late?", "answers": late}]
    check += [{"question": f"Question {n}?", "answers": soon} for n in range(200)]
    put(house.database, guide("all", goals=["try"] * 900, check=check, terms=["term/x"] * 9_000))
    resource = house.learning.guide("training/all").resource
    assert (len(resource.goals), len(resource.check)) == (20, 49)
    assert {len(question.answers) for question in resource.check} == {12}
    assert all(any(each.right for each in question.answers) for question in resource.check)
