"""Who did what, and when, in words."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked
from vcs_desktop.domain.acts import BEGINS_APPLICATION, Verb
from vcs_desktop.domain.days import in_words, local_day
from vcs_desktop.domain.history import Done, Entry
from vcs_desktop.domain.kinds import BUDGET, PROFILE, RETENTION_RULES

_DELETE, _RESTORE, _ERASE = "delete", "restore", "erase"
"""What an operation does to its record, whatever a person meant by it."""

_OF_DEED = {_DELETE: Verb.DELETE, _RESTORE: Verb.RESTORE, _ERASE: Verb.ERASE}

_OF_ONE = (Verb.MERGE, *BEGINS_APPLICATION)
"""What is done to several records and is about one, by whose name it is known."""

_HERE: Mapping[str, Marked] = MappingProxyType(
    {
        Verb.ADD: marked("{who} added this"),
        Verb.CHANGE: marked("{who} changed this"),
        Verb.DELETE: marked("{who} put this in the bin"),
        Verb.RESTORE: marked("{who} took this out of the bin"),
        Verb.CHOOSE: marked("{who} chose between two versions"),
        Verb.ERASE: marked("{who} deleted this for good"),
        Verb.ADD_PEOPLE: marked("{who} added this"),
        Verb.BRING_IN: marked("{who} brought this in from a file"),
        Verb.MERGE: marked("{who} made one of two"),
        Verb.TELL_APART: marked("{who} said that these are two people"),
        Verb.KEEP: marked("{who} kept this for another year"),
        Verb.TICK: marked("{who} ticked this off"),
        Verb.PUT_ON_ROTA: marked("{who} put somebody on the rota"),
        Verb.TAKE_OFF_ROTA: marked("{who} took somebody off the rota"),
        Verb.ANSWER_ROTA: marked("{who} wrote down what somebody said"),
        Verb.MAKE_ROTA: marked("{who} added this to the rota"),
        Verb.THANK: marked("{who} thanked somebody"),
        Verb.BEGIN_SHEET: marked("{who} began this sheet"),
        Verb.CAME: marked("{who} ticked somebody"),
        Verb.CAME_NEW: marked("{who} added and ticked somebody new"),
        Verb.NOT_CAME: marked("{who} took a tick away"),
        Verb.BRING_IN_SHEETS: marked("{who} brought in who came"),
        Verb.BRING_IN_LIST: marked("{who} brought this in from a file"),
        Verb.BEGIN_APPLICATION: marked("{who} began this application"),
        Verb.BRING_IN_APPLICATION: marked("{who} brought this in from an old application"),
        Verb.MOVE_QUESTION: marked("{who} moved a question"),
        Verb.TAKE_OVER: marked("{who} took over what the funder changed"),
        Verb.UNDO: marked("{who} took a change back"),
        Verb.REDO: marked("{who} made a change again"),
    }
)
_BACK_AND_FORTH: Mapping[tuple[str, str], Marked] = MappingProxyType(
    {
        (Verb.UNDO, _DELETE): marked("{who} took something back, so this went to the bin"),
        (Verb.UNDO, _RESTORE): marked("{who} took something back, so this left the bin"),
        (Verb.REDO, _DELETE): marked("{who} did something again, so this went to the bin"),
        (Verb.REDO, _RESTORE): marked("{who} did something again, so this left the bin"),
    }
)
_NAMED: Mapping[str, Marked] = MappingProxyType(
    {
        Verb.ADD: marked("{who} added {name}"),
        Verb.CHANGE: marked("{who} changed {name}"),
        Verb.DELETE: marked("{who} put {name} in the bin"),
        Verb.RESTORE: marked("{who} took {name} out of the bin"),
        Verb.CHOOSE: marked("{who} chose a version for {name}"),
        Verb.ERASE: marked("{who} deleted something for good"),
        Verb.ADD_PEOPLE: marked("{who} added {name}"),
        Verb.BRING_IN: marked("{who} brought in {name} from a file"),
        Verb.MERGE: marked("{who} made one of two: {name}"),
        Verb.TELL_APART: marked("{who} said that {name} is somebody else"),
        Verb.KEEP: marked("{who} kept {name} for another year"),
        Verb.TICK: marked("{who} ticked off {name}"),
        Verb.PUT_ON_ROTA: marked("{who} put {name} on the rota"),
        Verb.TAKE_OFF_ROTA: marked("{who} took {name} off the rota"),
        Verb.ANSWER_ROTA: marked("{who} wrote down what {name} said about the rota"),
        Verb.MAKE_ROTA: marked("{who} added {name} to the rota"),
        Verb.THANK: marked("{who} thanked somebody: {name}"),
        Verb.BEGIN_SHEET: marked("{who} began the sheet of {name}"),
        Verb.CAME: marked("{who} ticked somebody who came: {name}"),
        Verb.CAME_NEW: marked("{who} added and ticked somebody who came: {name}"),
        Verb.NOT_CAME: marked("{who} took a tick away: {name}"),
        Verb.BRING_IN_SHEETS: marked("{who} brought in who came: {name}"),
        Verb.BRING_IN_LIST: marked("{who} brought in {name} from a file"),
        Verb.BEGIN_APPLICATION: marked("{who} began the application {name}"),
        Verb.BRING_IN_APPLICATION: marked("{who} brought in the old application {name}"),
        Verb.MOVE_QUESTION: marked("{who} moved a question: {name}"),
        Verb.TAKE_OVER: marked("{who} took over what the funder changed in {name}"),
        Verb.UNDO: marked("{who} took back a change to {name}"),
        Verb.REDO: marked("{who} made a change to {name} again"),
    }
)


def _brought_in(count: int, who: str) -> str:
    return tr_count(
        "{who} brought in {count} thing from a file",
        "{who} brought in {count} things from a file",
        count,
        who=who,
    )


_SEVERAL: Mapping[str, Callable[[int, str], str]] = MappingProxyType(
    {
        Verb.ADD: lambda count, who: tr_count(
            "{who} added {count} thing", "{who} added {count} things", count, who=who
        ),
        Verb.ADD_PEOPLE: lambda count, who: tr_count(
            "{who} added {count} person", "{who} added {count} people", count, who=who
        ),
        Verb.BRING_IN: lambda count, who: tr_count(
            "{who} brought in {count} person from a file",
            "{who} brought in {count} people from a file",
            count,
            who=who,
        ),
        Verb.BRING_IN_SHEETS: _brought_in,
        Verb.BRING_IN_LIST: _brought_in,
        Verb.BEGIN_APPLICATION: lambda count, who: tr_count(
            "{who} began an application of {count} part",
            "{who} began an application of {count} parts",
            count,
            who=who,
        ),
        Verb.BRING_IN_APPLICATION: lambda count, who: tr_count(
            "{who} brought in an old application of {count} part",
            "{who} brought in an old application of {count} parts",
            count,
            who=who,
        ),
        Verb.MOVE_QUESTION: lambda count, who: tr_count(
            "{who} moved {count} question", "{who} moved {count} questions", count, who=who
        ),
        Verb.TAKE_OVER: lambda count, who: tr_count(
            "{who} took over what a funder changed, in {count} part",
            "{who} took over what a funder changed, in {count} parts",
            count,
            who=who,
        ),
        Verb.MAKE_ROTA: lambda count, who: tr_count(
            "{who} added {count} shift to the rota",
            "{who} added {count} shifts to the rota",
            count,
            who=who,
        ),
        Verb.THANK: lambda count, who: tr_count(
            "{who} thanked {count} person", "{who} thanked {count} people", count, who=who
        ),
        Verb.KEEP: lambda count, who: tr_count(
            "{who} kept {count} person for another year",
            "{who} kept {count} people for another year",
            count,
            who=who,
        ),
        Verb.DELETE: lambda count, who: tr_count(
            "{who} put {count} thing in the bin",
            "{who} put {count} things in the bin",
            count,
            who=who,
        ),
        Verb.RESTORE: lambda count, who: tr_count(
            "{who} took {count} thing out of the bin",
            "{who} took {count} things out of the bin",
            count,
            who=who,
        ),
        Verb.ERASE: lambda count, who: tr_count(
            "{who} deleted {count} thing for good",
            "{who} deleted {count} things for good",
            count,
            who=who,
        ),
        Verb.UNDO: lambda count, who: tr_count(
            "{who} took back a change to {count} thing",
            "{who} took back a change to {count} things",
            count,
            who=who,
        ),
        Verb.CHANGE: lambda count, who: tr_count(
            "{who} changed {count} thing", "{who} changed {count} things", count, who=who
        ),
    }
)


def who_or_somebody(who: str) -> str:
    """Return a name, or "Somebody" where it is not known."""
    return who or tr("Somebody")


def deed_in_words(entry: Entry) -> str:
    """Return what was done to the record whose history it is: "Asha changed this"."""
    words = _BACK_AND_FORTH.get((entry.verb, entry.deed)) or _HERE[_verb(_HERE, entry)]
    return tr_marked(words, who=who_or_somebody(entry.who))


def done_in_words(done: Done) -> str:
    """Return what was done, and to what: "Asha put Ben in the bin", "Asha added 5 things"."""
    verb, who = _verb(_NAMED, done), who_or_somebody(done.who)
    if done.count > 1 and not (done.title and verb in _OF_ONE):
        return _SEVERAL.get(verb, _SEVERAL[Verb.CHANGE])(done.count, who)
    return tr_marked(_NAMED[verb], who=who, name=_name(done))


def day_in_words(moment: datetime, today: date) -> str:
    """Return "Today", "Yesterday", or the day."""
    day = local_day(moment)
    if day == today:
        return tr("Today")
    return tr("Yesterday") if day == today - timedelta(days=1) else in_words(day)


def time_in_words(moment: datetime) -> str:
    """Return "at 14:05"."""
    return tr("at {time}", time=f"{moment.astimezone(LONDON):%H:%M}")


def moment_in_words(moment: datetime, today: date) -> str:
    """Return "Today at 14:05"."""
    return tr(
        "{day} at {time}",
        day=day_in_words(moment, today),
        time=f"{moment.astimezone(LONDON):%H:%M}",
    )


def _verb(words: Mapping[str, Marked], done: Entry | Done) -> str:
    """Return what was done; of what a newer app does, what became of the record."""
    if done.verb in words:
        return done.verb
    return _OF_DEED.get(done.deed, Verb.CHANGE)


def _name(done: Done) -> str:
    if done.title and done.kind == BUDGET:
        return tr("the budget of {name}", name=done.title)
    if done.title:
        return done.title
    if done.kind == BUDGET:
        return tr("the budget of an application")
    if done.kind == PROFILE:
        return tr("what the group says of itself")
    if done.kind == RETENTION_RULES:
        return tr("how long the group keeps what")
    return tr("something that has no name now")
