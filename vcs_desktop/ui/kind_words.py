"""What each kind of record is called on the screen, with its icon. No widgets."""

from vcs_desktop.core.language import marked, tr_marked
from vcs_desktop.domain.library import Kind

_KINDS = {
    Kind.FUNDING_CALL: ("hand-coins", marked("Grant")),
    Kind.TENDER: ("file-text", marked("Contract to bid for")),
    Kind.AWARD: ("users", marked("Who was funded")),
    Kind.TRAINING: ("graduation-cap", marked("Guide")),
    Kind.COMPACT: ("handshake", marked("Our agreement with the councils")),
    Kind.STRATEGY: ("landmark", marked("Council promise")),
    Kind.FACT: ("chart-column", marked("Local fact")),
    Kind.RULE: ("scale", marked("Rule or limit")),
    Kind.PLACE: ("map-pin", marked("Place or network")),
    Kind.EVENT: ("calendar-days", marked("Event")),
    Kind.TERM: ("book-open", marked("Word explained")),
    Kind.CONSULTATION: ("messages-square", marked("Questions to answer")),
}


_OF_GROUP = {
    "person": ("user", marked("Person")),
    "group_profile": ("clipboard-list", marked("Our group")),
    "retention_rules": ("clock", marked("How long we keep details")),
    "opener": ("key-round", marked("Who can open the group")),
    "safeguarding": ("shield", marked("If you are worried about someone")),
    "activity": ("repeat", marked("Activity")),
    "attendance": ("clipboard-check", marked("Who came")),
    "volunteer_role": ("heart-handshake", marked("Volunteer role")),
    "shift": ("calendar-clock", marked("Rota")),
    "stopping": ("user-minus", marked("Somebody stopped")),
    "expenses": ("receipt-pound-sterling", marked("Expenses claim")),
    "thanks": ("award", marked("Thanks")),
    "document": ("file-text", marked("Paper")),
    "meeting": ("messages-square", marked("Meeting")),
    "own_date": ("calendar-days", marked("Date")),
    "date_done": ("calendar-check", marked("Date that is done")),
    "application": ("square-pen", marked("Application")),
    "answer": ("text", marked("Answer")),
    "question_list": ("list-checks", marked("List of questions")),
    "budget": ("calculator", marked("Budget")),
    "our_words": ("spell-check", marked("Our own words")),
    "grant": ("badge-pound-sterling", marked("Grant we have")),
    "device": ("laptop", marked("Laptop of the group")),
    "shared": ("upload", marked("Shared with the council")),
}


def kind_words(kind: str) -> tuple[str, str]:
    """Return the icon and the name of a kind; a kind that we do not know is shown as it is."""
    if kind in _OF_GROUP:
        icon, words = _OF_GROUP[kind]
        return icon, tr_marked(words)
    if kind not in set(Kind):
        return "info", kind
    icon, words = _KINDS[Kind(kind)]
    return icon, tr_marked(words)
