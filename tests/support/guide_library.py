"""Guides, terms and a rule in a real library file, for tests of learning."""

from pathlib import Path

from tests.support.library_examples import TODAY, new_library, put
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.services.choices import ChoicesService
from vcs_desktop.services.council import CouncilService
from vcs_desktop.services.facts import FactsService
from vcs_desktop.services.learning import LearningService
from vcs_desktop.wire.record import Record

CHECK = (
    {
        "question": "When does a fund close?",
        "answers": [
            {"text": "On its closing day", "right": True, "feedback": "Yes. Not a day later."},
            {"text": "When you are ready", "feedback": "No. Look for the closing day."},
        ],
    },
    {
        "question": "Who signs the form?",
        "answers": [
            {"text": "Anyone", "feedback": "No. The rules name who."},
            {"text": "Two trustees", "right": True, "feedback": "Yes, as the rules say."},
            {"text": "Nobody", "feedback": "No. Somebody has to."},
        ],
    },
)

BODY = """A guide begins with a few words.

## First part

1. Read it.
2. Ask somebody.

## Second part

| Cost | Pounds |
|---|---|
| Hall | 120 |

The wage is in the rules [1].
"""


def guide(name, **changes):
    """Return a guide; what is None is left out."""
    data = {
        "title": f"How to {name}",
        "summary": f"A short guide about {name}.",
        "body": BODY,
        "topic": "Money",
        "level": "first steps",
        "minutes": 10,
        "language": "en-GB",
        "goals": [f"say what {name} is"],
        "check": list(CHECK),
        "sheet": "## On one page\n\n- [ ] Read\n- [ ] Ask",
        "source": "Our own guide",
        "licence": "MIT",
        "asOf": "2026-11-20",
        **changes,
    }
    return Record("training", f"training/{name}", {k: v for k, v in data.items() if v is not None})


def term(name, text="What it means.", **changes):
    """Return a word of the sector."""
    data = {"title": name, "text": text, **changes}
    return Record("term", f"term/{name.lower().replace(' ', '-')}", data)


def rule(name, **changes):
    """Return a rule with a value."""
    data = {"rule": name, "title": f"The {name}", "value": 12.71, "unit": "pounds", **changes}
    return Record("rule", f"rule/{name}", data)


class GuideHouse:
    """The services that the page of learning asks, over a file of their own."""

    def __init__(self, folder: Path, *guides: Record, clock: FixedClock | None = None) -> None:
        self.folder = folder
        self.database = new_library(folder)
        self.clock = clock or FixedClock.on(TODAY)
        put(self.database, *guides)
        self.learning = self.started_again()
        self.facts = FactsService(self.database, self.clock)
        self.choices = ChoicesService(folder / "choices.json", self.clock)
        self.council = CouncilService(self.database, self.choices, self.clock)

    def started_again(self, clock: FixedClock | None = None) -> LearningService:
        """Return the service as another start of the app would make it."""
        file, pages = self.folder / "learning.json", self.folder / "pages"
        return LearningService(self.database, file, clock or self.clock, pages)

    def close(self) -> None:
        self.database.close()
