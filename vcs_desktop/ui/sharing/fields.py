"""The fields of a draft, for each sort of thing that is shared."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from vcs_desktop.core.language import Marked, tr, tr_marked
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.sharing.looks_personal import findings, in_words
from vcs_desktop.domain.sharing.shared import AnswerGiven, Signer, Sort
from vcs_desktop.domain.sharing.told import in_order
from vcs_desktop.domain.sharing.words import (
    BODIES,
    DISTRICTS,
    HELP_TOPICS,
    NEED_TOPICS,
    PROFILE,
    place_in_words,
)
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.bound_fields import (
    bound_choice,
    bound_day,
    bound_number,
    bound_words,
    bound_yes_no,
    one,
    yes_no_field,
)
from vcs_desktop.ui.kept_form import Bound, Change
from vcs_desktop.ui.sharing.opened import Opened
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.number_field import NumberField
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.ticks_field import TicksField

SIGNERS = ("first", "second")
"""The ids of those who sign: the same on every computer of the group."""

_MOST_IN_A_TICK = 160


def fields_for(opened: Opened) -> dict[str, Bound]:
    """Return the fields of a draft by their names, in the order in which they stand."""
    sort = opened.shared.sort
    made = _FIELDS[sort](opened) if sort else {}
    until = DateField(
        tr("The council may keep it until"),
        opened.today,
        tr("We ask them to delete it after this day."),
        toward=Toward.FUTURE,
    )
    return {**made, "keep_until": bound_day(until, "keep_until")}


def field_to_mend(bound: Mapping[str, Bound], missing: str) -> str:
    """Return the name of the field in which something that is missing can be put right."""
    known = {"signers": f"signer/{SIGNERS[0]}"}.get(missing, missing)
    if known == "answers":
        return next((name for name in bound if name.startswith("answer/")), "")
    return known if known in bound else ""


def watch_personal(field: LongTextField, names: Iterable[str]) -> None:
    """Say under a field, when somebody leaves it, what in it looks like a name or a number."""
    known = tuple(names)
    watch_words(field, lambda words: in_words(findings(words, known)))


def _profile(opened: Opened) -> dict[str, Bound]:
    offered = [(name, _tick(words, opened.told.get(name, ()))) for name, words in PROFILE.items()]
    ticks = TicksField(
        tr("What may the council know?"),
        offered,
        tr("Tick each thing. What is not ticked is not sent."),
    )
    return {
        "ticked": Bound(
            ticks,
            lambda shared: ticks.set_ticked(shared.ticked),
            lambda: one("ticked", ticks.ticked()),
        )
    }


def _tick(words: Marked, said: tuple[str, ...]) -> str:
    if not said:
        return tr("{what}: your group has not said", what=tr_marked(words))
    told = short_prose(", ".join(said), _MOST_IN_A_TICK)
    return tr("{what}: {said}", what=tr_marked(words), said=told)


def _need(opened: Opened) -> dict[str, Bound]:
    districts = [("", tr("Not said")), *((code, place_in_words(code)) for code in DISTRICTS)]
    count = NumberField(
        tr("How many people is it about?"), tr("Fewer than 5 is never told as a number.")
    )
    return {
        "topic": _choice(tr("What is it about?"), NEED_TOPICS),
        "area": bound_choice(ChoiceField(tr("Where?"), districts), "area"),
        "how_many": bound_number(count, "how_many"),
        "text": _text(opened, tr("What are you hearing?"), tr("Say it without names.")),
        "is_named": _is_named(),
    }


def _pledge(opened: Opened) -> dict[str, Bound]:
    day = DateField(tr("When did your committee decide it?"), opened.today, toward=Toward.PAST)
    made = {"decided_on": bound_day(day, "decided_on")}
    titles = {
        SIGNERS[0]: (tr("Who signs first?"), tr("What do they do in the group?")),
        SIGNERS[1]: (tr("Who else signs?"), tr("And what do they do in the group?")),
    }
    for signer_id, (who, role) in titles.items():
        made[f"signer/{signer_id}"] = _signer(opened, TextField(who), signer_id)
        made[f"role/{signer_id}"] = _role(TextField(role, optional=True), signer_id)
    return made


def _theme(opened: Opened) -> dict[str, Bound]:
    kept = yes_no_field(tr("Was the promise kept?"))
    return {
        "topic": _choice(tr("What sort of body was it?"), BODIES),
        "was_kept": bound_yes_no(kept, "was_kept"),
        "text": _text(opened, tr("What happened?"), tr("Say it without names.")),
        "is_named": _is_named(),
    }


def _consultation(opened: Opened) -> dict[str, Bound]:
    made = {}
    for given in in_order(opened.shared):
        field = LongTextField(short_prose(given.question, 1_000), optional=True)
        watch_personal(field, opened.names.values())
        made[f"answer/{given.id}"] = Bound(
            field,
            partial(_show_answer, field, given.id),
            partial(_answered, field, given.id),
        )
    day = DateField(
        tr("When did your committee agree to this?"),
        opened.today,
        optional=True,
        toward=Toward.PAST,
    )
    return {**made, "decided_on": bound_day(day, "decided_on")}


def _interest(opened: Opened) -> dict[str, Bound]:
    text = _text(opened, tr("What could you do?"), tr("A few sentences are enough."))
    together = yes_no_field(tr("Would you do it together with other groups?"))
    return {
        "text": text,
        "with_others": bound_yes_no(together, "with_others"),
        **_contact(opened),
    }


def _help(opened: Opened) -> dict[str, Bound]:
    return {
        "topic": _choice(tr("What do you want help with?"), HELP_TOPICS),
        "text": _text(opened, tr("What would you like to know?"), ""),
        **_contact(opened),
    }


def _contact(opened: Opened) -> dict[str, Bound]:
    who = TextField(tr("Who can be reached about this?"))
    how = TextField(tr("How?"), tr("An email address or a phone number"))
    return {
        "contact": Bound(
            who,
            lambda shared: who.set_words(opened.names.get(shared.contact, shared.contact)),
            lambda: one("contact", _person_of(who.words(), opened.names)),
        ),
        "contact_how": bound_words(how, "contact_how"),
    }


def _choice(title: str, words: Mapping[str, Marked]) -> Bound:
    offered = [("", tr("Not said")), *((each, tr_marked(said)) for each, said in words.items())]
    return bound_choice(ChoiceField(title, offered), "topic")


def _text(opened: Opened, title: str, hint: str) -> Bound:
    field = LongTextField(title, hint)
    watch_personal(field, opened.names.values())
    return bound_words(field, "text")


def _is_named() -> Bound:
    said = [("no", tr("No, leave our name out")), ("yes", tr("Yes, say who we are"))]
    field = ChoiceField(
        tr("Should it say who you are?"),
        said,
        tr("The service that carries it knows your group all the same."),
    )
    return bound_choice(
        field, "is_named", lambda value: "yes" if value else "no", lambda id_: id_ == "yes"
    )


def _signer(opened: Opened, field: TextField, signer_id: str) -> Bound:
    def show(shared: Any) -> None:
        person = _signing(shared, signer_id).person
        field.set_words(opened.names.get(person, person))

    def change() -> Change:
        person = _person_of(field.words(), opened.names)
        return partial(_with_signer, signer_id=signer_id, person=person)

    return Bound(field, show, change)


def _role(field: TextField, signer_id: str) -> Bound:
    return Bound(
        field,
        lambda shared: field.set_words(_signing(shared, signer_id).role),
        lambda: partial(_with_signer, signer_id=signer_id, role=field.words()),
    )


def _signing(shared: Any, signer_id: str) -> Signer:
    return next((each for each in shared.signers if each.id == signer_id), Signer(signer_id))


def _with_signer(shared: Any, *, signer_id: str, **told: str) -> Any:
    signer = replace(_signing(shared, signer_id), **told)
    others = (each for each in shared.signers if each.id != signer_id)
    signers = tuple(sorted((*others, signer), key=lambda each: each.id))
    return replace(shared, signers=tuple(each for each in signers if each.person or each.role))


def _show_answer(field: LongTextField, question_id: str, shared: Any) -> None:
    given = next((each for each in shared.answers if each.id == question_id), None)
    field.set_words(given.text if given else "")


def _answered(field: LongTextField, question_id: str) -> Change:
    return partial(_with_answer, question_id=question_id, text=field.words())


def _with_answer(shared: Any, *, question_id: str, text: str) -> Any:
    answers: tuple[AnswerGiven, ...] = tuple(
        replace(each, text=text) if each.id == question_id else each for each in shared.answers
    )
    return replace(shared, answers=answers)


def _person_of(typed: str, names: Mapping[str, str]) -> str:
    """Return the id of the one person who is called so, else the name as it was typed."""
    plain = " ".join(typed.casefold().split())
    called = {id_: " ".join(name.casefold().split()) for id_, name in names.items()}
    if Counter(called.values())[plain] != 1:
        return typed
    return next(id_ for id_, name in called.items() if name == plain)


_FIELDS: Mapping[Sort, Callable[[Opened], dict[str, Bound]]] = {
    Sort.PROFILE: _profile,
    Sort.NEED: _need,
    Sort.PLEDGE: _pledge,
    Sort.THEME: _theme,
    Sort.CONSULTATION: _consultation,
    Sort.INTEREST: _interest,
    Sort.HELP: _help,
}
