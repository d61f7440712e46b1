"""Whatever is published, changed and taken back: a reader gets it, and each delta leads there."""

import gzip
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.library_examples import call, grant
from tests.support.publishers import Publisher, as_read
from vcs_desktop.app.tree_check import check_tree
from vcs_desktop.core.publish_errors import NothingToTakeBack
from vcs_desktop.wire.delta import Gone, change_of
from vcs_desktop.wire.record import line_of
from vcs_desktop.wire.state import state_digest

NAMES = st.sampled_from(["roof", "hall", "seeds", "bus", "“x”\u2028é", "🌱"])
RECORDS = st.dictionaries(NAMES, st.integers(0, 3), min_size=1)
STEPS = st.lists(st.one_of(RECORDS, st.just("take back"), st.just("renew")), max_size=6)


def records_of(content):
    """Return records of two kinds; a number decides what they say."""
    return [
        (call if number % 2 else grant)(name, summary=f"{name} {number}")
        for name, number in content.items()
    ]


def state_of(records):
    return {(each.kind, each.id): line_of(each) for each in records}


def folded(tree, delta, state):
    """Return what a state becomes by a delta of a tree."""
    after = dict(state)
    with gzip.open(tree / delta.path) as file:
        for line in file:
            change = change_of(line)
            if isinstance(change, Gone):
                del after[change.kind, change.id]
            else:
                after[change.kind, change.id] = line
    return after


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(first=RECORDS, steps=STEPS)
def test_a_snapshot_is_what_its_deltas_lead_to(first, steps):
    with tempfile.TemporaryDirectory() as place:
        ann = Publisher(Path(place)).begin()
        versions = {}
        for step in [first, *steps]:
            before = dict(versions)
            if step == "renew":
                ann.publishing().renew()
            elif step == "take back":
                try:
                    note = ann.take_back()
                except NothingToTakeBack:
                    continue
                versions[note.version] = versions[note.same_as]
            else:
                note = ann.publish(*records_of(step))
                versions[note.version] = state_of(records_of(step))
            manifest, records = as_read(ann.tree)
            newest = max(versions)
            assert manifest.version == newest
            assert state_of(records) == versions[newest]
            assert manifest.digest == state_digest(versions[newest].values())
            assert all(versions[number] == before[number] for number in before)
            for place_in, delta in enumerate(manifest.deltas):
                state = versions[delta.since]
                for later in manifest.deltas[place_in:]:
                    state = folded(ann.tree, later, state)
                    assert later.digest == state_digest(state.values())
                assert state == versions[newest]
            assert check_tree(ann.tree, ann.keys / "root.json").problems == []
