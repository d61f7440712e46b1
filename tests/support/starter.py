"""The sources of the starter library, and the practice group, as tests read them."""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from vcs_desktop.domain import rulebook
from vcs_desktop.domain.fit.judge import judge
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.feeds.profiles import read_profile
from vcs_desktop.feeds.starter_sources import read_sources
from vcs_desktop.wire.record import Record

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "resources" / "library"
SEED = ROOT.parent / "shared" / "seed"
TODAY = date(2026, 11, 22)
OURS = ("text", "summary", "body", "grantShortDescription")
COPIED = 6
"""As many words in a row, the same as the strategy's, count as carried over."""


def names_of(term: Record) -> tuple[str, ...]:
    """Return everything by which a word of the glossary is found."""
    data = term.data
    return (data["title"], *data.get("alsoKnownAs", ()), *data.get("foundBy", ()))


@cache
def records() -> tuple[Record, ...]:
    found, problems = read_sources(LIBRARY)
    assert problems == []
    return tuple(found)


def of(kind):
    return [record for record in records() if record.kind == kind]


def one(record_id):
    return next(record for record in records() if record.id == record_id)


@cache
def starter_rules() -> rulebook.RuleBook:
    """Return the rules and limits that travel with the program."""
    return rulebook.RuleBook(thing_of(record) for record in of("rule"))


def texts_of(record):
    """Return the texts we wrote, without Markdown's marks."""
    found = [str(record.data[key]) for key in OURS if record.data.get(key)]
    if record.kind == "tender":
        found.append(record.data["tender"]["description"])
    return found


def sentences_in(text):
    plain = re.sub(r"^(?:#+|>|\*|\d+\.)\s*", "", text.replace("**", ""), flags=re.MULTILINE)
    blocks = re.split(r"\n\s*\n|\n(?=\S)", plain) if "\n" in plain else [plain]
    return [each for block in blocks for each in re.split(r"(?<=[.?!:])\s+", block) if each.strip()]


def practice_group():
    return read_profile(ROOT / "resources" / "sample" / "group.yaml")


def rules():
    return rulebook.RuleBook([thing_of(record) for record in of("rule")])


def opportunities():
    """Return every grant and contract as it stands on the day the library is first started."""
    for record in (*of("funding_call"), *of("tender")):
        data = dict(record.data)
        if "closesAfterDays" in data:
            closes = (TODAY + timedelta(days=data["closesAfterDays"])).isoformat()
            data["grantApplicationCloseDate"] = closes
            data["tender"] = {**data.get("tender", {}), "tenderPeriod": {"endDate": closes}}
        yield thing_of(Record(record.kind, record.id, data))


def fits():
    group, book = practice_group(), rules()
    return {each.id: judge(each, group, on=TODAY, rulebook=book) for each in opportunities()}


def runs_of_words(text):
    words = re.findall(r"[\w£%.]+", text.casefold().replace("'", ""))
    words = [word.strip(".") for word in words if word.strip(".")]
    return {tuple(words[i : i + COPIED]) for i in range(len(words) - COPIED + 1)}
