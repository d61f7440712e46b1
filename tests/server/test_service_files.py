"""Files as any program may fetch them, and when one of them is damaged."""

import hashlib
import http.client
import secrets
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text

from tests.contract.backend import new_group
from tests.support.canned_http import Canned, answering
from vcs_desktop.server.soundness import look_at_all
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.sync.officer_remote import HttpOfficerService
from vcs_desktop.wire.service import MOST_PART


@pytest.fixture
def file(live):
    """A group, a file of three parts that it has, and its name."""
    group, content = new_group(live), secrets.token_bytes(2 * MOST_PART + 77)
    name = hashlib.sha256(content).hexdigest()
    for begins in range(0, len(content), MOST_PART):
        group.service.put_blob(name, begins, len(content), content[begins : begins + MOST_PART])
    return group, content, name


def fetched(live, group, name, **headers):
    place = urlsplit(live.address)
    line = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
    try:
        headers["Authorization"] = f"Bearer {group.token}"
        line.request("GET", f"/v1/groups/{group.id}/blobs/{name}", headers=headers)
        answer = line.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        line.close()


def test_without_a_range_all_of_a_file_comes(live, file):
    group, content, name = file
    status, headers, body = fetched(live, group, name)
    assert (status, body) == (200, content)
    assert headers["content-length"] == str(len(content))


@pytest.mark.parametrize("range_", ["bytes=5-", "bytes=0-99999999", "bytes=1048576-1048577"])
def test_a_range_is_of_one_part_at_most(live, file, range_):
    group, content, name = file
    begins = int(range_.partition("=")[2].partition("-")[0])
    status, headers, body = fetched(live, group, name, Range=range_)
    assert status == 206
    assert 0 < len(body) <= MOST_PART
    assert body == content[begins : begins + len(body)]
    ends = begins + len(body) - 1
    assert headers["content-range"] == f"bytes {begins}-{ends}/{len(content)}"


@pytest.mark.parametrize("range_", ["bytes=-5", "bytes=9-5", "bytes=0-1,3-4", "lines=1-2"])
def test_a_range_that_is_none_is_passed_over(live, file, range_):
    group, content, name = file
    status, _, body = fetched(live, group, name, Range=range_)
    assert (status, len(body)) == (200, len(content))


def test_a_file_that_is_damaged_in_the_database_is_found(live, file):
    with live.database.at_one_moment() as connection:
        assert look_at_all(connection).problems == []
    with live.database.writing() as connection:
        connection.execute(text("UPDATE blob_parts SET part = x'00' WHERE begins = 0"))
        assert look_at_all(connection).problems == ["A file is not what its digest says."]


@pytest.mark.parametrize(
    "act",
    [
        lambda officer: officer.shared(5),
        lambda officer: officer.export(5),
        lambda officer: officer.whole("01a22748-ddab-7669-95c7-daa0f2186c87"),
    ],
)
def test_what_an_officer_did_not_ask_for_is_not_used(act):
    one = (
        b'{"number":5,"uuid":"01a22748-ddab-7669-95c7-daa0f2186c88","kind":"need","sealed":false,'
        b'"received_at":"2026-11-29T12:00:00Z","state":"read","keep_until":null,"body":null,'
        b'"reply":null}'
    )
    page = b'{"era":"01a22748-ddab-7669-95c7-daa0f2186c87","head":5,"items":[%b]}' % one
    for body in (page, one, b"[]"):
        with answering(lambda *_, body=body: Canned(200, body)) as (address, _):
            officer = HttpOfficerService.at(address, "A" * 43)
            with pytest.raises(errors.WrongAnswer):
                act(officer)
            officer.close()
