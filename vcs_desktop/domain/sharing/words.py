"""What is shared, in words: what each sort is for, how far it has come, and what to choose from."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from vcs_desktop.core.language import Marked, marked, sentences, tr, tr_marked
from vcs_desktop.domain.areas import name_of as area_name
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.sharing.shared import AT_THE_COUNCIL, Shared, Sort, State, state_of

SORTS: Final[Mapping[Sort, Marked]] = MappingProxyType(
    {
        Sort.NEED: marked("What we are hearing"),
        Sort.CONSULTATION: marked("Answers to a consultation"),
        Sort.PROFILE: marked("About our group"),
        Sort.PLEDGE: marked("We sign the Compact"),
        Sort.THEME: marked("How the Compact was kept"),
        Sort.INTEREST: marked("Interest in a contract"),
        Sort.HELP: marked("A request for help"),
    }
)
"""In the order in which they are offered."""

WHY: Final[Mapping[Sort, Marked]] = MappingProxyType(
    {
        Sort.NEED: marked(
            "Tell the council what people need: what about, where, and how many. No names."
        ),
        Sort.CONSULTATION: marked("Answer the council's questions together, without the internet."),
        Sort.PROFILE: marked("Tell the council who you are and what you do. You tick each thing."),
        Sort.PLEDGE: marked("Your committee decides to keep to the Compact, and two people sign."),
        Sort.THEME: marked("Say when a public body kept the Compact, or did not. No names."),
        Sort.INTEREST: marked("Say that you would like to do this work, alone or with others."),
        Sort.HELP: marked("Ask for advice or support. Somebody will get in touch."),
    }
)

STATES: Final[Mapping[State, tuple[Marked, str, str]]] = MappingProxyType(
    {
        State.DRAFT: (marked("Not finished"), "pencil", "muted"),
        State.WAITS: (marked("It waits to be sent"), "clock", "info"),
        State.SET_ASIDE: (marked("Set aside: it was not taken"), "triangle-alert", "warn"),
        State.SENT: (marked("Sent"), "check", "ok"),
        State.READ: (marked("The council has read it"), "check", "ok"),
        State.ANSWERED: (marked("The council answered"), "messages-square", "ok"),
        State.TAKING_BACK: (marked("To be taken back"), "clock", "info"),
        State.TAKEN_BACK: (marked("Taken back"), "undo-2", "muted"),
    }
)
"""The words of a state, its icon and its colour."""

NEED_TOPICS: Final[Mapping[str, Marked]] = MappingProxyType(
    {
        "transport": marked("Getting about"),
        "loneliness": marked("Being alone"),
        "money": marked("Money and bills"),
        "food": marked("Food"),
        "housing": marked("Housing"),
        "health": marked("Health and care"),
        "feelings": marked("How people feel"),
        "caring": marked("Looking after somebody"),
        "young_people": marked("Children and young people"),
        "older_people": marked("Older people"),
        "online": marked("Getting online"),
        "work": marked("Work and skills"),
        "places": marked("Places to meet"),
        "safety": marked("Feeling safe"),
        "inclusion": marked("Being treated fairly"),
        "climate": marked("Climate and nature"),
        "something_else": marked("Something else"),
    }
)
HELP_TOPICS: Final[Mapping[str, Marked]] = MappingProxyType(
    {
        "funding": marked("Finding money"),
        "starting": marked("Starting a group"),
        "committee": marked("Running a committee"),
        "accounts": marked("Money and accounts"),
        "volunteers": marked("Volunteers"),
        "safeguarding": marked("Keeping people safe"),
        "contracts": marked("Bidding for contracts"),
        "places": marked("A place to meet"),
        "computers": marked("Computers"),
        "something_else": marked("Something else"),
    }
)
BODIES: Final[Mapping[str, Marked]] = MappingProxyType(
    {
        "county_council": marked("The county council"),
        "district_council": marked("A district or city council"),
        "town_or_parish_council": marked("A town or parish council"),
        "health": marked("The health service"),
        "police_or_fire": marked("Police or fire service"),
        "government": marked("A part of government"),
        "another": marked("Another public body"),
    }
)
TOPICS_OF: Final[Mapping[Sort, Mapping[str, Marked]]] = MappingProxyType(
    {Sort.NEED: NEED_TOPICS, Sort.HELP: HELP_TOPICS, Sort.THEME: BODIES}
)
DISTRICTS: Final = ("E07000177", "E07000178", "E07000179", "E07000180", "E07000181", "E10000025")
"""The codes of the districts, and of the whole county."""

PROFILE: Final[Mapping[str, Marked]] = MappingProxyType(
    {
        "legal_form": marked("What the group is in law"),
        "charity_number": marked("Charity number"),
        "company_number": marked("Company number"),
        "society_number": marked("Society number"),
        "areas": marked("Areas"),
        "what_we_do": marked("What we do and for whom"),
        "activities": marked("What the group does"),
        "beneficiaries": marked("Who it is for"),
        "income_band": marked("How large our income is, roughly"),
        "volunteers": marked("How many volunteers help"),
        "visits": marked("How many came in the last 12 months"),
    }
)

_TITLES: Final[Mapping[Sort, Marked]] = MappingProxyType(
    {
        Sort.NEED: marked("What we are hearing: {about}"),
        Sort.CONSULTATION: marked("Our answers: {about}"),
        Sort.PROFILE: marked("About our group: {about}"),
        Sort.PLEDGE: marked("We sign: {about}"),
        Sort.THEME: marked("How the Compact was kept: {about}"),
        Sort.INTEREST: marked("Interest: {about}"),
        Sort.HELP: marked("Help: {about}"),
    }
)


def sort_in_words(sort: Sort | None) -> str:
    """Return what sort of thing it is, such as "What we are hearing"."""
    return tr_marked(SORTS[sort]) if sort else tr("Something to share")


def title_of(shared: Shared) -> str:
    """Return what something is called in lists: its sort, and what it is about."""
    about = shared.about_title or topic_in_words(shared.sort, shared.topic)
    if shared.sort is None or not about:
        return sort_in_words(shared.sort)
    return tr_marked(_TITLES[shared.sort], about=about)


def topic_in_words(sort: Sort | None, topic: str) -> str:
    """Return what somebody chose, such as "Getting about"; one that we do not know as it is."""
    known = TOPICS_OF.get(sort, {}).get(topic) if sort else None
    return tr_marked(known) if known else topic


def place_in_words(code: str) -> str:
    """Return the name of a district."""
    return area_name(code)


def keep_in_words(until: date | None) -> str:
    """Return how long the council is asked to keep it."""
    if until is None:
        return tr("You have not said how long the council may keep it.")
    return tr("We ask the council to delete it after {day}.", day=shortly(until))


def standing_in_words(shared: Shared) -> str:
    """Return how far something has come, in whole sentences."""
    state = state_of(shared)
    return sentences(_SENTENCES[state](shared), _kept(shared, state))


def _kept(shared: Shared, state: State) -> str:
    if shared.is_over:
        return tr("The council has deleted it: its time was over.")
    until = shared.council_keeps_until
    if state in AT_THE_COUNCIL and until and until != shared.keep_until:
        return tr("The council keeps it until {day}.", day=shortly(until))
    return ""


def _waits(shared: Shared) -> str:
    if shared.refused_why:
        return sentences(
            tr("It was not taken the last time. We will try again."), shared.refused_why
        )
    return tr("It goes to the council when you next get updates.")


def _read(_shared: Shared) -> str:
    return tr("The council has it, and has read it.")


_SENTENCES: Final[Mapping[State, Callable[[Shared], str]]] = {
    State.DRAFT: lambda _: tr("Only your group can see it. Nothing of it has left."),
    State.WAITS: _waits,
    State.SET_ASIDE: lambda shared: sentences(
        tr("It was refused three times, so we stopped. Everything else goes on."),
        shared.refused_why,
    ),
    State.SENT: lambda _: tr("The council has it."),
    State.READ: _read,
    State.ANSWERED: _read,
    State.TAKING_BACK: lambda _: tr("The council is asked to delete it when you next get updates."),
    State.TAKEN_BACK: lambda shared: (
        tr("The council does not have it any more.")
        if shared.is_tried or shared.receipt
        else tr("It never left this group.")
    ),
}
