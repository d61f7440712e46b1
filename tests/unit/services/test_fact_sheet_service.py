"""The sheet of facts out of a real library file."""

import pytest

from tests.support.facts_library import COUNTY, OLD_COUNTY, OXFORD, FactsHouse
from vcs_desktop.core.errors import CannotUseInput


@pytest.fixture
def house(tmp_path):
    made = FactsHouse(tmp_path)
    yield made
    made.close()


def page(house, out, *ids):
    assert house.fact_sheet.make(ids, out) == out
    assert out.read_bytes().startswith(b"%PDF")
    return out.with_suffix(".html").read_text("utf-8")


def test_facts_stand_in_the_order_in_which_they_were_chosen(house, tmp_path):
    made = page(house, tmp_path / "facts.pdf", OXFORD, COUNTY, OXFORD)
    assert made.index("not White British, Oxford") < made.index("Deprivation of the county, 2025")
    assert made.count("<h2") == 3
    assert "Monday 23 November 2026" in made


def test_the_same_in_other_places_is_of_the_same_day(house, tmp_path):
    made = page(house, tmp_path / "facts.pdf", OXFORD)
    assert "The same in other places" in made
    assert "West Oxfordshire" in made


def test_ranks_of_different_lists_are_not_to_be_compared(house, tmp_path):
    made = page(house, tmp_path / "facts.pdf", OLD_COUNTY)
    assert "There is a newer figure, of 30 October 2025" in made
    assert "Do not compare them." in made
    assert "11th least deprived of 152" in made


def test_what_the_library_has_no_more_is_left_out(house, tmp_path):
    assert page(house, tmp_path / "facts.pdf", "fact/gone", COUNTY).count("<h2") == 2


@pytest.mark.parametrize("ids", [(), ("fact/gone",)])
def test_with_nothing_on_it_there_is_no_sheet(house, tmp_path, ids):
    with pytest.raises(CannotUseInput, match="nothing"):
        house.fact_sheet.make(ids, tmp_path / "facts.pdf")
    assert not list(tmp_path.glob("facts.*"))
