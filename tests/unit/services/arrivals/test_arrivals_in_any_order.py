"""Whatever is published, taken back, fetched, carried, loaded or cut off, in whichever order:
the library ends with exactly the records of the newest version that this computer has seen.
"""

import hashlib
import json
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
from tests.support.cuts import cut_at
from tests.support.fault_proxy import QUICK_FAULTS, faulty_service
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, LATER_ROOT_KEY, LINE, Office, pack
from vcs_desktop.domain.library import THIS_COMPUTER
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.storage.database import Database
from vcs_desktop.sync.trust import Older
from vcs_desktop.wire.record import Record, line_of
from vcs_desktop.wire.state import state_digest

NAMES = [f"grant {number}" for number in range(12)]
PAPERS = [bytes([number]) * (number * 97) for number in range(5)]
changes = st.dictionaries(st.sampled_from(NAMES), st.one_of(st.none(), st.integers(1, 4)))
own = st.dictionaries(st.sampled_from(NAMES), st.integers(5, 9), min_size=1)


class Ground(RuleBasedStateMachine):
    """An office, a laptop, and what is known of both."""

    orders = steps = cuts = 0

    def __init__(self):
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.office = Office(self.place / "tree")
        self.laptop = Laptop(self.place / "data")
        self.serving = faulty_service(self.office.folder)
        self.service = self.serving.__enter__()
        self.held: dict[str, Record] = {}
        self.published: dict[int, list] = {}
        self.papers: dict[int, set] = {}
        self.loaded: dict[str, int] = {}
        self.seen = self.made = 0

    def teardown(self):
        self.serving.__exit__(None, None, None)
        self.laptop.close()
        shutil.rmtree(self.place)
        Arrivals.orders += 1

    def _publish(self, **how):
        self.office.publish(*self.held.values(), **how)
        self.published[self.office.version] = told(self.held.values())
        self.papers[self.office.version] = set(how.get("attachments", ()))

    def _file_of(self, amounts):
        file = self.place / "mine.json"
        mine = [
            call(name, grantMaximumAward=amount).data | {"id": f"call/{name}"}
            for name, amount in amounts.items()
        ]
        file.write_text(json.dumps(mine))
        return file

    def _begin_again(self):
        Arrivals.cuts += 1
        self.laptop.close()
        database = Database(self.place / "data" / "library.db")
        self.laptop = Laptop(self.place / "data", database=database)

    def _own(self):
        lines = self.laptop.lines(THIS_COMPUTER)
        return {data["grantName"]: data["grantMaximumAward"] for _, _, _, data in lines}

    def _kept(self):
        folder = self.place / "data" / "attachments"
        return {each.name: each.read_bytes() for each in folder.glob("[!.]*")}

    def _must_have(self, papers):
        assert self._kept() == {hashlib.sha256(each).hexdigest(): each for each in papers}

    def _took(self, arrival):
        assert arrival.error is None, repr(arrival.error)
        assert arrival.outcome in (Outcome.DONE, Outcome.NOTHING_NEW)
        self.seen = self.office.version


class Arrivals(Ground):
    """What can happen to them, and sticks that were made on the way."""

    sticks = Bundle("sticks")

    @initialize()
    def begin(self):
        self._publish()

    @rule(changed=changes, whole=st.booleans(), papers=st.sets(st.integers(0, len(PAPERS) - 1)))
    def publish(self, changed, whole, papers):
        for name, amount in changed.items():
            if amount is None:
                self.held.pop(name, None)
            else:
                self.held[name] = call(name, grantMaximumAward=amount, note=name * 40)
        if whole:
            self.office.deltas.clear()
        self._publish(delta=not whole, attachments=[PAPERS[each] for each in sorted(papers)])

    @rule(back=st.integers(1, 5))
    def take_back(self, back):
        """Publish again what an earlier version held: a mistake is taken back forwards."""
        earlier = self.office.versions.get(self.office.version - back)
        if earlier is not None:
            self.held = {record.data["grantName"]: record for record in earlier.values()}
            self._publish(attachments=sorted(self.papers[self.office.version - back]))

    @rule()
    def replace_keys(self):
        self.office.rotate(root_key=LATER_ROOT_KEY)
        self.office.sign(self.office.manifest)

    @rule(target=sticks)
    def make_a_stick(self):
        self.made += 1
        path = pack(self.office.folder, self.place / f"{self.made}.vcslibrary")
        return self.office.version, len(self.office.chain), path

    @rule(text_only=st.booleans())
    def sync(self, text_only):
        self.service.requests.clear()
        self._took(
            self.laptop.arrivals.sync(self.service.address, trust=DIGITS, text_only=text_only)
        )
        if not text_only:
            self._must_have(self.papers[self.office.version])

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
            self._must_have(self.papers[version])
        else:
            # Its roots are older than those that were seen meanwhile.
            assert chain < len(self.office.chain)

    @rule(stick=consumes(sticks))
    def lose_a_stick(self, stick):
        stick[2].unlink()

    @rule(amounts=own)
    def load_a_file(self, amounts):
        report = self.laptop.library.load([self._file_of(amounts)])
        assert not report.files[0].refused
        self.loaded |= amounts

    @rule(amounts=own, place=st.integers(0, 8))
    def load_a_file_and_be_cut_off(self, amounts, place):
        """What was in it is there wholly, or not at all."""
        with cut_at(place):
            self.laptop.library.load([self._file_of(amounts)])
        self._begin_again()
        if self._own() != self.loaded:
            self.loaded |= amounts

    @rule(after=st.integers(0, 8))
    def stop(self, after):
        """Somebody stops it, somewhere on the way."""
        left, stop = [after], Event()

        def tell(*_):
            left[0] -= 1
            if left[0] < 0:
                stop.set()

        arrival = self.laptop.arrivals.take_in(
            self.office.folder, trust=DIGITS, tell=tell, stop=stop
        )
        if arrival.error is None:
            self._took(arrival)

    @rule(place=st.integers(0, 40), over_the_web=st.booleans())
    def be_cut_off(self, place, over_the_web):
        """The program ends at a step, and begins again: at the version before, or at the new."""
        self.service.requests.clear()
        with cut_at(place):
            if over_the_web:
                self.laptop.arrivals.sync(self.service.address, trust=DIGITS)
            else:
                self.laptop.arrivals.take_in(self.office.folder, trust=DIGITS)
        self._begin_again()
        origin = self.laptop.origin(LINE)
        now = origin.version if origin else 0
        assert now in (self.seen, self.office.version)
        self.seen = now

    @invariant()
    def the_records_are_those_of_the_newest_version_seen(self):
        Arrivals.steps += 1
        assert self.laptop.lines(LINE) == self.published.get(self.seen, [])
        origin = self.laptop.origin(LINE)
        assert (origin.version if origin else 0) == self.seen
        if origin:
            lines = [line_of(Record(k, i, d, m)) for k, i, m, d in self.laptop.lines(LINE)]
            assert origin.digest == state_digest(lines)
            assert self.laptop.known()[LINE].version == self.seen

    @invariant()
    def what_a_person_loaded_is_as_they_loaded_it(self):
        assert self._own() == self.loaded

    @invariant()
    def a_file_that_goes_along_is_whole_or_not_there(self):
        for name, content in self._kept().items():
            assert hashlib.sha256(content).hexdigest() == name


Arrivals.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


class TestArrivals(Arrivals.TestCase):
    """Hypothesis looks for an order in which it goes wrong."""
