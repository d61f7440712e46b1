"""A tree on the web: only its own files, whole or in part, and nothing that is known already."""

import os
from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.publishing.http_answers import BadRequest, reply_to, request_of

SHA = "a" * 64
BODY = bytes(range(200))


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("place") / "tree"
    for name in ("root.json", "library.json", "snapshots/1.ndjson.gz", "deltas/22.ndjson.gz",
                 f"attachments/{SHA}", "history.json", ".hidden", "snapshots/notes.txt",
                 "snapshots/.1.ndjson.gz.part"):  # fmt: skip
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BODY)
    (folder.parent / "secret.key").write_bytes(b"secret")
    if os.name == "posix":
        (folder / "snapshots" / "9.ndjson.gz").symlink_to("../../secret.key")
        (folder / "snapshots" / "8.ndjson.gz").symlink_to("1.ndjson.gz")
        os.mkfifo(folder / "snapshots" / "7.ndjson.gz")
    (folder / "snapshots" / "6.ndjson.gz").mkdir()
    return folder


def ask(tree, target, method="GET", **headers):
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    head = f"{method} {target} HTTP/1.1\r\nHost: x\r\n{lines}\r\n"
    reply = reply_to(request_of(head.encode()), tree)
    try:
        body = reply.file.read(reply.length) if reply.file is not None else reply.body
    finally:
        reply.close()
    return reply.status, reply.headers, body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("root.json", "application/json"),
        ("library.json", "application/json"),
        ("snapshots/1.ndjson.gz", "application/gzip"),
        ("deltas/22.ndjson.gz", "application/gzip"),
        (f"attachments/{SHA}", "application/octet-stream"),
        ("library.json?again=1", "application/json"),
    ],
)
def test_the_files_of_a_tree_are_given_as_they_are(tree, name, kind):
    status, headers, body = ask(tree, f"/{name}", Accept_Encoding="gzip, br")
    assert (status, body) == (HTTPStatus.OK, BODY)
    assert headers["Content-Type"] == kind
    assert headers["Content-Length"] == "200"
    assert "Content-Encoding" not in headers


@pytest.mark.parametrize(
    "target",
    [
        "/history.json", "/.hidden", "/snapshots", "/snapshots/", "/snapshots/notes.txt",
        "/snapshots/.1.ndjson.gz.part", "/snapshots/01.ndjson.gz", "/../secret.key",
        "/snapshots/../../secret.key", "/snapshots/..%2f..%2fsecret.key", "/%2e%2e/secret.key",
        "//etc/passwd", "/snapshots/9.ndjson.gz", "/snapshots/6.ndjson.gz",
        "/snapshots/7.ndjson.gz", "/snapshots/5.ndjson.gz", "/library.json/", "/library.json%00",
        "/LIBRARY.JSON", "/snapshots\\1.ndjson.gz", f"/attachments/{SHA.upper()}", "/con",
        "/snapshots/1.ndjson.gz::$DATA", "/library%2Ejson",
    ],
)  # fmt: skip
def test_no_other_path_leads_anywhere(tree, target):
    status, _, body = ask(tree, target)
    assert status == HTTPStatus.NOT_FOUND
    assert b"secret" not in body


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=60))
def test_no_path_that_somebody_makes_up_leads_out_of_the_tree(tree, target):
    status, _, body = ask(tree, f"/{target}")
    assert status in (HTTPStatus.NOT_FOUND, HTTPStatus.OK)
    assert b"secret" not in body
    assert status == HTTPStatus.NOT_FOUND or body in (BODY, ask(tree, "/")[2])


@pytest.mark.skipif(os.name != "posix", reason="links of this sort are of POSIX")
def test_a_link_inside_the_tree_is_followed(tree):
    assert ask(tree, "/snapshots/8.ndjson.gz")[2] == BODY


def test_whoever_looks_with_a_browser_is_told_what_this_is(tree):
    status, headers, body = ask(tree, "/")
    assert status == HTTPStatus.OK
    assert b"VCS Desktop" in body
    assert headers["Content-Type"].startswith("text/plain")


