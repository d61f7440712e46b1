"""Column headings of 360Giving tables: names with paths, or the titles of the standard.

``recipientOrganization/0/name`` and ``Recipient Org:Name`` are the same column.
Source: titles of the 360Giving Data Standard's schema 1.4.
"""

from collections.abc import Iterable
from typing import Any

_GRANT = {
    "identifier": "id",
    "title": "title",
    "description": "description",
    "currency": "currency",
    "amount applied for": "amountAppliedFor",
    "amount awarded": "amountAwarded",
    "amount disbursed": "amountDisbursed",
    "award date": "awardDate",
    "url": "url",
    "planned dates": "plannedDates",
    "actual dates": "actualDates",
    "recipient ind": "recipientIndividual",
    "to individuals details": "toIndividualsDetails",
    "recipient org": "recipientOrganization",
    "beneficiary location": "beneficiaryLocation",
    "funding org": "fundingOrganization",
    "grant programme": "grantProgramme",
    "from an open call?": "fromOpenCall",
    "from an open call": "fromOpenCall",
    "funding type": "fundingType",
    "classifications": "classifications",
    "related document": "relatedDocument",
    "related activity": "relatedActivity",
    "last modified": "dateModified",
    "data source": "dataSource",
    "for regrant type": "regrantType",
    "location scope": "locationScope",
}
_PART = {
    "identifier": "id",
    "name": "name",
    "department": "department",
    "contact name": "contactName",
    "charity number": "charityNumber",
    "company number": "companyNumber",
    "street address": "streetAddress",
    "city": "addressLocality",
    "county": "addressRegion",
    "country": "addressCountry",
    "postal code": "postalCode",
    "phone number": "telephone",
    "alternate name": "alternateName",
    "email": "email",
    "description": "description",
    "organisation type": "organisationType",
    "web address": "url",
    "url": "url",
    "location": "location",
    "country code": "countryCode",
    "latitude": "latitude",
    "longitude": "longitude",
    "geographic code": "geoCode",
    "geographic code type": "geoCodeType",
    "start date": "startDate",
    "end date": "endDate",
    "duration (months)": "duration",
    "code": "code",
    "title": "title",
    "vocabulary": "vocabulary",
    "document type": "documentType",
    "last modified": "dateModified",
}
_LISTS = {
    "plannedDates", "actualDates", "recipientOrganization", "beneficiaryLocation",
    "fundingOrganization", "grantProgramme", "fundingType", "classifications", "relatedDocument",
    "relatedActivity", "location",
}  # fmt: skip
_NUMBERS = {
    "amountAppliedFor", "amountAwarded", "amountDisbursed", "latitude", "longitude", "duration",
    "minimumDuration",
}  # fmt: skip
_KNOWN = set(_GRANT.values()) | set(_PART.values())
_MARKS = {"amountAwarded", "awardDate", "recipientOrganization", "fundingOrganization"}
_ENOUGH_MARKS = 2
_MOST_PLACES = 50

Path = tuple[str | int, ...]
_Node = dict[str | int, Any]


def is_grants_table(headings: Iterable[str]) -> bool:
    """Say whether some headings are those of a 360Giving table."""
    found = {path[0] for heading in headings if heading and (path := path_of(heading))}
    return len(found & _MARKS) >= _ENOUGH_MARKS


def path_of(heading: str) -> Path:
    """Return where a column's cells belong in a grant.

    Headings of a publisher's own are kept as they are, their parts by colon.
    """
    separator = "/" if heading.partition("/")[0].strip() in _KNOWN else ":"
    names = [part.strip() for part in heading.split(separator)]
    path: list[str | int] = []
    for depth, part in enumerate(names):
        if part.isdecimal() and int(part) < _MOST_PLACES and path and path[-1] in _LISTS:
            path.append(int(part))
            continue
        if path and path[-1] in _LISTS:
            path.append(0)
        titles = _PART if depth else _GRANT
        name = titles.get(part.lower(), part)
        path.append(name if path == [] or path[0] in _KNOWN else part)
    return tuple(path)


def grant_from(cells: dict[str, Any]) -> dict[str, Any]:
    """Return the grant that a row of a table holds."""
    grant: _Node = {}
    for heading, cell in cells.items():
        path = path_of(heading)
        _put(grant, path, _typed(path, cell))
    return {str(name): _packed(inner) for name, inner in grant.items()}


def _typed(path: Path, cell: Any) -> Any:
    """Return numbers as text where the standard has text, such as charity numbers."""
    name = path[-1]
    is_ours = path[0] in _KNOWN and name in _KNOWN
    if is_ours and name not in _NUMBERS and isinstance(cell, int | float):
        return ("Yes" if cell else "No") if isinstance(cell, bool) else str(cell)
    return cell


def _put(grant: _Node, path: Path, cell: Any) -> None:
    """Put a cell at its place; lists are objects by number until the row is whole."""
    node = grant
    for name in path[:-1]:
        inner = node.get(name)
        if not isinstance(inner, dict):
            inner = node[name] = {}
        node = inner
    node.setdefault(path[-1], cell)


def _packed(value: Any) -> Any:
    """Turn objects by number into lists, in their order, gaps left out."""
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_packed(value[key]) for key in sorted(value)]
    return {str(key): _packed(inner) for key, inner in value.items()}
