"""Whatever comes in: a clear answer of our form, and nothing is stored that should not be."""

import base64
import http.client
import json
import socket
from urllib.parse import urlsplit

import pytest

from tests.contract.backend import IDS, new_group, operation

BIG = 50_000_000


def ask(live, method, path, body=None, token="", **headers):
    """Send a request as it is; return the status, the headers and the JSON of the answer."""
    place = urlsplit(live.address)
    line = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    try:
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        line.request(method, path, body=body, headers=headers)
        answer = line.getresponse()
        content = answer.read()
        said = json.loads(content) if content else None
        return answer.status, dict(answer.getheaders()), said
    finally:
        line.close()


def text(content: bytes) -> str:
    return base64.b64encode(content).decode()


@pytest.fixture(scope="module")
def group(on_postgres):
    return new_group(on_postgres)


def ops(group):
    return f"/v1/groups/{group.id}/ops"


ID = "01a22748-ddab-7669-95c7-daa0f2186c87"
BODIES = {
    "no JSON": b"{",
    "nothing": b"",
    "a list": b"[]",
    "no text at all": b"\xff\xfe\x00",
    "nested without end": b'{"ops":' + b"[" * 100_000,
    "a number too large": b'{"ops":' + b"9" * 10_000 + b"}",
    "no operations": b'{"ops":[]}',
    "an operation that is none": b'{"ops":[1]}',
    "no id": json.dumps({"ops": [{"uuid": "x", "body": "QQ=="}]}).encode(),
    "an id in capitals": json.dumps({"ops": [{"uuid": ID.upper(), "body": "QQ=="}]}).encode(),
    "an id and a line's end": json.dumps({"ops": [{"uuid": f"{ID}\n", "body": "QQ=="}]}).encode(),
    "an id with a NUL": json.dumps({"ops": [{"uuid": f"{ID[:-1]}\0", "body": "QQ=="}]}).encode(),
    "half a letter": b'{"ops":[{"uuid":"\\ud800","body":"QQ=="}]}',
    "no base64": json.dumps({"ops": [{"uuid": ID, "body": "!!!!"}]}).encode(),
    "base64 that has another way": json.dumps({"ops": [{"uuid": ID, "body": "QR=="}]}).encode(),
    "base64 in other letters": json.dumps({"ops": [{"uuid": ID, "body": "é==="}]}).encode(),
    "an empty body": json.dumps({"ops": [{"uuid": ID, "body": ""}]}).encode(),
    "too many": json.dumps({"ops": [{"uuid": ID, "body": "QQ=="}] * 201}).encode(),
    "one that is too large": json.dumps(
        {"ops": [{"uuid": ID, "body": text(bytes(4_200_001))}]}
    ).encode(),
    "too much in all": json.dumps(
        {"ops": [{"uuid": IDS.new(), "body": text(bytes(4_100_000))} for _ in range(2)]}
    ).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_a_push_that_has_not_its_form_stores_nothing(on_postgres, group, name):
    before = group.service.operations(0).head
    status, _, said = ask(on_postgres, "POST", ops(group), BODIES[name], group.token)
    assert (status, said["error"]) == (422, "malformed")
    assert set(said) == {"error", "detail"}
    assert group.service.operations(0).head == before


def test_50_mb_are_refused_before_they_are_read(on_postgres, group):
    before = group.service.operations(0).head
    status, _, said = ask(on_postgres, "POST", ops(group), bytes(BIG), group.token)
    assert (status, said["error"]) == (413, "too_large")
    assert group.service.operations(0).head == before


def test_50_mb_that_do_not_say_so_are_refused_too(on_postgres, group):
    pieces = (bytes(1_000_000) for _ in range(BIG // 1_000_000))
    status, _, said = ask(on_postgres, "POST", ops(group), pieces, group.token)
    assert (status, said["error"]) == (413, "too_large")


def test_50_mb_of_nobody_are_not_kept_either(on_postgres, group):
    status, headers, said = ask(on_postgres, "POST", ops(group), bytes(BIG), "A" * 43)
    assert (status, said["error"]) == (401, "unknown_token")
    assert headers["www-authenticate"] == "Bearer"


@pytest.mark.logs("Invalid HTTP request")
@pytest.mark.parametrize("length", ["-1", "x", "1" * 400])
def test_a_length_that_is_none_is_refused(on_postgres, group, length):
    place = urlsplit(on_postgres.address)
    with socket.create_connection((place.hostname, place.port), timeout=10) as line:
        head = f"POST {ops(group)} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n"
        line.sendall(f"{head}Authorization: Bearer {group.token}\r\n\r\n".encode())
        assert line.recv(100).split()[1] in (b"400", b"413", b"422")


def test_what_is_cut_off_stores_nothing(on_postgres, group):
    body = json.dumps({"ops": [{"uuid": IDS.new(), "body": "QQ=="}]}).encode()
    before = group.service.operations(0).head
    place = urlsplit(on_postgres.address)
    with socket.create_connection((place.hostname, place.port), timeout=10) as line:
        head = f"POST {ops(group)} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body) + 5}\r\n"
        line.sendall(f"{head}Authorization: Bearer {group.token}\r\n\r\n".encode() + body)
    assert group.service.operations(0).head == before


@pytest.mark.parametrize(
    "path",
    [
        "/v1/groups/%00/ops",
        "/v1/groups/x/ops",
        f"/v1/groups/{ID}%0a/ops",
        f"/v1/groups/{ID.upper()}/ops",
        "/v1/groups/%ed%a0%80/ops",
        f"/v1/groups/{ID}/ops?after=-1",
        f"/v1/groups/{ID}/ops?after=99999999999999999999999",
        f"/v1/groups/{ID}/ops?limit=0",
        f"/v1/groups/{ID}/ops?limit=501",
        f"/v1/groups/{ID}/blobs/zz",
        f"/v1/groups/{ID}/epochs?after=x",
        f"/v1/groups/{ID}/epochs?after={1 << 40}",
        "/v1/invitations/zz",
        "/v1/joins/%00",
        "/v1/inbox/%00",
        "/v1/probe",
        "/v1/probe?nonce=short",
        "/v1/probe?nonce=abcdefghijklmnop%00",
        "/v1/probe?nonce=abcdefghijklmnop%0a",
    ],
)
def test_an_address_that_has_not_its_form_is_refused(on_postgres, group, path):
    status, _, said = ask(on_postgres, "GET", path, token=group.token)
    assert (status, said["error"]) == (422, "malformed")


@pytest.mark.parametrize("path", ["/v1/unknown", "/", "/v1", "/../etc/passwd", "/v1/groups"])
def test_what_is_nowhere_is_not_there(on_postgres, path):
    status, _, said = ask(on_postgres, "GET", path)
    assert status in (404, 405)
    assert said["error"] in ("not_there", "not_allowed")


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "need\0", "sealed": False, "body": "QQ=="},
        {"kind": "Need", "sealed": False, "body": "QQ=="},
        {"kind": "need", "sealed": 1, "body": "QQ=="},
        {"kind": "need", "sealed": False, "body": text(bytes(300_000))},
        {"kind": "need", "sealed": False},
        {},
    ],
)
def test_a_submission_that_has_not_its_form_is_not_kept(on_postgres, group, said):
    uuid = IDS.new()
    body = json.dumps(said).encode()
    status, _, answer = ask(on_postgres, "PUT", f"/v1/inbox/{uuid}", body, group.token)
    assert (status, answer["error"]) == (422, "malformed")
    assert ask(on_postgres, "GET", f"/v1/inbox/{uuid}", token=group.token)[0] == 404


