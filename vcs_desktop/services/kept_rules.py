"""The rule book of the library, read anew only when the library has changed."""

from vcs_desktop.domain.from_record import every_usable
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.queries import rules


class KeptRules:
    """Reads the rules when they are first asked for: many pages ask for them each time."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: tuple[int, RuleBook] | None = None

    def book(self) -> RuleBook:
        """Return every rule and limit of the library as it is now."""
        version = self._database.data_version()
        if self._kept is None or self._kept[0] != version:
            with self._database.reading() as session:
                book = RuleBook(every_usable(rules.rules(session), Rule))
            self._kept = version, book
        return self._kept[1]
