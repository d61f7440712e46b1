"""What people call a licence whose publisher gives only its address."""

from collections.abc import Mapping
from types import MappingProxyType

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "nationalarchives.gov.uk/doc/open-government-licence/version/3": (
            "Open Government Licence v3.0"
        ),
        "nationalarchives.gov.uk/doc/open-government-licence/version/2": (
            "Open Government Licence v2.0"
        ),
        "creativecommons.org/licenses/by/4.0": "Creative Commons Attribution 4.0",
        "creativecommons.org/licenses/by-sa/4.0": "Creative Commons Attribution-ShareAlike 4.0",
        "creativecommons.org/publicdomain/zero/1.0": "CC0, free of rights",
    }
)


def licence_name(given: str) -> str:
    """Return what people call a licence that is given as a web address; else as it is given."""
    address = given.strip().removeprefix("https://").removeprefix("http://")
    return NAMES.get(address.removeprefix("www.").rstrip("/"), given)
