"""An officer's computer: keys that cost nothing, a workbook filled in, and a folder to publish."""

from datetime import UTC, datetime

from tests.support.publisher_book import A_FACT, AN_EVENT, template_filled
from tests.support.publishers import LINE, NAME, ROOT_HOLDER, ROOT_WORDS, WORDS, Publisher
from tests.support.vault_examples import MovableClock
from vcs_desktop.services.publishing import PublishingService

WARM = {
    "Name of the grant": "Warm rooms",
    "Funder": "The Council",
    "Smallest amount": 250,
    "Largest amount": 1_000,
    "What it is for": "Money for rooms where people can be warm.",
}
DAYS = {"Name of the grant": "Away days", "Funder": "The Council"}
CHECKER = "Bo Example"

__all__ = [
    "CHECKER",
    "DAYS",
    "LINE",
    "NAME",
    "ROOT_HOLDER",
    "ROOT_WORDS",
    "WARM",
    "WORDS",
    "Office",
]


class Office:
    """Where Ann publishes, who has keys and a workbook and no engineer."""

    def __init__(self, folder, *, fills=True):
        """Fill the workbook in, unless its headings are in another language."""
        self.folder = folder
        self.clock = MovableClock()
        self.clock.moment = datetime(2026, 11, 24, 9, tzinfo=UTC)
        self.publishing = PublishingService(self.clock, folder / "publishing.json")
        self.publisher = Publisher(folder).begin()
        self.keys, self.tree = self.publisher.keys, self.publisher.tree
        self.book = folder / "what we publish.xlsx"
        if fills:
            self.fill(WARM, DAYS)

    @property
    def key_file(self):
        """Return the publisher's key file."""
        return next(self.keys.glob("publisher-*.key"))

    @property
    def root_file(self):
        """Return the root key's file."""
        return next(self.keys.glob("root-*.key"))

    def fill(self, *grants, events=(AN_EVENT,), facts=(A_FACT | {"Figure": 12},)):
        """Fill the workbook in, as an officer does."""
        template_filled(self.book, Grants=grants, Events=events, Facts=facts)

    def desk(self):
        """Open the key."""
        return self.publishing.open_key(self.key_file, WORDS)

    def try_root(self, wanted, file, words):
        """Try whether the root key can make a change."""
        self.publishing.try_root(self.desk(), self.tree, wanted, file, words)

    def plan(self, *sources):
        """Say what publishing the workbook, or other sources, would change."""
        return self.publishing.plan(self.keys, self.tree, sources or (self.book,))

    def publish(self, *sources, checked_by=CHECKER, **more):
        """Publish the workbook, or other sources; a minute later each time."""
        self.clock.go_on(60)
        with self.plan(*sources) as plan:
            return self.publishing.publish(plan, self.desk().signer, checked_by, **more)