@pytest.mark.parametrize(
    "on",
    ["0000-00-00", "2026-02-30", "9999-12-31", "1900-01-01", "2026-11-28", "+2027-01-01", 7, ""],
)
def test_an_absurd_day_is_refused(on_postgres, group, on):
    token = on_postgres.new_officer(f"officer {IDS.new()}")
    uuid = IDS.new()
    good = json.dumps({"kind": "need", "sealed": False, "body": "QQ=="}).encode()
    ask(on_postgres, "PUT", f"/v1/inbox/{uuid}", good, group.token)
    path, body = f"/v1/officer/inbox/{uuid}/keep-until", json.dumps({"on": on}).encode()
    status, _, answer = ask(on_postgres, "PUT", path, body, token)
    assert (status, answer["error"]) == (422, "malformed")
    state = ask(on_postgres, "GET", f"/v1/inbox/{uuid}", token=group.token)[2]
    assert state["keep_until"] is None


@pytest.mark.parametrize("text_of_it", ["", "  \n", "a\0b", "\ud83d", "x" * 10_001, 7, None])
def test_an_answer_that_is_none_is_refused(on_postgres, group, text_of_it):
    token = on_postgres.new_officer(f"officer {IDS.new()}")
    uuid = IDS.new()
    good = json.dumps({"kind": "need", "sealed": False, "body": "QQ=="}).encode()
    ask(on_postgres, "PUT", f"/v1/inbox/{uuid}", good, group.token)
    path, body = f"/v1/officer/inbox/{uuid}/reply", json.dumps({"text": text_of_it}).encode()
    assert ask(on_postgres, "PUT", path, body, token)[0] == 422
    assert ask(on_postgres, "GET", f"/v1/inbox/{uuid}", token=group.token)[2]["reply"] is None


def test_a_blank_and_a_part_have_their_limits(on_postgres, group):
    mine = operation()
    group.service.push([mine])
    path = f"{ops(group)}/{mine.uuid}/blank"
    assert ask(on_postgres, "PUT", path, b"", group.token)[0] == 422
    assert ask(on_postgres, "PUT", path, bytes(65_537), group.token)[0] == 413
    blob = f"/v1/groups/{group.id}/blobs/{'ab' * 32}"
    assert ask(on_postgres, "PUT", f"{blob}?offset=0&size=5", b"123456", group.token)[0] == 422
    assert ask(on_postgres, "PUT", f"{blob}?offset=0&size=5", b"", group.token)[0] == 422
    assert ask(on_postgres, "PUT", f"{blob}?offset=0&size=30000001", b"1", group.token)[0] == 422
    big = bytes((1 << 20) + 1)
    assert ask(on_postgres, "PUT", f"{blob}?offset=0&size=9000000", big, group.token)[0] == 413
    assert group.service.operations(0).operations[-1].body == mine.body


def test_a_token_of_another_sort_opens_nothing(on_postgres, group):
    officer = on_postgres.new_officer("An officer")
    assert ask(on_postgres, "GET", ops(group), token=officer)[0] == 401
    assert ask(on_postgres, "GET", "/v1/officer/inbox", token=group.token)[0] == 401
    for header in (f"Basic {group.token}", group.token, "Bearer", f"Bearer {group.token} x"):
        assert ask(on_postgres, "GET", ops(group), Authorization=header)[0] == 401
