"""Words of a group are looked for where the service keeps, writes and sends: there are none."""

import base64
import io

from tests.crash.sentinels import Words, planted
from tests.support import laptops as at
from tests.support.laptops import House, meet
from tests.support.live_service import live_service
from tests.support.relay import relay_to
from tests.support.sharing import agreed
from tests.support.vault_examples import MovableClock
from vcs_desktop.domain.kinds import DEVICE, DOCUMENT, KINDS, OPENER, SHARED
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.server.logs import log_to
from vcs_desktop.services.two_laptops.joining import NewMember
from vcs_desktop.sync.service_remote import HttpGroupService

_WITHOUT_TEXTS = {DEVICE, SHARED, OPENER}
"""Laptops and those who open are named by the walk itself; what is shared is meant to be read."""


class _ByRelay:
    def __init__(self, live, relay):
        self._live, self._relay = live, relay

    def at(self, _address):
        return HttpGroupService.at(self._relay.address)

    def new_code(self):
        return self._live.new_code()


def forms(word):
    """Return every form in which a word may stand in JSON, a database or a log."""
    plain = word.encode()
    yield plain
    yield word.encode("utf-16-le")
    yield plain.hex().encode()
    for before in range(3):  # in base64 it looks another way at each of three places
        yield base64.b64encode(b"-" * before + plain)[(before * 4 + 2) // 3 : -4]


def found(words, content):
    lower = content.lower()
    return [
        word for word in words for form in forms(word) if form in content or form.lower() in lower
    ]


def live_through(one, another, words, tmp_path):
    """Do with two laptops all that leaves something behind, with planted words in it."""
    for kind in KINDS.values():
        if kind.name not in _WITHOUT_TEXTS and not kind.has_given_id:
            one.records.add(kind.name, planted(kind.shape, words))
    file = tmp_path / words()
    file.write_bytes((words() * 9000).encode())
    stored = one.blobs.add(file)
    version = PaperVersion("v1", file=stored)
    paper = one.records.add(DOCUMENT, Paper(name=words(), versions=(version,)))
    other = another(words())
    meet(one, other)
    assert other.blobs.read(stored) == file.read_bytes()
    other.records.add(DOCUMENT, Paper(name=words()))
    one.records.erase([paper])
    meet(one, other)
    gone = next(each for each in one.laptops.laptops() if not each.is_this)
    one.laptops.remove([gone.id])
    other.laptops.exchange()


def test_no_word_of_a_group_is_in_the_database_the_log_or_on_the_way(tmp_path, monkeypatch):
    words, log = Words(8), io.StringIO()
    place = tmp_path / "service"
    place.mkdir()
    end_log = log_to(log)
    try:
        with live_service(f"sqlite:///{place / 'service.db'}") as live:
            with relay_to(live.address) as relay:
                monkeypatch.setattr(at, "ADDRESS", relay.address)
                house = House(tmp_path, _ByRelay(live, relay), MovableClock())
                one = house.first(words())
                live_through(
                    one,
                    lambda name: house.another(one, name=name, member=NewMember(words(), at.BEN)),
                    words,
                    tmp_path,
                )
                meant = words()
                agreed(one, Sort.NEED, topic="transport", area="E07000178", how_many=30, text=meant)
                words.given.remove(meant)
                assert one.outbox.run(one.laptops.door(), lambda: True, ask_all=True).sent == 1
                house.close()
                seen = bytes(relay.seen)
            kept = b"".join(each.read_bytes() for each in place.iterdir())
    finally:
        end_log()
    written = log.getvalue().encode()
    assert len(words.given) > 100
    assert (found(words.given, seen), found(words.given, kept), found(words.given, written)) == (
        [], [], []
    )  # fmt: skip
    # The scan does see what is there: what the group meant to share, on the way and in the file.
    assert found([meant], seen)
    assert found([meant], kept)
    assert written.count(b"\n") > 10
