"""A large library is never held in memory: twice as many records take about as much of it."""

import json
import tracemalloc

from tests.support.library_examples import notice
from tests.support.publishers import Publisher
from vcs_desktop.publishing.gathering import gather


def published_peak(folder, count):
    """Return the bytes of memory at the highest while so many notices are published."""
    ann = Publisher(folder).begin()
    path = folder / "page.json"
    with path.open("w") as file:
        file.write('{"version": "1.1", "releases": [')
        for number in range(count):
            one = notice(f"n{number}", description="words " * 2_000)
            file.write(("," if number else "") + json.dumps(one.data))
        file.write("]}")
    tracemalloc.start()
    with gather([path]) as found:
        ann.publishing().publish(found.lines)
        _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak, path.stat().st_size


def test_memory_does_not_grow_with_what_the_records_say(tmp_path):
    for name in ("few", "many"):
        (tmp_path / name).mkdir()
    few, _ = published_peak(tmp_path / "few", 400)
    many, size = published_peak(tmp_path / "many", 1_600)
    assert size > 15_000_000
    assert many - few < size / 8
