"""Builders of feed files: small ones with everything that real ones have."""

import json
from pathlib import Path

import openpyxl

REAL_DATA = Path(__file__).parents[3] / "shared" / "data"


def release(ocid="ocds-x-1", release_id="1", date="2026-11-02T10:00:00Z", **more):
    """Return a release with the least it needs."""
    return {
        "ocid": ocid,
        "id": release_id,
        "date": date,
        "tag": ["tender"],
        "tender": {"id": "t1", "title": "Lunches for older people"},
        **more,
    }


def package(*releases, **more):
    """Return a release package as a publisher writes it."""
    return {
        "uri": "https://example.org/releases",
        "version": "1.1",
        "publisher": {"name": "Example Council"},
        "license": "Open Government Licence v3.0",
        "releases": list(releases),
        **more,
    }


def grant(grant_id="360G-x-1", **more):
    """Return a grant with all that the standard asks for."""
    return {
        "id": grant_id,
        "title": "A warm room",
        "description": "A room with soup on winter days.",
        "currency": "GBP",
        "amountAwarded": 1500,
        "awardDate": "2024-03-01",
        "recipientOrganization": [{"id": "GB-CHC-1", "name": "Hall Committee"}],
        "fundingOrganization": [{"id": "GB-CHC-2", "name": "Example Foundation"}],
        **more,
    }


def write_json(path, content, *, encoding="utf-8"):
    """Write JSON and return its path."""
    path.write_text(json.dumps(content, ensure_ascii=False), encoding)
    return path


def write_xlsx(path, rows, *, sheet="Sheet1", before=()):
    """Write a spreadsheet and return its path; ``before`` are names of sheets in front."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for name in before:
        page.title = name
        page.append(["Notes about the data"])
        page = book.create_sheet()
    page.title = sheet
    for row in rows:
        page.append(list(row))
    book.save(path)
    return path
