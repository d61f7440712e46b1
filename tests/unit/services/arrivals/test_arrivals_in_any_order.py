"""Whatever is published, taken back, fetched, carried, loaded or cut off, in whichever order:
the library ends with exactly the records of the newest version that this computer has seen.
"""

import shutil
import tempfile
from pathlib import Path
from threading import Event

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
)

from tests.support.arriving import Laptop, told
from tests.support.fault_proxy import QUICK_FAULTS, faulty_service
from tests.support.library_examples import call, put
from tests.support.signed_trees import DIGITS, LATER_ROOT_KEY, LINE, Office, pack
from vcs_desktop.domain.library import THIS_COMPUTER
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.storage.database import Database
from vcs_desktop.sync.trust import Older
from vcs_desktop.wire.record import Record, line_of
from vcs_desktop.wire.state import state_digest

NAMES = [f"grant {number}" for number in range(12)]
changes = st.dictionaries(st.sampled_from(NAMES), st.one_of(st.none(), st.integers(1, 4)))


class Cut(BaseException):
    """The program ends in the middle of something."""


class Arrivals(RuleBasedStateMachine):
    """An office, a laptop, and sticks that were made on the way."""

    sticks = Bundle("sticks")

    def __init__(self):
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.office = Office(self.place / "tree")
        self.laptop = Laptop(self.place / "data")
        self.serving = faulty_service(self.office.folder)
        self.service = self.serving.__enter__()
        self.held: dict[str, Record] = {}
        self.published: dict[int, list] = {}
        self.loaded: dict[str, Record] = {}
        self.seen = self.made = 0

    def teardown(self):
        self.serving.__exit__(None, None, None)
        self.laptop.close()
        shutil.rmtree(self.place)

    @initialize()
    def begin(self):
        self._publish()

    def _publish(self, **how):
        self.office.publish(*self.held.values(), **how)
        self.published[self.office.version] = told(self.held.values())

    @rule(changed=changes, whole=st.booleans())
    def publish(self, changed, whole):
        for name, amount in changed.items():
            if amount is None:
                self.held.pop(name, None)
            else:
                self.held[name] = call(name, grantMaximumAward=amount, note=name * 40)
        if whole:
            self.office.deltas.clear()
        self._publish(delta=not whole)

    @rule(back=st.integers(1, 5))
    def take_back(self, back):
        """Publish again what an earlier version held: a mistake is taken back forwards."""
        earlier = self.office.versions.get(self.office.version - back)
        if earlier is not None:
            self.held = {record.data["grantName"]: record for record in earlier.values()}
            self._publish()

    @rule()
    def replace_keys(self):
        self.office.rotate(root_key=LATER_ROOT_KEY)
        self.office.sign(self.office.manifest)

    @rule(target=sticks)
    def make_a_stick(self):
        self.made += 1
        path = pack(self.office.folder, self.place / f"{self.made}.vcslibrary")
        return self.office.version, len(self.office.chain), path

    @rule()
    def sync(self):
        self.service.requests.clear()
        self._took(self.laptop.arrivals.sync(self.service.address, trust=DIGITS))

    @rule(fault=st.sampled_from(QUICK_FAULTS), at=st.integers(0, 4))
    def sync_over_a_bad_network(self, fault, at):
        self.service.requests.clear()
        self.service.faults = {at: fault}
        arrival = self.laptop.arrivals.sync(self.service.address, trust=DIGITS)
        self.service.faults = {}
        if arrival.error is None:
            self._took(arrival)

    @rule(stick=sticks)
    def import_a_stick(self, stick):
        version, chain, path = stick
        arrival = self.laptop.arrivals.take_in(path, trust=DIGITS)
        if version < self.seen:
            assert isinstance(arrival.error, Older) or chain < len(self.office.chain)
            assert arrival.error is not None
        elif arrival.error is None:
            self.seen = version
        else:
            # Its roots are older than those that were seen meanwhile.
            assert chain < len(self.office.chain)

    @rule(stick=consumes(sticks))
    def lose_a_stick(self, stick):
        stick[2].unlink()

    @rule(name=st.sampled_from(NAMES), amount=st.integers(5, 9))
    def load_a_file(self, name, amount):
        record = call(name, grantMaximumAward=amount)
        self.loaded[name] = record
        put(self.laptop.database, record)

    @rule(after=st.integers(0, 8), ends=st.booleans())
    def be_cut_off(self, after, ends):
        """Stop, or end the program, somewhere on the way."""
        left, stop = [after], Event()

        def tell(*_):
            left[0] -= 1
            if left[0] < 0:
                if ends:
                    raise Cut
                stop.set()

        try:
            arrival = self.laptop.arrivals.take_in(
                self.office.folder, trust=DIGITS, tell=tell, stop=stop
            )
        except Cut:
            pass
        else:
            if arrival.error is None:
                self._took(arrival)
        if ends:
            self.laptop.close()
            database = Database(self.place / "data" / "library.db")
            self.laptop = Laptop(self.place / "data", database=database)
            origin = self.laptop.origin(LINE)
            self.seen = origin.version if origin else 0

    def _took(self, arrival):
        assert arrival.error is None, repr(arrival.error)
        assert arrival.outcome in (Outcome.DONE, Outcome.NOTHING_NEW)
        self.seen = self.office.version

    @invariant()
    def the_records_are_those_of_the_newest_version_seen(self):
        assert self.laptop.lines(LINE) == self.published.get(self.seen, [])
        origin = self.laptop.origin(LINE)
        assert (origin.version if origin else 0) == self.seen
        if origin:
            lines = [line_of(Record(k, i, d, m)) for k, i, m, d in self.laptop.lines(LINE)]
            assert origin.digest == state_digest(lines)
            assert self.laptop.known()[LINE].version == self.seen

    @invariant()
    def what_a_person_loaded_is_as_they_loaded_it(self):
        assert self.laptop.lines(THIS_COMPUTER) == told(self.loaded.values())


Arrivals.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


class TestArrivals(Arrivals.TestCase):
    """Hypothesis looks for an order in which it goes wrong."""
