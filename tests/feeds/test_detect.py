"""What a file is, is told by what is in it; what we cannot read is refused with what to do."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.feed_files import grant, package, release, write_json, write_xlsx
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.feeds.reading import open_feed


def _zip_of(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


_CALL_YAML = "fundingCalls:\n- grantName: Warm rooms\n"
_GRANT_CSV = "Identifier,Amount Awarded,Award Date,Recipient Org:Name\n1,2,2024-01-01,X\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (_CALL_YAML, "funding calls YAML"),
        ("# words first\n- grantName: Warm rooms\n", "funding calls YAML"),
        ("grantName: Warm rooms\n", "funding calls YAML"),
        (_GRANT_CSV, "360Giving CSV"),
        ("Grant name;url\nWarm rooms;https://example.org\n", "funding calls CSV"),
        ('{"grants": []}', "360Giving JSON"),
        ('[{"id": "1", "awardDate": "2024-01-01"}]', "360Giving JSON"),
        ('[{"grantName": "Warm rooms"}]', "funding calls JSON"),
        ('{"grantName": "Warm rooms"}', "funding calls JSON"),
        ('  \n{"extra": [1], "fundingCalls": []}', "funding calls JSON"),
    ],
)
def test_the_name_of_a_file_tells_nothing(tmp_path, content, expected):
    path = tmp_path / "picture.png"
    path.write_text(content)
    assert open_feed(path).format == expected


def test_spreadsheets_are_told_by_their_headings_on_whatever_sheet(tmp_path):
    rows = [["Identifier", "Amount Awarded", "Award Date"], ["1", 5, "2024-01-01"]]
    path = write_xlsx(tmp_path / "x.json", rows, sheet="grants", before=["About"])
    assert open_feed(path).format == "360Giving XLSX"
    path = write_xlsx(tmp_path / "y.json", [["grantName"], ["Warm rooms"]])
    assert open_feed(path).format == "funding calls XLSX"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<!DOCTYPE html><html><body>Log in</body></html>", "log-in page"),
        (b"\n\n  <HTML lang='en'>", "log-in page"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (_zip_of("a.csv"), "zip file"),
        (_zip_of("word/document.xml"), "Word"),
        (_zip_of("mimetype", "content.xml"), "OpenDocument"),
        (b"PK\x03\x04 cut off", "damaged"),
        (gzip.compress(b"{}", mtime=0), "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old kind of Office"),
        (b"\x89PNG\r\n", "picture"),
        (b"SQLite format 3\x00", "database"),
        (bytes(range(256)), "not a text file"),
        (b'{"releases": [{"ocid": "x"', "cut off"),
        (b'{"rel', "cut off"),
        (b"{", "cut off"),
        (b'{"name": "other"}', "of a kind we do not know"),
        (b"[]", "of a kind we do not know"),
        (b"[1, 2]", "of a kind we do not know"),
        ('{"title": "£", "releases": []}'.encode("cp1252"), "UTF-8"),
        (b"Dear all,\nhere are the grants.", "of a kind we do not know"),
        (b"a,b,c\n1,2,3\n", "of a kind we do not know"),
        (b"grantName: [unclosed\n", "YAML"),
        (b"fundingCalls: &a [*a]\n", "YAML"),
    ],
)  # fmt: skip
def test_what_we_cannot_read_is_refused_with_what_it_is_and_what_to_do(tmp_path, content, says):
    path = tmp_path / "feed.json"
    path.write_bytes(content)
    with pytest.raises(CannotUseInput) as refused:
        list(open_feed(path).items())
    assert says in f"{refused.value.message} {refused.value.advice}"
    assert refused.value.advice


def test_a_spreadsheet_with_other_headings_is_refused(tmp_path):
    with pytest.raises(CannotUseInput, match="unknown format"):
        open_feed(write_xlsx(tmp_path / "x.xlsx", [["Name", "Age"], ["Ann", 70]]))


def test_a_file_that_is_not_there_and_a_folder_are_refused_in_words(tmp_path):
    with pytest.raises(CannotUseInput) as missing:
        open_feed(tmp_path / "nothing.json")
    assert "no file" in missing.value.message
    with pytest.raises(CannotUseInput) as folder:
        open_feed(tmp_path)
    assert "folder" in folder.value.message


def test_a_file_that_breaks_half_way_raises_after_its_good_rows(tmp_path):
    path = write_json(tmp_path / "x.json", package(release(), release(release_id="2")))
    path.write_text(path.read_text()[:-40])
    items = open_feed(path).items()
    with pytest.raises(CannotUseInput):
        list(items)


def test_marked_and_wide_encodings_of_json_are_read(tmp_path):
    for encoding in ("utf-8-sig", "utf-16"):
        path = write_json(tmp_path / "x.json", {"grants": [grant()]}, encoding=encoding)
        assert len(list(open_feed(path).items())) == 1


@given(
    st.sampled_from([b"", b"{", b"[", b"PK\x03\x04", b"Identifier,Award Date\n", b"grantName\n",
                     b"fundingCalls:\n", b"\xff\xfe", b'{"releases":[', b"- grantName: "]),
    st.binary(max_size=120),
)  # fmt: skip
def test_no_bytes_at_all_give_an_error_without_words(tmp_path_factory, start, rest):
    path = tmp_path_factory.mktemp("d") / "any"
    path.write_bytes(start + rest)
    try:
        list(open_feed(path).items())
    except CannotUseInput as error:
        said = error.message, error.advice
    else:
        said = "read", "read"
    assert all(said)
