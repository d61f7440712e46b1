"""Licences have names."""

import pytest

from vcs_desktop.domain.licences import licence_name

OGL = "nationalarchives.gov.uk/doc/open-government-licence/version/3"


@pytest.mark.parametrize("begun", ["http://", "https://", "http://www.", "https://www.", ""])
@pytest.mark.parametrize("ended", ["", "/"])
def test_a_licence_given_as_an_address_has_its_name(begun, ended):
    assert licence_name(f"{begun}{OGL}{ended}") == "Open Government Licence v3.0"


def test_any_other_licence_keeps_the_words_it_is_given_in():
    assert licence_name("MIT (our own words)") == "MIT (our own words)"
    assert licence_name("https://example.org/licence") == "https://example.org/licence"
