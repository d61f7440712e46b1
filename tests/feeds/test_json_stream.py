"""Items of a list come out of a JSON file one at a time, as the whole file would give them."""

import json
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.feeds import json_stream
from vcs_desktop.feeds.json_stream import list_items, whole_value

_NAMES = st.text(max_size=8)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text(max_size=30)
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@pytest.fixture
def narrow_window(monkeypatch):
    """Let the window be so narrow that every item crosses its edge."""
    monkeypatch.setattr(json_stream, "CHUNK", 7)


def _file(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "some.json"
    path.write_bytes(text.encode(encoding))
    return path


def _items(path, name="releases"):
    return [item for item, _ in list_items(path, name)]


@pytest.mark.usefixtures("narrow_window")
@given(st.lists(_VALUES, max_size=5), _VALUES, _VALUES, st.sampled_from([None, 1]))
def test_the_items_are_those_that_the_whole_file_would_give(
    tmp_path_factory, items, before, after, indent
):
    content = {"before": before, "releases": items, "after": after}
    path = _file(tmp_path_factory.mktemp("s"), json.dumps(content, indent=indent))
    assert _items(path) == items


@pytest.mark.usefixtures("narrow_window")
@given(st.lists(_VALUES, min_size=1, max_size=4))
def test_each_item_comes_with_its_own_text(tmp_path_factory, items):
    path = _file(tmp_path_factory.mktemp("s"), json.dumps(items, ensure_ascii=False))
    assert [json.loads(text) for _, text in list_items(path, "")] == items


@pytest.mark.usefixtures("narrow_window")
@given(st.lists(_VALUES, min_size=1, max_size=3), st.data())
def test_a_file_cut_off_anywhere_is_noticed(tmp_path_factory, items, data):
    text = json.dumps({"releases": items, "links": {"next": "x"}})
    kept = data.draw(st.integers(0, len(text) - 1))
    path = _file(tmp_path_factory.mktemp("s"), text[:kept])
    with pytest.raises(CannotUseInput):
        _items(path)


@given(st.binary(max_size=200))
def test_whatever_the_bytes_are_the_only_error_is_one_in_words(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("s") / "x.json"
    path.write_bytes(content)
    for read in (lambda: _items(path), lambda: _items(path, ""), lambda: whole_value(path)):
        with suppress(CannotUseInput):
            read()


def test_a_byte_order_mark_is_taken_off(tmp_path):
    assert _items(_file(tmp_path, '{"releases": [1]}', "utf-8-sig")) == [1]


def test_a_file_in_utf_16_is_read(tmp_path):
    assert _items(_file(tmp_path, '{"releases": ["£"]}', "utf-16")) == ["£"]


def test_a_file_in_another_encoding_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(CannotUseInput, match="UTF-8") as refused:
        _items(_file(tmp_path, '{"releases": ["£ and more"]}', "cp1252"))
    assert "UTF-8" in refused.value.advice


def test_a_list_that_is_empty_or_absent_gives_nothing(tmp_path):
    assert _items(_file(tmp_path, '{"releases": [], "links": {"next": "x"}}')) == []
    assert _items(_file(tmp_path, '{"releases": null}')) == []
    assert _items(_file(tmp_path, "{}")) == []


def test_numbers_that_json_does_not_know_are_taken_as_not_given(tmp_path):
    assert _items(_file(tmp_path, '{"releases": [NaN, -Infinity, 1e999, 1.5]}')) == [
        None,
        None,
        None,
        1.5,
    ]


def test_words_after_the_end_are_noticed(tmp_path):
    with pytest.raises(CannotUseInput):
        _items(_file(tmp_path, '{"releases": []} {"releases": []}'))
    with pytest.raises(CannotUseInput):
        whole_value(_file(tmp_path, "{} {}"))


def test_something_nested_too_deep_is_refused_and_does_not_crash(tmp_path):
    for depth in (450, 50_000):
        with pytest.raises(CannotUseInput):
            _items(_file(tmp_path, '{"releases": [' + "[" * depth + "]" * depth + "]}"))


def test_an_item_that_never_ends_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(json_stream, "CHUNK", 1_000)
    monkeypatch.setattr(json_stream, "LARGEST_ITEM", 10_000)
    with pytest.raises(CannotUseInput) as refused:
        _items(_file(tmp_path, '{"releases": ["' + "x" * 100_000))
    assert "too large" in refused.value.detail


def test_a_slip_early_in_a_large_file_is_found_without_reading_on(tmp_path, monkeypatch):
    monkeypatch.setattr(json_stream, "CHUNK", 1_000)
    path = _file(tmp_path, '{"releases": [{"a": nope}' + ", {}" * 100_000 + "]}")
    taken = []
    more = json_stream.Window._more
    monkeypatch.setattr(json_stream.Window, "_more", lambda self: taken.append(1) or more(self))
    with pytest.raises(CannotUseInput):
        _items(path)
    assert len(taken) <= 2


def test_a_large_file_takes_little_memory(tmp_path):
    item = json.dumps({"text": "x" * 1_000})
    path = tmp_path / "large.json"
    with path.open("w") as file:
        file.write('{"releases": [' + item)
        for _ in range(20_000):
            file.write("," + item)
        file.write("]}")
    tracemalloc.start()
    count = sum(1 for _ in list_items(path, "releases"))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_001
    assert most < path.stat().st_size / 2
