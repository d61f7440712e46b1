"""Whoever presses twice in a hurry does it once."""


def twice(button):
    """Press a button a second time before anything came of the first."""
    button.click()
    button.click()


def started(page, house):
    page.start_button.click()
    house.settle()
    return page.places.front()


def part(page, house, begun, name):
    view = page.open(begun, name)
    house.settle()
    return view.front()


def test_one_application_begins(page, house):
    twice(started(page, house).standard_button)
    house.settle()
    assert len(house.inside.applications.lines()) == 1


def test_one_application_begins_with_a_grant(page, house):
    view = started(page, house)
    view.grants.box.setCurrentIndex(1)
    house.settle()
    twice(view.from_grant)
    house.settle()
    assert len(house.inside.applications.lines()) == 1


def test_questions_that_were_found_begin_one_application(page, house):
    view = started(page, house)
    view.read_text("1. What will you do?", is_old=False)
    house.settle()
    twice(view.confirm().keep_button)
    house.settle()
    assert len(house.inside.applications.lines()) == 1


def test_questions_that_were_found_become_one_list(page, house):
    view = started(page, house)
    view.read_text("1. What will you do?", is_old=False)
    house.settle()
    view.confirm().name.set_words("Small grants")
    twice(view.confirm().list_button)
    house.settle()
    assert len(house.inside.applications.question_lists()) == 1


def test_one_copy_is_kept(page, house, begun):
    ready = part(page, house, begun, "ready")
    twice(ready.keep_button)
    house.settle()
    assert len(house.application(begun).application.copies) == 1


def test_a_paper_is_added_once(page, house, begun):
    papers = part(page, house, begun, "papers")
    papers.new_paper.set_words("Quote for the oven")
    twice(papers.add_paper_button)
    house.settle()
    names = [each.name for each in house.application(begun).application.papers]
    assert names.count("Quote for the oven") == 1


def test_somebody_who_signs_is_added_to_the_people_once(page, house, begun):
    papers = part(page, house, begun, "papers")
    papers.signer.new_wanted.emit("Jean Marsh")
    papers.signer.new_wanted.emit("Jean Marsh")
    house.settle()
    assert len(house.application(begun).application.signatures) == 1


def test_one_row_of_the_plan_is_added(page, house, begun):
    plan = part(page, house, begun, "plan")
    twice(plan.add_button)
    house.settle()
    assert len(house.application(begun).application.changes) == 1


def test_one_question_is_added(page, house, begun):
    answers = part(page, house, begun, "answers")
    before = len(house.application(begun).answers)
    twice(answers.questions.add_button)
    house.settle()
    assert len(house.application(begun).answers) == before + 1


def test_an_act_that_failed_can_be_tried_again(page, house, begun):
    ready = part(page, house, begun, "ready")
    for each in house.application(begun).answers:
        house.inside.applications.remove_question(each.id)
    ready.keep_button.click()
    house.settle()
    assert "There is nothing in this application to keep yet." in ready.message.words.text()
    house.inside.records.undo()
    ready.keep_button.click()
    house.settle()
    assert len(house.application(begun).application.copies) == 1
