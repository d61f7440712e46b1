"""What a directory says of places and events. No widgets."""

from vcs_desktop.core.language import marked, tr, tr_marked
from vcs_desktop.domain import days
from vcs_desktop.domain.areas import OXFORDSHIRE, name_of
from vcs_desktop.domain.reference import Event, Place

_TYPES = {
    "network": (marked("Network"), marked("Networks"), "users"),
    "support_body": (marked("Support for groups"), marked("Support for groups"), "handshake"),
    "hub": (marked("Hub"), marked("Hubs and spaces"), "map-pin"),
    "library": (marked("Library"), marked("Libraries"), "book-open"),
    "funder": (marked("Funder"), marked("Funders"), "hand-coins"),
    "council": (marked("Council"), marked("Councils"), "landmark"),
    "regulator": (
        marked("Public body that keeps the rules"),
        marked("Public bodies that keep the rules"),
        "scale",
    ),
}
_OTHER = (marked("Place"), marked("Other places"), "map-pin")
_OFFERS = {
    "advice": marked("Advice"),
    "training": marked("Training"),
    "space": marked("Rooms and space"),
    "computers": marked("Computers"),
    "network": marked("Meeting others"),
    "volunteers": marked("Volunteers"),
    "money": marked("Grants"),
    "equipment": marked("Things to borrow"),
    "voice": marked("A voice for groups"),
    "complaints": marked("Complaints"),
}


def type_of(place: Place) -> str:
    """Return what a place is, as people call it."""
    return tr_marked(_TYPES.get(place.place_type, _OTHER)[0])


def heading_of(place: Place) -> str:
    """Return the heading that places of this kind stand under."""
    return tr_marked(_TYPES.get(place.place_type, _OTHER)[1])


def icon_of(place: Place) -> str:
    """Return the icon of a place's kind."""
    return _TYPES.get(place.place_type, _OTHER)[2]


def offer(name: str) -> str:
    """Return what one can get somewhere; a name of a newer library stays as it is."""
    return tr_marked(_OFFERS[name]) if name in _OFFERS else name


def offers_of(place: Place) -> str:
    """Return everything one can get at a place, in a line."""
    return " · ".join(offer(name) for name in place.offers)


def area_of(code: str) -> str:
    """Return whom something serves."""
    if not code:
        return ""
    return tr("The whole county") if code == OXFORDSHIRE else name_of(code)


def when_of(event: Event) -> str:
    """Return when an event is, in full; what has no day says so."""
    if event.starts_at is None:
        return tr("No day is set")
    return days.span_in_words(event.starts_at, event.ends_at)
