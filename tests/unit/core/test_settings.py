"""Settings travel with the data and never stop the app from starting."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.settings import TEXT_SIZES, THEMES, Settings, SettingsFile, _settings_from

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=5,
)


def test_a_new_data_folder_has_plain_settings(tmp_path):
    assert SettingsFile(tmp_path / "settings.json").current == Settings()


def test_changes_are_kept_for_the_next_start(tmp_path):
    path = tmp_path / "settings.json"
    SettingsFile(path).change(
        text_size=150, theme="dark", window=(10, 20, 1366, 700), maximised=True
    )
    kept = SettingsFile(path).current
    assert (kept.text_size, kept.theme, kept.window) == (150, "dark", (10, 20, 1366, 700))
    assert kept.maximised


def test_how_somebody_began_is_kept_too(tmp_path):
    path = tmp_path / "settings.json"
    SettingsFile(path).change(start_page="learning", welcomed=True, tour_seen=True)
    kept = SettingsFile(path).current
    assert (kept.start_page, kept.welcomed, kept.tour_seen) == ("learning", True, True)


def test_a_laptop_is_shared_until_somebody_says_that_it_is_not(tmp_path):
    path = tmp_path / "settings.json"
    assert SettingsFile(path).current.shared
    SettingsFile(path).change(shared=False, lock_after_minutes=12)
    kept = SettingsFile(path).current
    assert (kept.shared, kept.lock_after_minutes) == (False, 12)
    for unclear in (None, 0, "no", []):
        path.write_text(json.dumps({"shared": unclear}))
        assert SettingsFile(path).current.shared


@pytest.mark.parametrize(("read", "minutes"), [(0, 1), (-5, 1), (31, 30), (10**30, 30)])
def test_how_long_nobody_may_touch_the_window_has_bounds(read, minutes):
    assert _settings_from({"lock_after_minutes": read}).lock_after_minutes == minutes


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text_size", 111),
        ("theme", "pink"),
        ("window", [1, 2]),
        ("maximised", "yes"),
        ("window", ["a", 1, 2, 3]),
        ("start_page", 7),
        ("welcomed", "yes"),
        ("tour_seen", 1),
        ("lock_after_minutes", "5"),
        ("lock_after_minutes", 7.5),
        ("lock_after_minutes", True),
        ("look_when", "hourly"),
        ("look_when", []),
        ("metered_care", "no"),
        ("looked_at", "yesterday"),
        ("looked_at", "2026-11-20T12:00:00"),
        ("looked_at", 7),
    ],
)
def test_a_setting_we_do_not_know_falls_back(tmp_path, field, value):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({field: value}))
    current = SettingsFile(path).current
    assert getattr(current, field) == getattr(Settings(), field)


@pytest.mark.logs("the settings cannot be kept")
def test_settings_that_cannot_be_written_hold_until_the_app_closes(tmp_path):
    (tmp_path / "settings.json").mkdir()
    settings = SettingsFile(tmp_path / "settings.json")
    assert settings.change(text_size=200).text_size == 200
    assert settings.current.text_size == 200


@given(st.dictionaries(st.sampled_from([*Settings.__slots__, "other"]), json_values))
def test_any_settings_file_gives_usable_settings(content):
    settings = _settings_from(content)
    assert settings.text_size in TEXT_SIZES
    assert settings.theme in THEMES
    assert settings.window is None or len(settings.window) == 4
    assert isinstance(settings.start_page, str)
    assert settings.shared in {True, False}
    assert 1 <= settings.lock_after_minutes <= 30


def test_only_an_address_is_kept_as_the_place_that_libraries_come_from(tmp_path):
    path = tmp_path / "settings.json"
    SettingsFile(path).change(service="https://example.org/library")
    assert SettingsFile(path).current.service == "https://example.org/library"
    for wrong in (5, "file:///etc/passwd", "javascript:1", None):
        path.write_text(json.dumps({"service": wrong}))
        assert SettingsFile(path).current.service == ""
