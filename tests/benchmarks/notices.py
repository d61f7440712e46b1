"""Made-up contract notices, the same ones for the same seed."""

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

_WHAT = (
    "Community transport", "Lunch clubs", "Youth work", "Grounds maintenance", "School meals",
    "Domestic abuse support", "Highway resurfacing", "Home care", "Advice and information",
    "Library systems", "Mental health support", "Play equipment", "Roof repairs", "Translation",
    "Carers' breaks", "Waste collection", "Befriending", "Public health survey", "Catering",
)  # fmt: skip
_WHERE = (
    ("Oxfordshire", "UKJ14"), ("Bristol", "UKK11"), ("Leeds", "UKE42"), ("Kent", "UKJ4"),
    ("Cornwall", "UKK30"), ("Manchester", "UKD33"), ("Norfolk", "UKH15"), ("Glasgow", "UKM82"),
)  # fmt: skip
_CODES = ("85000000", "55520000", "45233142", "80000000", "60130000", "77310000", "98000000")
_WORDS = [
    "provide", "support", "people", "group", "council", "area", "home", "help", "service", "older",
    "young", "families", "weekly", "volunteer", "transport", "meal", "centre", "village", "advice",
    "health", "skills", "garden", "building", "safe", "local", "plan",
]  # fmt: skip
OPEN_IN_A_HUNDRED = 10


def releases(count: int, *, on: date, seed: int = 1, start: int = 0) -> Iterator[dict[str, Any]]:
    """Yield OCDS releases of about 1.4 kB, one process each; a tenth is open on the day."""
    choose = random.Random(seed)
    for number in range(start, start + count):
        yield _release(number, choose, on)


def write_package(path: Path, count: int, *, on: date, seed: int = 1, start: int = 0) -> None:
    """Write one release package, without holding it in memory."""
    with path.open("w", encoding="utf-8") as file:
        file.write('{"uri":"https://example.org/made-up","version":"1.1",')
        file.write(
            f'"publishedDate":"{on}T00:00:00Z","publisher":{{"name":"Made up"}},"releases":['
        )
        for number, release in enumerate(releases(count, on=on, seed=seed, start=start)):
            file.write(("," if number else "") + json.dumps(release))
        file.write("]}")


def _release(number: int, choose: random.Random, on: date) -> dict[str, Any]:
    what, (where, region) = choose.choice(_WHAT), choose.choice(_WHERE)
    is_open = choose.randrange(100) < OPEN_IN_A_HUNDRED
    closes = on + timedelta(days=choose.randint(1, 60) if is_open else -choose.randint(1, 900))
    issued = closes - timedelta(days=choose.randint(20, 60))
    buyer = {"id": f"GB-MADEUP-{choose.randrange(900)}", "name": f"{where} Council"}
    code = choose.choice(_CODES)
    text = " ".join(choose.choices(_WORDS, k=90))
    return {
        "ocid": f"ocds-madeup-{number:07}",
        "id": f"{number:07}-1",
        "date": f"{issued}T09:00:00Z",
        "tag": ["tender"],
        "initiationType": "tender",
        "language": "en",
        "buyer": buyer,
        "parties": [
            {**buyer, "roles": ["buyer"], "address": {"locality": where, "region": region}}
        ],
        "tender": {
            "id": f"T{number}",
            "title": f"{what} in {where} {choose.randrange(10_000)}",
            "description": f"{text[0].upper()}{text[1:]}.",
            "status": "active",
            "procurementMethod": "open",
            "mainProcurementCategory": "services",
            "classification": {"scheme": "CPV", "id": code, "description": what},
            "items": [{"id": "1", "deliveryAddresses": [{"region": region, "locality": where}]}],
            "value": {"amount": choose.randrange(5_000, 900_000), "currency": "GBP"},
            "suitability": {"sme": True, "vcse": choose.random() < 0.5},
            "tenderPeriod": {"endDate": f"{closes}T12:00:00Z"},
            "documents": [{"id": "1", "url": f"https://example.org/notice/{number}"}],
        },
    }
