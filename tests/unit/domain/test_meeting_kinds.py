"""What people write for the kind of a meeting."""

import pytest

from vcs_desktop.core.language import tr_marked
from vcs_desktop.domain.meeting_kinds import KIND_NAMES, kind_in_words
from vcs_desktop.domain.meetings import MeetingKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("AGM 2026", MeetingKind.YEARLY),
        ("Annual General Meeting", MeetingKind.YEARLY),
        ("Trustees' meeting", MeetingKind.COMMITTEE),
        ("committee", MeetingKind.COMMITTEE),
        ("EGM", MeetingKind.GENERAL),
        ("Special general meeting", MeetingKind.GENERAL),
        ("Planning", MeetingKind.OTHER),
        ("Tea", None),
        ("", None),
    ],
)
def test_a_kind_is_told_by_its_words(text, kind):
    assert kind_in_words(text) is kind


def test_every_kind_is_read_as_it_is_named():
    assert [kind_in_words(tr_marked(name)) for name in KIND_NAMES.values()] == list(KIND_NAMES)
    assert set(KIND_NAMES) == set(MeetingKind)
