"""A group tells of itself one thing at a time, and nothing of it is lost."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.about_window import PAPERS, TOLD, AboutHouse, AboutWindow, type_in
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.group_documents import DocumentKind
from vcs_desktop.domain.kinds import OUR_GROUP
from vcs_desktop.domain.our_group import BankAccount, OurGroup, YearEnd
from vcs_desktop.domain.our_group_gaps import Step
from vcs_desktop.domain.papers import Paper
from vcs_desktop.ui.pages.our_group.about_keeping import DRAFT


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = AboutHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def about(house, show, qtbot):
    return AboutWindow(house, show, qtbot)


@pytest.fixture
def told(house, show, qtbot):
    house.tell(lambda _: TOLD)
    house.keep_papers()
    return AboutWindow(house, show, qtbot)


# The cards


def test_a_new_group_is_told_what_this_is_for_and_starts_with_its_name(about):
    part = about.part
    assert part.empty.isVisible()
    assert not part.overview.isVisible()
    part.empty.button.click()
    assert about.form.title.text() == "What is your group called?"
    assert about.question.name_field.words() == "Tea & Talk"
    assert QApplication.focusWidget() is about.question.name_field.box
    assert about.house.told is None
    about.go_on()
    assert about.house.told == OurGroup(id=OUR_GROUP, name="Tea & Talk")
    assert about.form.step == Step.LEGAL_FORM


def test_the_cards_say_what_is_missing_and_lead_to_it(told):
    overview = told.part.overview
    assert overview.isVisible()
    assert overview.told_line.text().startswith("Funders ask for all of this.")
    assert overview.told_line.text().endswith("things are missing.")
    assert overview.go_on_button.text() == "Next: What we do"
    overview.go_on_button.click()
    assert told.form.step == Step.WHAT_WE_DO


def test_a_card_is_opened_at_what_is_missing_on_it(told):
    papers = told.part.overview.change_buttons[4]
    assert papers.accessibleName() == "Change our papers"
    papers.click()
    assert told.form.step == Step.DOCUMENTS


def test_a_group_that_told_everything_hears_so(told):
    kinds = (DocumentKind.CONSTITUTION, DocumentKind.ACCOUNTS, DocumentKind.BANK_STATEMENT)
    more = (*kinds, DocumentKind.EQUALITY, DocumentKind.INSURANCE)
    papers = tuple(Paper(f"003{n}", kind=kind) for n, kind in enumerate(more))
    agreed = tuple(replace(each, agreed_on=date(2026, 1, 1)) for each in (*PAPERS, *papers))
    told.house.tell(lambda ours: replace(ours, what_we_do="Tea.", beneficiaries=("all",)))
    told.house.keep_papers(agreed)
    told.look_again()
    overview = told.part.overview
    assert overview.told_line.text() == "You have told us all that most funders ask for."
    assert not overview.go_on_button.isVisible()


def test_the_history_of_the_group_can_be_asked_for(told, qtbot):
    with qtbot.waitSignal(told.part.history_asked) as asked:
        told.part.history_button.click()
    assert asked.args == [OUR_GROUP]


def test_a_new_group_has_no_history_to_ask_for(about):
    assert not about.part.history_button.isVisible()


# The questions


def test_enter_goes_on_from_a_tick_box_too_and_space_ticks(about, qtbot):
    about.open(Step.DOCUMENTS)
    box = QApplication.focusWidget()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    about.house.settle()
    assert about.form.step == Step.DOCUMENT_DAYS
    assert list(about.house.papers) == [DocumentKind.CONSTITUTION]


def test_every_question_is_answered_by_keys_alone(about, qtbot):
    about.part.empty.button.click()

    def press(*keys):
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)
        about.house.settle()

    def write(words):
        qtbot.keyClicks(QApplication.focusWidget(), words)

    enter, space, down, tab = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Tab
    press(enter)
    press(down, down, down, enter)  # a CIO
    write("1089464")
    press(enter)
    press(tab, space)  # the second place
    about.go_on()
    for words in ("We have tea.", "tea", "carers"):
        write(words)
        about.go_on()
    write("31/3")
    press(enter)
    press(tab, tab)  # past the day, which is offered, and the calendar
    write("18400")
    press(enter)
    press(down, Qt.Key.Key_Up, enter)  # there is an account
    write("Asha")
    press(enter)
    press(space)  # the first paper
    about.go_on()
    write("1/2/2026")
    press(enter)
    about.go_on()
    assert about.form.step == Step.SIGNATORIES  # whether Asha is related is still to be said
    assert_told_by_keys(about.house.told, about.house.papers)


def assert_told_by_keys(ours, papers):
    assert ours.legal_form == LegalForm.CIO
    assert (ours.charity_number, ours.year_end) == ("1089464", YearEnd(31, 3))
    assert (ours.areas, ours.what_we_do) == (("E07000178",), "We have tea.")
    assert (ours.activities, ours.beneficiaries) == (("tea",), ("carers",))
    (year,), (paper,) = ours.years, papers.values()
    assert (year.ended_on, year.income_pence) == (date(2026, 3, 31), 18_400_00)
    assert ours.has_account is True
    assert [(each.name, each.is_related) for each in ours.signatories] == [("Asha", None)]
    assert (paper.kind, paper.agreed_on) == (DocumentKind.CONSTITUTION, date(2026, 2, 1))
    assert ours.live_grants == ()


def test_what_is_typed_is_kept_while_one_stays_and_is_said(told, qtbot):
    question = told.open(Step.NAME)
    with qtbot.waitSignal(told.part.keeping.kept, timeout=20_000):
        type_in(qtbot, question.name_field, "Tea and Talk")
    assert told.house.told.name == "Tea and Talk"
    qtbot.waitUntil(lambda: told.form.saved_line.words.text() == "Saved")


def test_what_is_wrong_is_said_and_one_stays_until_it_is_right(told, qtbot):
    told.open(Step.NAME)
    told.go_on()
    question = told.open(Step.NUMBERS)
    assert told.form.saved_line.words.text() == "Saved"
    type_in(qtbot, question.fields["charity_number"], "12345")
    told.go_on()
    assert told.form.step == Step.NUMBERS
    assert told.form.summary.isVisible()
    assert QApplication.focusWidget() is told.form.summary.box
    assert told.house.told.charity_number == "1089464"
    assert told.form.saved_line.words.text() == ""
    type_in(qtbot, question.fields["charity_number"], "202918")
    told.go_on()
    assert told.form.step != Step.NUMBERS
    assert told.house.told.charity_number == "202918"


def test_one_may_leave_with_something_wrong_and_finds_it_again(told, qtbot):
    question = told.open(Step.NUMBERS)
    type_in(qtbot, question.fields["charity_number"], "12345")
    told.form.leave_button.click()
    told.house.settle()
    assert told.part.overview.isVisible()
    field = told.open(Step.NUMBERS).fields["charity_number"]
    assert field.words() == "12345"
    assert field.error.startswith("A charity number has 6 or 7 digits.")
    type_in(qtbot, field, "202918")
    told.form.leave_button.click()
    told.house.settle()
    assert told.house.inside.desk.read(DRAFT) is None
    assert told.house.told.charity_number == "202918"


def test_back_loses_nothing_and_any_question_can_be_gone_to(told, qtbot):
    question = told.open(Step.WHAT_WE_DO)
    qtbot.keyClicks(question.words_field.box, "We have tea.")
    told.form.back_button.click()
    told.house.settle()
    assert told.form.step == Step.AREAS
    assert told.house.told.what_we_do == "We have tea."
    told.form.steps.fold.set_open(True)
    steps = told.form.steps.buttons
    assert steps[Step.AREAS].accessibleName() == "Where we work: you are here"
    assert steps[Step.WHAT_WE_DO].accessibleName() == "What we do: answered"
    assert steps[Step.BENEFICIARIES].accessibleName() == "Who we are there for: not answered yet"
    steps[Step.WHAT_WE_DO].click()
    assert told.question.words_field.words() == "We have tea."


def test_going_on_leads_to_what_has_no_answer_yet_and_then_to_the_cards(told):
    told.house.tell(lambda ours: replace(ours, what_we_do="Tea.", beneficiaries=("all",)))
    papers = tuple(replace(each, agreed_on=date(2026, 1, 1)) for each in PAPERS)
    told.house.keep_papers(papers)
    told.house.tell(lambda ours: replace(ours, live_grants=None))
    told.look_again()
    told.open(Step.SIGNATORIES)
    told.go_on()
    assert told.form.step == Step.GRANTS
    assert told.form.leave_button.text() == "Finish later"
    told.go_on()
    assert told.part.overview.isVisible()
    assert told.house.told.live_grants == ()


def test_a_number_is_asked_for_by_what_the_group_is(told):
    assert list(told.open(Step.NUMBERS).fields) == ["charity_number", "company_number"]
    told.house.tell(lambda ours: replace(ours, legal_form=LegalForm.COMMUNITY_BENEFIT_SOCIETY))
    told.look_again()
    assert list(told.question.fields) == ["society_number"]


def test_years_are_added_and_taken_away_and_undo_brings_them_back(told, qtbot):
    question = told.open(Step.YEARS)
    question.more_button.click()
    first, second = question.cards
    assert question.field(second, "ended").day() == date(2025, 3, 31)
    type_in(qtbot, question.field(second, "income"), "17000")
    told.part.keeping.autosave.now()
    told.house.settle()
    assert [each.income_pence for each in told.house.told.years] == [18_400_00, 17_000_00]
    question.away_buttons[first].click()
    told.house.settle()
    assert [each.id for each in told.house.told.years] == [second]
    told.house.inside.records.undo()
    told.house.session.tell_changed()
    told.house.settle()
    assert list(told.question.cards) == [first, second]


def test_a_year_that_was_only_offered_is_not_kept(about):
    about.house.tell(lambda _: OurGroup(name="Tea & Talk", year_end=YearEnd(31, 3)))
    about.look_again()
    question = about.open(Step.YEARS)
    (offered,) = question.cards
    assert question.field(offered, "ended").day() == date(2026, 3, 31)
    about.go_on()
    assert about.house.told.years == ()


def test_a_bank_account_is_asked_for_only_where_there_is_one(told, qtbot):
    question = told.open(Step.BANK)
    assert question.fields["sort_code"].isVisible()
    type_in(qtbot, question.fields["bank_name"], "The Bank")
    type_in(qtbot, question.fields["sort_code"], "123456")
    type_in(qtbot, question.fields["account_number"], "1234")
    told.part.keeping.autosave.now()
    told.house.settle()
    assert told.house.told.bank == BankAccount("The Bank", "", "12-34-56", "")
    question.has_field.options[1].button.click()
    assert not question.fields["sort_code"].isVisible()
    told.go_on()
    assert told.house.told.has_account is False
    assert told.house.told.bank is None


def test_papers_keep_their_days_when_others_are_ticked_or_renamed(told):
    papers = (
        replace(PAPERS[0], agreed_on=date(2026, 1, 1)),
        replace(PAPERS[1], review_on=date(2027, 1, 1)),
    )
    told.house.keep_papers(papers)
    told.look_again()
    question = told.open(Step.DOCUMENTS)
    question.kinds_field.ticks["constitution"].box.click()
    question.others_field.box.setPlainText("Rota of drivers\nKey holders")
    told.go_on()
    found = told.house.papers
    assert set(found) == {"constitution", "safeguarding", "Rota of drivers", "Key holders"}
    assert found["safeguarding"].agreed_on == date(2026, 1, 1)
    assert found["Rota of drivers"] == replace(papers[1], name="Rota of drivers")


def test_a_grant_that_has_left_the_library_is_not_lost(told):
    question = told.open(Step.GRANTS)
    question.grants_field.ticks["call/a"].box.click()
    told.go_on()
    assert told.house.told.live_grants == ("call/gone", "call/a")


def test_to_look_at_a_question_and_leave_changes_nothing(told):
    count = len(told.house.inside.records.history(OUR_GROUP))
    for step in Step:
        told.open(step)
        told.form.leave_button.click()
    told.house.settle()
    assert len(told.house.inside.records.history(OUR_GROUP)) == count
    assert told.house.told == replace(TOLD, id=OUR_GROUP)
