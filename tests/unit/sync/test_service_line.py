"""No answer is believed because it is one: what comes in place of the service is told apart."""

import base64
import hashlib
import json

import pytest

from tests.contract.backend import IDS, new_keys, operation
from tests.support.canned_http import Canned, answering
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.sync.errors import Offline, SignInToWifi, WrongAddress
from vcs_desktop.sync.http_remote import Patience
from vcs_desktop.sync.service_line import ServiceLine
from vcs_desktop.sync.service_remote import HttpGroupService
from vcs_desktop.wire.service import Submission

ERA, GROUP = IDS.new(), IDS.new()
HASH = "ab" * 32
HTML = {"Content-Type": "text/html; charset=utf-8"}
OCTETS = {"Content-Type": "application/octet-stream"}
QUICK = Patience(connect_s=20, read_s=20, least_bytes_s=1_000, always_s=20)


def service(address):
    return HttpGroupService(ServiceLine(address, QUICK), GROUP, "A" * 43)


def said(content, status=200, **headers):
    body = json.dumps(content).encode()
    return Canned(status, body, {"Content-Type": "application/json", **headers})


def told(answer, act):
    """Return how an answer is taken."""
    with answering(lambda *_: answer) as (address, _):
        try:
            return act(service(address))
        except (Offline, errors.Refused) as error:
            return type(error)


def read(answer):
    return told(answer, lambda service: service.operations(0))


def page(**other):
    return {"era": ERA, "head": 0, "epoch": 0, "joins": 0, "ops": [], **other}


def one(number=1, content=b"abc", **other):
    return {
        "number": number, "uuid": IDS.new(), "device": IDS.new(),
        "sha256": hashlib.sha256(content).hexdigest(),
        "body": base64.b64encode(content).decode(), **other,
    }  # fmt: skip


PROBE = {"app": "vcs-service", "protocol": 1, "era": ERA, "council_key": "", "name": "N"}


def probed(**other):
    def answer(_method, path):
        return said({**PROBE, "nonce": path.partition("nonce=")[2], **other})

    with answering(answer) as (address, _):
        try:
            return service(address).probe()
        except Offline as error:
            return type(error)


def test_the_service_is_known_by_our_own_question():
    found = probed()
    assert (found.era, found.name) == (ERA, "N")


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        ({"nonce": "x" * 20}, SignInToWifi),
        ({"nonce": "x"}, errors.NotAService),
        ({"app": "another"}, errors.NotAService),
        ({"protocol": 2}, errors.NotAService),
        ({"protocol": "1"}, errors.NotAService),
        ({"era": "1"}, errors.NotAService),
        ({"council_key": "x"}, errors.NotAService),
        ({"name": "a\0b"}, errors.NotAService),
    ],
)
def test_another_answer_to_our_question_is_not_the_service(other, kind):
    assert probed(**other) is kind


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Canned(200, b"<html>Sign in</html>", HTML), SignInToWifi),
        (Canned(511, b"", HTML), SignInToWifi),
        (Canned(302, b"", {"Location": "http://portal.example/login"}), SignInToWifi),
        (Canned(301, b"", {"Location": "/elsewhere"}), errors.NotAService),
        (Canned(404, b"<html>", HTML), errors.NotAService),
        (Canned(404, b"not here", {"Content-Type": "text/plain"}), errors.NotAService),
        (Canned(404, b"{}"), errors.NotAService),
        (Canned(500, b"<html>", HTML), errors.ServiceOffline),
        (Canned(502, b"bad gateway", {"Content-Type": "text/plain"}), errors.ServiceOffline),
        (Canned(503, b"<html>", {**HTML, "Retry-After": "7"}), errors.ServiceBusy),
        (Canned(429, b""), errors.ServiceBusy),
        (Canned(200, b"hello", {"Content-Type": "text/plain"}), errors.WrongAnswer),
        (Canned(200, b"{}", {}), errors.WrongAnswer),
        (Canned(200, b"{"), errors.WrongAnswer),
        (Canned(200, b"[" * 100_000), errors.WrongAnswer),
        (Canned(200, b"\xff"), errors.WrongAnswer),
        (Canned(200, b"{}", {"Content-Type": "application/json", "Content-Encoding": "gzip"}),
         errors.WrongAnswer),
        (Canned(200, b"{}", length=50_000_000), errors.WrongAnswer),
        (Canned(200, b"{}", length=5), errors.ServiceOffline),
    ],
)  # fmt: skip
def test_what_comes_in_place_of_the_service_is_told_apart(answer, kind):
    assert read(answer) is kind


