"""Questions that a group keeps as a list: made of an application, and put in the bin."""


def test_the_questions_of_an_application_are_kept_as_a_list_which_goes_to_the_bin(
    page, house, begun, qtbot
):
    page.shown()
    house.settle()
    page.view.titles.open(begun)
    house.settle()
    page.view.card.list_button.click()
    house.settle()
    assert "are kept as a list" in page.undo_bar.words.text()
    card = page.start().list_card
    house.settle()
    assert card.isVisible()
    card.remove_button.click()
    assert card.lists.error == "Choose a list first."
    card.lists.box.setCurrentIndex(1)
    card.remove_button.click()
    house.settle()
    assert not card.isVisible()
    assert house.inside.applications.question_lists() == []
    page.undo_bar.undo_button.click()
    house.settle()
    assert card.isVisible()
