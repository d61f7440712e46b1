"""Whatever several laptops do, once all have met they show the same, and nothing is lost."""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.support.light_laptops import copied, made
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.people import Person
from vcs_desktop.services.people import NoName
from vcs_desktop.services.records import ChangedSince, NoSuchRecord, NothingToUndo
from vcs_desktop.storage import exchange_state
from vcs_desktop.storage.operations import Erased
from vcs_desktop.sync.group_exchange import exchange as exchange_module
from vcs_desktop.sync.service_errors import ServiceOffline

COUNT = 3
MOST = 5
WHO = st.integers(0, MOST - 1)
WHICH = st.integers(0, 5)
FIELDS = st.sampled_from(["name", "phone", "notes", "email"])
VALUES = st.sampled_from(
    ["", "a", "b", "one\ntwo\nthree", "zero\none\ntwo\nthree", "one\ntwo\nthree\nfour"]
)
CUTS = st.integers(1, 8)
NO_BLANK = b"no blank of anybody's"
_NOTHING = (NoSuchRecord, NothingToUndo, ChangedSince, Erased, NoName)


class Cut(BaseException):
    """The program ended here."""


class Group(RuleBasedStateMachine):
    """Some laptops of one group, and what must be so once all have met."""

    count = COUNT
    orders = steps = cuts = 0
    _template = None

    def __init__(self):
        super().__init__()
        if Group._template is None or len(Group._template[1].laptops) != self.count:
            place = Path(tempfile.mkdtemp())
            house = made(place, self.count)
            house.close()
            Group._template = place, house
        place, house = Group._template
        self._place = Path(tempfile.mkdtemp())
        self.house = copied(house, place, self._place / "laptops")
        self.made = {}
        self._backup = None
        self._copies = {}
        self._is_harmed = False
        Group.orders += 1

    def laptop(self, who):
        return self.house.laptops[who % self.count]

    def act(self, who, what):
        """Let somebody do something, and remember which operations it made."""
        Group.steps += 1
        laptop = self.laptop(who)
        before = laptop.logged()
        with suppress(*_NOTHING):
            what(laptop)
        after = laptop.logged()
        self.made |= {id_: each.digest for id_, each in after.items() if id_ not in before}

    def person(self, which):
        return self.house.people[which % len(self.house.people)]

    def _forget_what_is_nowhere(self):
        """What only a laptop or a service had that was put back is gone, and nobody promised it."""
        there = {each.uuid for each in self.house.server.group(self.laptop(0).group.id).operations}
        for each in self.house.laptops:
            there |= each.logged().keys() | each.arrived()
        self.made = {id_: digest for id_, digest in self.made.items() if id_ in there}

    def teardown(self):
        try:
            self._meet()
            self._check()
        finally:
            self.house.close()
            shutil.rmtree(self._place)

    def _meet(self):
        quiet = 0
        for _ in range(12):
            reports = [each.laptops.exchange() for each in self.house.laptops]
            assert [each.error for each in reports] == [None] * self.count
            is_quiet = not any(each.changes or each.sent or each.waiting for each in reports)
            quiet = quiet + 1 if is_quiet else 0
            # What one has put right on the service the others see the next time.
            if quiet and (quiet == 2 or not any(each.held() for each in self.house.laptops)):
                return
        raise AssertionError(f"they never come to an end: {reports}")

    def _lost_for_good(self):
        """Return what somebody deleted on the service that no laptop had, or has any more."""
        stored = self.house.server.group(self.laptop(0).group.id).operations
        there = set().union(*(each.logged() for each in self.house.laptops))
        return {each.uuid for each in stored if each.blank == NO_BLANK} - there

    def _check(self):
        first, *others = self.house.laptops
        lost = self._lost_for_good()
        held = {Why.NOT_OURS: len(lost)} if lost else {}
        made = {id_: digest for id_, digest in self.made.items() if id_ not in lost}
        assert [each.held() for each in self.house.laptops] == [held] * self.count
        for each in others:
            assert each.record_values() == first.record_values()
        for each in self.house.laptops:
            assert each.records.checked().complaints == ()
            logged, erased = each.logged(), each.erased()
            assert {id_: logged[id_].digest for id_ in made if id_ in logged} == made
            blank = {one.record_id for one in logged.values() if one.body is None}
            assert blank <= erased


