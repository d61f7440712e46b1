"""Things to share, and the acts of a person who shares them."""

from dataclasses import replace

from vcs_desktop.domain.sharing.shared import Sort

NEED = {"topic": "transport", "area": "E07000178", "how_many": 30, "text": "No bus after five."}
HELP = {"topic": "funding", "text": "Where to begin?", "contact": "Ben Okri", "contact_how": "Post"}


def draft(inside, sort=Sort.NEED, **told):
    """Begin something and fill it in; return its id."""
    record_id = inside.sharing.begin(sort)
    held = inside.sharing.one(record_id)
    told = told or (NEED if sort is Sort.NEED else HELP)
    inside.sharing.save(held, replace(held.thing, **told))
    return record_id


def agreed(inside, sort=Sort.NEED, **told):
    """Begin something, and agree to what the preview shows; return its id and those bytes."""
    record_id = draft(inside, sort, **told)
    body = inside.sharing.to_agree(record_id).body
    inside.sharing.agree(record_id, body)
    return record_id, body


def yes_to_key(inside, inbox):
    """Let a person say yes to the council's digits."""
    inside.council_keys.see(inbox.keys.key)
    inside.council_keys.say_yes(inside.council_keys.now().digits)


def go(inside, inbox, *, ask_all=False, **faults):
    """Look once, as Get updates does."""
    return inside.outbox.run(inbox.door(**faults), lambda: True, ask_all=ask_all)


def state(inside, record_id):
    """Return how far something has come."""
    return next(each.state for each in inside.sharing.lines() if each.id == record_id)