def test_what_is_known_is_not_sent_again(tree):
    for target in ("/library.json", "/snapshots/1.ndjson.gz"):
        tag = ask(tree, target)[1]["ETag"]
        for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            status, headers, body = ask(tree, target, If_None_Match=known)
            assert (status, body) == (HTTPStatus.NOT_MODIFIED, b"")
            assert headers["ETag"] == tag
        assert ask(tree, target, If_None_Match='"other"')[0] == HTTPStatus.OK


def test_the_tag_is_another_when_the_file_is(tree):
    for target in ("library.json", "snapshots/1.ndjson.gz"):
        path = tree / target
        before = ask(tree, f"/{target}")[1]["ETag"]
        path.with_suffix(".new").write_bytes(BODY[::-1])
        path.with_suffix(".new").replace(path)
        assert ask(tree, f"/{target}")[1]["ETag"] != before
        path.write_bytes(BODY)


@pytest.mark.parametrize(
    ("wanted", "part", "said"),
    [
        ("bytes=0-9", BODY[:10], "bytes 0-9/200"),
        ("bytes=190-", BODY[190:], "bytes 190-199/200"),
        ("bytes=-5", BODY[-5:], "bytes 195-199/200"),
        ("bytes=-900", BODY, "bytes 0-199/200"),
        ("bytes=150-900", BODY[150:], "bytes 150-199/200"),
        ("bytes=199-199", BODY[199:], "bytes 199-199/200"),
    ],
)
def test_a_part_is_given_to_whoever_goes_on(tree, wanted, part, said):
    tag = ask(tree, "/snapshots/1.ndjson.gz")[1]["ETag"]
    for more in ({}, {"If_Range": tag}):
        status, headers, body = ask(tree, "/snapshots/1.ndjson.gz", Range=wanted, **more)
        assert (status, body) == (HTTPStatus.PARTIAL_CONTENT, part)
        assert headers["Content-Range"] == said
        assert headers["Content-Length"] == str(len(part))


@pytest.mark.parametrize("wanted", ["bytes=200-", "bytes=-0", "bytes=9-3", "bytes=999999999999-"])
def test_a_part_that_is_not_there_is_said(tree, wanted):
    status, headers, _ = ask(tree, "/snapshots/1.ndjson.gz", Range=wanted)
    assert status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    assert headers["Content-Range"] == "bytes */200"


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=0-9", "If_Range": '"other"'},
        {"Range": "bytes=0-9", "If_Range": "Sun, 29 Nov 2026 02:00:00 GMT"},
        {"Range": "bytes=0-3,5-9"},
        {"Range": "bytes=-"},
        {"Range": "lines=0-9"},
        {"Range": "bytes=a-b"},
        {"Range": f"bytes=0-{'9' * 30}"},
    ],
)
def test_of_a_file_that_is_another_now_all_is_given(tree, headers):
    status, _, body = ask(tree, "/snapshots/1.ndjson.gz", **headers)
    assert (status, body) == (HTTPStatus.OK, BODY)


def test_only_the_head_is_given_where_only_that_is_asked_for(tree):
    status, headers, body = ask(tree, "/library.json", "HEAD", Range="bytes=0-9")
    assert (status, body) == (HTTPStatus.OK, b"")
    assert headers["Content-Length"] == "200"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_nothing_can_be_written(tree, method):
    status, headers, _ = ask(tree, "/library.json", method)
    assert status == HTTPStatus.METHOD_NOT_ALLOWED
    assert headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    "head",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/2\r\n\r\n",
        b"GET  / HTTP/1.1\r\n\r\n",
        b"get / HTTP/1.1\r\n\r\n",
        b"GET http://x/library.json HTTP/1.1\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        b"GET / HTTP/1.1\r\n folded: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\x00\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
        b"GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"GET /" + b"x" * 3000 + b" HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(head):
    with pytest.raises(BadRequest):
        request_of(head)


@given(st.binary(max_size=200))
def test_whatever_comes_is_a_request_or_is_refused(content):
    try:
        request_of(content)
    except BadRequest:
        return


def test_a_connection_stays_open_only_where_both_want_it():
    def stays(version, *lines):
        head = "\r\n".join([f"GET / HTTP/1.{version}", *lines, "", ""])
        return request_of(head.encode()).stays

    assert stays(1)
    assert stays(1, "Connection: keep-alive")
    assert not stays(1, "Connection: Close")
    assert not stays(0)