def test_an_answer_that_never_ends_is_cut_short():
    without = {"Content-Type": "application/json", "Content-Length": ""}
    answer = Canned(200, b" " * 13_000_000, {**without, "X-A": "b"})
    assert read(answer) is errors.WrongAnswer


def test_how_long_to_wait_is_what_was_asked_for():
    with answering(lambda *_: said({}, 503, **{"Retry-After": "7"})) as (address, _):
        with pytest.raises(errors.ServiceBusy) as busy:
            service(address).operations(0)
        assert busy.value.wait_s == 7


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (422, "malformed", errors.NotUnderstood), (401, "unknown_token", errors.TokenNotKnown),
        (403, "removed", errors.DeviceRemoved), (403, "not_allowed", errors.NotAllowed),
        (404, "not_there", errors.NotThere), (409, "other_bytes", errors.OtherBytes),
        (409, "taken", errors.Taken), (410, "erased", errors.Gone),
        (410, "withdrawn", errors.Gone), (410, "expired", errors.Gone),
        (413, "too_large", errors.TooLarge), (409, "wrong_offset", errors.Refused),
        (418, "what a newer service says", errors.Refused),
        (500, "failed", errors.ServiceOffline),
    ],
)  # fmt: skip
def test_a_refusal_is_what_its_code_says(status, code, kind):
    answer = said({"error": code, "detail": "words"}, status)
    assert read(answer) is kind


def test_the_code_of_a_refusal_is_kept():
    with answering(lambda *_: said({"error": "wrong_offset"}, 409)) as (address, _):
        with pytest.raises(errors.Refused) as refused:
            service(address).put_blob(HASH, 0, 1, b"x")
        assert refused.value.code == "wrong_offset"


