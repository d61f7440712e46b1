"""Who may publish no more, and can still write the tree, gets nothing in and breaks nothing."""

from dataclasses import replace

import pytest

from tests.support.arriving import Laptop, told
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, LATER_OFFICER, LINE, OFFICER, Office, pack
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.sync.trust import NotTrusted, Older
from vcs_desktop.vault.signing import key_of
from vcs_desktop.wire.roots import Publisher

RAISED = 900


@pytest.fixture
def filled(laptop, office):
    office.publish(call("halls"))
    assert laptop.arrivals.take_in(office.folder, trust=DIGITS).outcome == Outcome.DONE
    return laptop


@pytest.fixture
def theirs(office, tmp_path):
    """What they write who were removed: the chain as it was, their key, and a raised number."""
    made = Office(tmp_path / "theirs")
    made.publish(call("bait"), version=RAISED)
    assert made.chain == office.chain
    return made


def test_whoever_saw_the_newest_root_takes_nothing_that_the_old_key_signed(filled, office, theirs):
    office.rotate()
    office.publish(call("seeds"))
    filled.arrivals.take_in(office.folder)
    before = filled.all()
    assert isinstance(filled.arrivals.take_in(theirs.folder).error, NotTrusted)
    theirs.chain = office.chain
    theirs.sign(theirs.manifest, key=OFFICER)
    assert isinstance(filled.arrivals.take_in(theirs.folder).error, NotTrusted)
    assert filled.all() == before


def test_a_number_that_they_raised_keeps_nothing_away_once_their_removal_is_seen(
    filled, office, theirs, tmp_path
):
    # Nobody told this computer yet that they were removed: it cannot know better.
    assert filled.arrivals.take_in(theirs.folder).outcome == Outcome.DONE
    office.rotate()
    office.publish(call("seeds"))
    offer = filled.arrivals.look_at(office.folder)
    assert (offer.version, offer.has, offer.is_new, offer.is_sure) == (2, RAISED, True, True)
    assert filled.arrivals.take_in(office.folder).outcome == Outcome.DONE
    assert filled.lines(LINE) == told([call("seeds")])
    assert (filled.known()[LINE].version, filled.origin(LINE).version) == (2, 2)
    assert isinstance(filled.arrivals.take_in(theirs.folder).error, NotTrusted)
    # From there on nothing older comes back.
    stick = pack(office.folder, tmp_path / "second.vcslibrary")
    office.publish(call("fish"))
    assert filled.arrivals.take_in(office.folder).outcome == Outcome.DONE
    assert isinstance(filled.arrivals.take_in(stick).error, Older)


def test_the_same_number_with_other_records_is_put_right_too(filled, office, tmp_path):
    theirs = Office(tmp_path / "theirs")
    theirs.publish(call("halls"))
    theirs.publish(call("bait"))
    filled.arrivals.take_in(theirs.folder)
    office.rotate()
    office.publish(call("seeds"))
    assert office.version == theirs.version == 2
    assert filled.arrivals.take_in(office.folder).outcome == Outcome.DONE
    assert filled.lines(LINE) == told([call("seeds")])


def test_as_long_as_whoever_signed_may_publish_an_older_version_does_not_come_back(
    filled, office, tmp_path
):
    office.publish(call("seeds"))
    stick = pack(office.folder, tmp_path / "second.vcslibrary")
    office.publish(call("fish"))
    filled.arrivals.take_in(office.folder)
    # One more may publish, and signs an older version again: the first one is there still.
    both = (Publisher(key_of(OFFICER), "Ann"), Publisher(key_of(LATER_OFFICER), "Bo"))
    office.root = replace(office.root, version=2, publishers=both)
    office.chain.append(office.signed_root(office.root, office.root_key))
    office.sign(replace(office.manifest, version=2), key=LATER_OFFICER)
    assert isinstance(filled.arrivals.take_in(office.folder).error, Older)
    assert isinstance(filled.arrivals.take_in(stick).error, NotTrusted)
    assert filled.lines(LINE) == told([call("fish")])


def test_a_version_whose_signer_was_not_kept_binds_as_before(filled, office, theirs):
    from sqlalchemy import text

    filled.arrivals.take_in(theirs.folder)
    with filled.database.writing() as session:
        session.execute(text("UPDATE known_line SET signer = ''"))
    office.rotate()
    office.publish(call("seeds"))
    assert isinstance(filled.arrivals.take_in(office.folder).error, Older)


def test_a_new_computer_that_is_shown_only_the_old_chain_cannot_tell(tmp_path, theirs):
    """It is said in decision 021: the chain ends where whoever shows it lets it end."""
    new = Laptop(tmp_path / "new")
    assert new.arrivals.take_in(theirs.folder, trust=DIGITS).outcome == Outcome.DONE
    new.close()
