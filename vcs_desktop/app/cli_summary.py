"""``vcs-desktop group summary``: a group's year on one page."""

import argparse

from vcs_desktop.app.cli_answer import Answer, how_many, paragraphs
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.domain.money import in_pounds


def summary(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Put a year on one page: people reached, sessions, hours and what they are worth."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        service, rules = in_group(group, parts.clock).year_summary, parts.facts.rulebook()
        files = service.write(rules, arguments.year, arguments.out)
        found = service.look(rules, arguments.year)
    whole, value = found.whole, found.value
    content = {
        "id": group.id,
        "first_day": found.year.first.isoformat(),
        "last_day": found.year.last.isoformat(),
        "files": [str(each) for each in files],
        "people": whole.people,
        "visits": whole.visits,
        "sessions": whole.sessions,
        "first_timers": whole.first_timers,
        "volunteers": whole.helpers,
        "volunteer_minutes": whole.minutes,
        "value_pence": value.pence,
        "rates": [
            {
                "rule": each.rule.id,
                "rate_pence": each.rule.value,
                "from": each.rule.provenance.valid_from.isoformat()
                if each.rule.provenance.valid_from
                else None,
                "source": each.rule.provenance.source,
                "minutes": each.minutes,
                "value_pence": each.pence,
            }
            for each in value.parts
        ],
    }
    people, visits = how_many(whole.people, "person", "people"), how_many(whole.visits, "visit")
    told = [
        f"{group.name}, {found.year.first} to {found.year.last}",
        f"{people} by name, {visits}, {how_many(whole.sessions, 'session')}",
        f"Volunteer hours: {whole.minutes / 60:.1f}, worth {in_pounds(value.pence)}",
        *(f"Written: {each}" for each in files),
    ]
    return Answer(content, paragraphs(told))