@pytest.mark.parametrize(
    "content",
    [
        [], page(head=-1), page(era="x"), page(ops={}), page(ops=[1]),
        page(head=1, ops=[one(2)]), page(head=2, ops=[one(2), one(1)]),
        page(head=2, ops=[one(1), one(1)]), page(head=1, ops=[one(1, sha256=HASH)]),
        page(head=1, ops=[one(1, body=None)]), page(head=1, ops=[one(1, blank="QQ==")]),
        page(head=1, ops=[one(1, uuid="x")]), page(head=1, ops=[one(True)]),
        page(head=1, ops=[one(1, body=None, blank="QQ==", blanked_by="x")]),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_right_is_not_used(content):
    assert read(said(content)) is errors.WrongAnswer


def test_operations_that_were_not_asked_for_are_not_used():
    answer = said(page(head=5, ops=[one(5)]))
    assert told(answer, lambda service: service.operations(5)) is errors.WrongAnswer
    assert told(answer, lambda service: service.operations(4)).head == 5


def test_an_answer_about_other_operations_is_not_used():
    sent = operation()

    def push(*results):
        answer = said({"era": ERA, "results": list(results)})
        return told(answer, lambda service: service.push([sent]))

    good = {"uuid": sent.uuid, "outcome": "stored", "number": 1}
    assert push(good).results[0].number == 1
    assert push() is errors.WrongAnswer
    assert push(good, good) is errors.WrongAnswer
    assert push({**good, "uuid": IDS.new()}) is errors.WrongAnswer
    assert push({**good, "outcome": "eaten"}) is errors.WrongAnswer
    assert push({**good, "number": 0}) is errors.WrongAnswer


def test_bytes_of_a_file_are_those_that_were_asked_for():
    def get(answer):
        return told(answer, lambda service: service.get_blob(HASH, 5, 3))

    right = {**OCTETS, "Content-Range": "bytes 5-7/9"}
    assert get(Canned(206, b"abc", right)) == b"abc"
    assert get(Canned(200, b"abc", right)) is errors.WrongAnswer
    assert get(Canned(206, b"abc", OCTETS)) is errors.WrongAnswer
    assert get(Canned(206, b"abc", {**right, "Content-Range": "bytes 4-6/9"})) is errors.WrongAnswer
    assert get(Canned(206, b"abc", {**right, "Content-Type": "text/plain"})) is errors.WrongAnswer
    assert get(Canned(206, b"", right)) is errors.WrongAnswer
    assert get(Canned(206, b"abcd", right)) is errors.WrongAnswer


@pytest.mark.parametrize("count", [None, "x", "-1", "99999999", "٣"])
def test_a_count_of_bytes_that_is_none_is_not_used(count):
    headers = {} if count is None else {"Vcs-Received": count}
    if count == "٣":
        headers = {"Vcs-Received": "\xb2"}
    answer = Canned(200, b"", {**OCTETS, **headers})
    assert told(answer, lambda service: service.blob_received(HASH)) is errors.WrongAnswer


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, errors.TokenNotKnown), (403, errors.DeviceRemoved), (410, errors.Gone),
     (418, errors.NotAService)],
)  # fmt: skip
def test_a_refusal_without_words_is_what_its_status_says(status, kind):
    assert told(Canned(status, b""), lambda service: service.blob_received(HASH)) is kind


def test_a_receipt_for_something_else_is_none():
    receipt = {"uuid": IDS.new(), "sha256": HASH, "received_at": "2026-11-29T12:00:00Z", "era": ERA}
    shared = Submission(IDS.new(), "need", False, b"{}")
    answer = said({"receipt": receipt}, 201)
    assert told(answer, lambda service: service.submit(shared)) is errors.WrongAnswer
    answer = said({"receipt": {**receipt, "uuid": shared.uuid}}, 201)
    assert told(answer, lambda service: service.submit(shared)).uuid == shared.uuid
    answer = said({"receipt": {**receipt, "received_at": "2026-02-30T12:00:00Z"}}, 201)
    assert told(answer, lambda service: service.submit(shared)) is errors.WrongAnswer


def test_our_token_goes_to_the_service_and_nothing_else_does(tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("default login somebody password SENTINEL")
    monkeypatch.setenv("NETRC", str(netrc))
    with answering(lambda *_: said(page())) as (address, asked):
        service(address).operations(0)
        with pytest.raises(errors.WrongAnswer):
            HttpGroupService.at(address).start_group(GROUP, "code", new_keys())
    assert asked[0]["authorization"] == f"Bearer {'A' * 43}"
    assert "authorization" not in asked[1]
    assert "cookie" not in asked[0]


def test_an_address_that_is_none_is_refused():
    for address in ("", "http://example.org", "ftp://x", "https://a b"):
        with pytest.raises(WrongAddress):
            HttpGroupService.at(address)


def test_a_service_that_is_not_there_is_offline():
    with answering(lambda *_: said({})) as (address, _):
        pass
    with pytest.raises(errors.ServiceOffline):
        service(address).operations(0)


def test_a_service_that_lets_us_wait_is_too_slow(monkeypatch):
    clock = iter(range(0, 10_000, 1_000))
    with answering(lambda *_: said(page())) as (address, _):
        slow = HttpGroupService(ServiceLine(address, QUICK, lambda: next(clock)), GROUP, "A" * 43)
        with pytest.raises(errors.ServiceTooSlow):
            slow.operations(0)
