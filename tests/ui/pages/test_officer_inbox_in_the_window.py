"""The officer's inbox in the window, on the real service."""

import json

import pytest

from tests.support.every_size import usable_at_every_size
from tests.support.shared_by_service import WORDS, council, laptop_that_shares, send, service_of
from tests.support.sharing import agreed
from tests.support.titles_window import rows, words_in
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.ui.pages.publish.page import INBOX


@pytest.fixture
def key(tmp_path):
    return council(tmp_path)


@pytest.fixture
def live(tmp_path, key):
    with service_of(key, tmp_path) as made:
        yield made


@pytest.fixture
def laptop(tmp_path, live, key):
    with laptop_that_shares(tmp_path, live, key) as made:
        yield made


@pytest.fixture
def shared(laptop):
    """Two things that a group shared: a need, and something closed."""
    ids = agreed(laptop)[0], agreed(laptop, Sort.HELP)[0]
    send(laptop)
    return ids


@pytest.fixture
def part(officer):
    page = officer.come_in()
    page.sections.open(INBOX)
    return page.inbox


def open_it(part, live, officer, key=None):
    form = part.open_form
    form.address.box.setText(live.address)
    form.token.box.setText(live.new_officer("Ann"))
    if key is not None:
        form.choose(str(key.file))
        form.words_field.box.setText(WORDS)
    form.open_button.click()
    officer.wait(lambda: part.is_open)


def card_of(part, officer, uuid):
    part.titles.open(uuid)
    officer.wait(lambda: part.card is not None and part.card.thing.line.uuid == uuid)
    return part.card


def test_an_officer_reads_answers_and_keeps_what_groups_shared(
    part, live, officer, key, shared, laptop, tmp_path
):
    need, closed = shared
    open_it(part, live, officer, key)
    officer.wait(lambda: [row.mark for row in rows(part.titles)] == ["Read", "New"])
    assert "Groups compare these digits" in part.count.text()
    assert "Where to begin?" in words_in(card_of(part, officer, closed))
    card = card_of(part, officer, need)
    card.answer.box.setPlainText("There will be a bus at six.")
    card.reply_button.click()
    officer.wait(lambda: rows(part.titles)[1].mark == "Answered")
    officer.wait(lambda: part.card is not None and part.card.thing.reply != "")
    assert part.message.isVisible()
    card_of(part, officer, closed)
    assert not part.message.isVisible()
    card = card_of(part, officer, need)
    assert card.until.day() == laptop.sharing.one(need).thing.keep_until
    card.until.box.setText("1/3/2030")
    card.until.box.textEdited.emit("1/3/2030")
    card.keep_button.click()
    officer.wait(lambda: part.card is not None and "Kept until" in words_in(part.card))
    assert send(laptop).replies == 1
    assert laptop.sharing.one(need).thing.reply == "There will be a bus at six."
    file = tmp_path / "all.json"
    part.export_to(str(file))
    officer.wait(file.exists)
    officer.wait(part.message.isVisible)
    assert len(json.loads(file.read_text("utf-8"))["items"]) == 2


def test_without_the_key_what_is_closed_says_so(part, live, officer, shared):
    open_it(part, live, officer)
    assert "It is closed." in words_in(card_of(part, officer, shared[1]))


def test_what_is_missing_and_what_is_wrong_is_said_and_nothing_opens(
    part, live, officer, key, tmp_path
):
    form = part.open_form
    form.open_button.click()
    assert form.address.error
    form.address.box.setText("service.example")
    form.open_button.click()
    assert form.address.error
    form.address.box.setText(live.address)
    form.open_button.click()
    assert form.token.error
    form.token.box.setText("x" * 43)
    form.open_button.click()
    officer.wait(form.message.isVisible)
    assert "knows no officer" in form.message.words.text()
    form.choose(str(key.file))
    form.words_field.box.setText("other words")
    form.words_field.entered.emit()  # the Enter key opens it too
    officer.wait(lambda: bool(form.words_field.error))
    assert not part.is_open
    assert form.open_button.isEnabled()


def test_an_empty_inbox_says_what_will_come(part, live, officer):
    open_it(part, live, officer)
    assert part.titles.empty.title.text() == "Nothing was shared yet"


def test_putting_the_key_away_closes_the_inbox_and_forgets_what_opened_it(
    part, live, officer, key, shared
):
    open_it(part, live, officer, key)
    inbox = part._inbox
    assert part.open_form.token.secret() == ""
    assert part.open_form.words_field.secret() == ""
    officer.publisher.forget()
    officer.wait(lambda: inbox._keys is None)


def test_it_can_be_used_by_everybody_at_each_size(part, live, officer, key, shared, qtbot):
    page = officer.page
    usable_at_every_size(qtbot, page)
    open_it(part, live, officer, key)
    card_of(part, officer, shared[0])
    usable_at_every_size(qtbot, page)


def test_an_answer_that_is_half_written_outlasts_a_new_look(part, live, officer, shared):
    open_it(part, live, officer)
    card = card_of(part, officer, shared[0])
    officer.wait(lambda: [row.mark for row in rows(part.titles)] == ["Read", "Read"])
    card = card_of(part, officer, shared[0])
    card.answer.box.setPlainText("There will")
    part.again_button.click()
    assert part.progress.words.text() == "Looking what was shared"
    part._look_at(shared[0])
    arrived = []
    part._tasks.run(int, then=arrived.append, otherwise=arrived.append, lane="network")
    officer.wait(lambda: bool(arrived))
    assert part.card is card
    assert card.answer.words() == "There will"