class Laptops(Group):
    """Everything that can happen to them."""

    @rule(who=WHO, which=WHICH, name=FIELDS, value=VALUES)
    def edit(self, who, which, name, value):
        def change(laptop):
            held = laptop.people.person(self.person(which))
            laptop.people.save(held, replace(held.thing, **{name: value}))

        self.act(who, change)

    @rule(who=WHO)
    def add(self, who):
        self.act(
            who, lambda laptop: self.house.people.append(laptop.people.add(Person(name="New")))
        )

    @rule(who=WHO, which=WHICH, what=st.sampled_from(["put_in_bin", "restore"]))
    def bin_or_restore(self, who, which, what):
        self.act(who, lambda laptop: getattr(laptop.records, what)(self.person(which)))

    @rule(who=WHO, which=WHICH)
    def erase(self, who, which):
        self.act(who, lambda laptop: laptop.records.erase([self.person(which)]))

    @rule(who=WHO, which=WHICH)
    def choose(self, who, which):
        def choose(laptop):
            record = laptop.record_values().get(self.person(which))
            for name, versions in record.choices.items() if record else ():
                laptop.records.choose(record.id, name, versions[0].operation)
                break

        self.act(who, choose)

    @rule(who=WHO)
    def undo(self, who):
        self.act(who, lambda laptop: laptop.records.undo())

    @rule(who=WHO)
    def exchange(self, who):
        self.act(who, lambda laptop: laptop.laptops.exchange())

    @rule(who=WHO, cut=CUTS, when=st.sampled_from(["before", "after"]))
    def exchange_without_connection(self, who, cut, when):
        """From so many requests on no answer comes, though what was asked may have been done."""
        left = [cut]

        def away(at, what):
            left[0] -= at == "before"
            if left[0] <= 0 and at == when:
                raise ServiceOffline

        self.house.server.faults = away
        self.act(who, lambda laptop: laptop.laptops.exchange())
        self.house.server.faults = lambda *_: None

    @rule(who=WHO, cut=CUTS)
    def exchange_cut_off(self, who, cut):
        """The program ends in the middle of an exchange."""
        left = [cut]

        def at(name):
            left[0] -= 1
            if not left[0]:
                raise Cut(name)

        def ended(laptop):
            whole = exchange_module.GroupExchange.__init__

            def begun(self, *args, **kwargs):
                whole(self, *args, **{**kwargs, "at": at})

            exchange_module.GroupExchange.__init__ = begun
            try:
                laptop.laptops.exchange()
            except Cut:
                Group.cuts += 1
            finally:
                exchange_module.GroupExchange.__init__ = whole
            laptop.open_again()

        self.act(who, ended)

    @rule(one=WHO, other=WHO)
    def stick(self, one, other):
        path = self._place / "stick"
        self.act(one, lambda laptop: laptop.laptops.exchange_out(path))
        self.act(other, lambda laptop: laptop.laptops.exchange_in(path))

    @rule()
    def back_up_the_service(self):
        self._backup = self.house.server.backup()

    @precondition(lambda self: self._backup is not None)
    @rule()
    def put_the_service_back(self):
        self.house.server.restore(self._backup)
        self._forget_what_is_nowhere()

    @rule(who=WHO)
    def copy_a_laptop(self, who):
        path = self._place / f"copy {who % self.count}"
        self.laptop(who).copy_to(path)
        self._copies[who % self.count] = path

    @precondition(lambda self: self._copies)
    @rule(who=WHO)
    def bring_a_laptop_back(self, who):
        number = who % self.count
        if number in self._copies:
            self.act(who, lambda laptop: laptop.restore(self._copies[number]))
            self._forget_what_is_nowhere()

    @precondition(lambda self: self._copies)
    @rule(who=WHO, which=WHICH)
    def put_a_laptop_back_by_another_program(self, who, which):
        """It goes on where it was, under the same id, before it hears of what it did since."""
        number = who % self.count
        if number in self._copies:
            self.act(who, lambda laptop: laptop.put_back(self._copies[number]))
            self._forget_what_is_nowhere()
            if self._is_harmed:  # it has forgotten that it was to look
                self._look_through(self.laptop(who))
            self.edit(who, which, "notes", "put back")

    @rule(who=WHO)
    def blank_everything_at_the_service(self, who):
        """One laptop means harm, and the others look through what is there."""
        laptop = self.laptop(who)
        with laptop.laptops._ways.service() as (service, _):
            for each in service.operations(0).operations:
                service.blank(each.uuid, NO_BLANK)
        self._is_harmed = True
        for each in self.house.laptops:
            self._look_through(each)

    def _look_through(self, laptop):
        with laptop.records.database.writing() as session:
            exchange_state.read_anew(session)

    @rule(who=WHO, hours=st.integers(-30, 30))
    def set_a_clock(self, who, hours):
        self.laptop(who).clock.wrong_by = timedelta(hours=hours)


class ManyLaptops(Laptops):
    """The same with as many as a group may well have."""

    count = MOST


def _orders(most):
    return settings(
        max_examples=most,
        stateful_step_count=14,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


Laptops.TestCase.settings = _orders(140)
TestLaptopsInAnyOrder = Laptops.TestCase
ManyLaptops.TestCase.settings = _orders(60)
TestManyLaptopsInAnyOrder = ManyLaptops.TestCase
