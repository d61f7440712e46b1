"""What a laptop and the service say comes out as it went in, and nothing else is taken for it."""

import hashlib
import json
import secrets
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vcs_desktop.wire import service as wire
from vcs_desktop.wire import service_inbox_json as inbox
from vcs_desktop.wire import service_joining_json as joining
from vcs_desktop.wire import service_json as shapes

ids = st.uuids().map(str)
hexes = st.binary(min_size=32, max_size=32).map(bytes.hex)
signatures = st.binary(min_size=64, max_size=64).map(bytes.hex)
tokens = st.binary(min_size=32, max_size=32).map(lambda _: secrets.token_urlsafe(32))
some = st.binary(min_size=1, max_size=60)
moments = st.integers(0, 4_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
keys = st.builds(wire.DeviceKeys, ids, hexes, hexes)
stored = st.builds(
    lambda number, uuid, device, body: wire.StoredOperation(
        number, uuid, device, wire_digest(body), body
    ),
    st.integers(1, 9), ids, ids, some,
)  # fmt: skip
blanked = st.builds(
    wire.StoredOperation, st.integers(10, 19), ids, ids, hexes, st.none(), some, ids
)
lines = st.builds(
    wire.SharedLine, st.integers(1, 99), ids, st.just("need"), st.booleans(), moments,
    st.sampled_from(wire.State), st.none() | days,
)  # fmt: skip
wholes = st.builds(wire.SharedWhole, lines, st.none() | some, st.none() | words)


def wire_digest(content):
    return hashlib.sha256(content).hexdigest()


def there_and_back(write, read, thing):
    """Write something as JSON text and read it again."""
    return read(json.loads(json.dumps(write(thing))))


SHAPES = {
    "keys": (keys, shapes.keys_as_json, shapes.keys_of),
    "admitted": (
        st.builds(wire.Admitted, tokens, ids), shapes.admitted_as_json, shapes.admitted_of,
    ),
    "devices": (
        st.lists(st.builds(wire.ListedDevice, keys, st.booleans()), max_size=3).map(tuple),
        shapes.devices_as_json, shapes.devices_of,
    ),
    "push": (
        st.lists(st.builds(wire.SealedOperation, ids, some), min_size=1, max_size=3).map(tuple),
        shapes.push_as_json, shapes.push_of,
    ),
    "push answer": (
        st.builds(
            wire.PushAnswer, ids,
            st.lists(
                st.builds(
                    wire.Pushed, ids, st.sampled_from(wire.Outcome), st.none() | st.integers(1, 9)
                ),
                max_size=3,
            ).map(tuple),
        ),
        shapes.push_answer_as_json, shapes.push_answer_of,
    ),
    "page": (
        st.builds(
            lambda era, one, other: wire.Page(era, 30, 2, 1, (one, other)), ids, stored, blanked
        ),
        shapes.page_as_json, shapes.page_of,
    ),
    "new epoch": (
        st.builds(
            wire.NewEpoch, st.dictionaries(ids, some, min_size=1, max_size=3), ids, signatures
        ),
        joining.new_epoch_as_json, joining.new_epoch_of,
    ),
    "epochs": (
        st.lists(
            st.builds(
                wire.EpochLetter, st.integers(1, 99), ids, st.none() | some, hexes, signatures
            ),
            max_size=3, unique_by=lambda each: each.epoch,
        ).map(lambda found: tuple(sorted(found, key=lambda each: each.epoch))),
        joining.epoch_letters_as_json, joining.epoch_letters_of,
    ),
    "invitation": (
        st.builds(wire.Invitation, ids, some, moments),
        joining.invitation_as_json, joining.invitation_of,
    ),
    "joins": (
        st.lists(st.builds(wire.JoinRequest, hexes, keys, some), max_size=3).map(tuple),
        joining.joins_as_json, joining.joins_of,
    ),
    "welcomed": (
        st.builds(wire.Welcome, some, st.builds(wire.Admitted, tokens, ids)),
        joining.welcomed_as_json, joining.welcomed_of,
    ),
    "receipt": (
        st.builds(wire.Receipt, ids, hexes, moments, ids, st.just("") | signatures),
        inbox.receipt_as_json, inbox.receipt_of,
    ),
    "state": (
        st.builds(
            wire.SubmissionState, st.sampled_from(wire.State), st.none() | words, st.none() | days
        ),
        inbox.state_as_json, inbox.state_of,
    ),
    "shared": (wholes, inbox.shared_as_json, inbox.shared_of),
    "shared page": (
        st.builds(lambda era, line: wire.SharedPage(era, 99, (line,)), ids, lines),
        inbox.shared_page_as_json, inbox.shared_page_of,
    ),
    "export": (wholes.map(lambda one: (one,)), inbox.export_as_json, inbox.export_of),
    "keep until": (st.none() | days, inbox.keep_until_as_json, inbox.keep_until_of),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=25)
@given(data=st.data())
def test_it_comes_out_as_it_went_in(name, data):
    things, write, read = SHAPES[name]
    thing = data.draw(things)
    assert there_and_back(write, read, thing) == thing


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@pytest.mark.parametrize("name", SHAPES)
@settings(max_examples=25)
@given(data=st.data())
def test_one_part_that_is_something_else_is_refused_or_left_out(name, data):
    """Change any one part: it is refused as a ``ValueError``, or says what is written again."""
    things, write, read = SHAPES[name]
    said = json.loads(json.dumps(write(data.draw(things))))
    places = [said] if isinstance(said, dict) else list(said)
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    part = data.draw(st.sampled_from(sorted(place)))
    place[part] = data.draw(anything)
    try:
        found = read(said)
    except (ValueError, TypeError):
        return
    again = json.loads(json.dumps(write(found)))
    assert read(again) == found


@given(st.binary(max_size=40))
def test_octets_have_one_way_to_be_written(content):
    text = shapes.octets_as_text(content)
    assert shapes.octets({"a": text}, "a", 40, least=0) == content
    for other in (text.rstrip("="), f"{text}=", f" {text}", text.replace("A", "-")):
        if other != text:
            with pytest.raises(ValueError, match="a is"):
                shapes.octets({"a": other}, "a", 40, least=0)


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (shapes.push_of, {"ops": []}),
        (shapes.push_of, {}),
        (shapes.devices_of, {}),
        (joining.new_epoch_of, {"letters": {}, "by": "x", "signature": "x"}),
        (joining.new_epoch_of, {"letters": {"x": "QQ=="}, "by": "x", "signature": "x"}),
        (inbox.keep_until_of, {}),
        (inbox.reply_of, {"text": "\n "}),
        (inbox.reply_of, {"text": "a\ud800"}),
        (inbox.state_of, {"state": "eaten"}),
    ],
)
def test_what_is_nothing_is_refused(read, said):
    with pytest.raises(ValueError, match=r"missing|wrong|none|empty|valid"):
        read(said)


def test_the_digest_of_letters_is_that_of_their_one_text():
    letters = {"b": b"2", "a": b"1"}
    text = b'{"a":"MQ==","b":"Mg=="}'
    assert joining.letters_digest(letters) == hashlib.sha256(text).hexdigest()
