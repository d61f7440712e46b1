"""The files that the tour adds: one grant and a few awards, all of them for practice."""

import json
from pathlib import Path
from typing import Any

# Who was funded, from which practice fund, on which day, how many pounds, for what.
_AWARDS = (
    ("Rose Hill Supper Club", "Warm Rooms", "2026-09-14", 1_800, "Hot suppers through the winter"),
    ("Canal Side Allotments", "Green Kitchen", "2026-07-06", 2_450, "A shed kitchen for harvests"),
    ("Friday Friends", "Good Neighbours", "2026-05-18", 4_000, "Lifts and visits by volunteers"),
    ("Headway Lunches", "Pots and Pans", "2026-03-02", 620, "A fridge and two hot plates"),
    ("Cowley Cooks", "Shared Table", "2025-11-24", 1_150, "Cooking together on Saturdays"),
    ("Leys Coffee Morning", "Warm Rooms", "2025-10-13", 900, "Heating and a kettle"),
    ("Barton Bakers", "Pots and Pans", "2025-06-30", 480, "Tins, trays and aprons"),
)
_GRANT = {
    "id": "practice/tour/spring-table",
    "grantName": "Spring table (practice)",
    "grantShortDescription": (
        "For practice. This is not real money. £300 to £1,500 for shared meals in spring."
    ),
    "fundingOrganization": {"id": "practice/fund/spring-table", "name": "Practice Fund: Spring"},
    "grantLocation": [{"geoCode": "E10000025", "name": "Oxfordshire"}],
    "legalForms": ["unincorporated_with_rules", "charity", "cio"],
    "incomeMax": 50_000,
    "grantMinimumAward": 300,
    "grantMaximumAward": 1_500,
    "themes": ["shared meals", "lunch club"],
    "grantApplicationCloseDate": "2026-12-18",
    "decisionWeeks": 6,
    "practice": True,
}


def write_files(folder: Path) -> list[Path]:
    """Write the files into a folder that is there, and return them."""
    grants, awards = folder / "grants for practice.json", folder / "awards for practice.json"
    grants.write_text(json.dumps([_GRANT]), "utf-8")
    published = {"grants": [_award(number, *each) for number, each in enumerate(_AWARDS, start=1)]}
    awards.write_text(json.dumps(published), "utf-8")
    return [grants, awards]


def _award(number: int, who: str, fund: str, on: str, pounds: int, title: str) -> dict[str, Any]:
    """Return an award as 360Giving publishes it; every name says that it is for practice."""
    return {
        "id": f"practice-award-{number}",
        "title": f"{title} (practice)",
        "description": "For practice. Nobody was given this money.",
        "currency": "GBP",
        "amountAwarded": pounds,
        "awardDate": on,
        "recipientOrganization": [{"id": f"practice-group-{number}", "name": f"{who} (practice)"}],
        "fundingOrganization": [{"id": f"practice-{fund}", "name": f"Practice Fund: {fund}"}],
        "beneficiaryLocation": [{"name": "Oxford", "geoCode": "E07000178"}],
    }
