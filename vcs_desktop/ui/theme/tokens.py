"""Every colour and size of the window. No other module may hold a colour.

A palette maps the name of a use (``ink``, ``brand``, ``warn``) to a colour. The
pairs that meet on screen are listed in ``PAIRS`` with the contrast they need.
"""

from collections.abc import Mapping
from types import MappingProxyType

Palette = Mapping[str, str]

LIGHT: Palette = MappingProxyType(
    {
        "paper": "#F7F5F0",
        "surface": "#FFFFFF",
        "sunken": "#EFEBE2",
        "ink": "#1B2328",
        "muted": "#4A565D",
        "line": "#DDD8CC",
        "edge": "#767F86",
        "brand": "#0A5A5E",
        "brandHover": "#07474A",
        "brandSoft": "#DDEEEC",
        "onBrand": "#FFFFFF",
        "side": "#0E3A40",
        "sideInk": "#E4EFEE",
        "sideMuted": "#A9C6C5",
        "sideSel": "#E4EFEE",
        "sideSelInk": "#0B3136",
        "sideHover": "#1A4D54",
        "ok": "#1B6B3A",
        "okSoft": "#E2F2E6",
        "warn": "#7D4400",
        "warnSoft": "#FDEFD6",
        "bad": "#A8201A",
        "badSoft": "#FBE6E3",
        "info": "#1D4F91",
        "infoSoft": "#E4EDF8",
        "focus": "#FFB000",
        "focusInk": "#1B2328",
    }
)
DARK: Palette = MappingProxyType(
    {
        "paper": "#13181B",
        "surface": "#1C2327",
        "sunken": "#273036",
        "ink": "#EEF2F3",
        "muted": "#B7C2C7",
        "line": "#364148",
        "edge": "#8A979E",
        "brand": "#74D3CA",
        "brandHover": "#9BE3DC",
        "brandSoft": "#1D4547",
        "onBrand": "#05282A",
        "side": "#0B1012",
        "sideInk": "#DCE7E6",
        "sideMuted": "#9DB5B4",
        "sideSel": "#74D3CA",
        "sideSelInk": "#05282A",
        "sideHover": "#1B2A2D",
        "ok": "#8BDCA3",
        "okSoft": "#17351F",
        "warn": "#FFC46B",
        "warnSoft": "#3D2C0F",
        "bad": "#FF9C93",
        "badSoft": "#431C19",
        "info": "#A5C9FF",
        "infoSoft": "#1A2D47",
        "focus": "#FFC933",
        "focusInk": "#000000",
    }
)
CONTRAST: Palette = MappingProxyType(
    {
        "paper": "#000000",
        "surface": "#000000",
        "sunken": "#000000",
        "ink": "#FFFFFF",
        "muted": "#FFFFFF",
        "line": "#FFFFFF",
        "edge": "#FFFFFF",
        "brand": "#FFE94A",
        "brandHover": "#FFFFFF",
        "brandSoft": "#00333A",
        "onBrand": "#000000",
        "side": "#000000",
        "sideInk": "#FFFFFF",
        "sideMuted": "#FFFFFF",
        "sideSel": "#FFE94A",
        "sideSelInk": "#000000",
        "sideHover": "#333333",
        "ok": "#7CFF9B",
        "okSoft": "#000000",
        "warn": "#FFD27A",
        "warnSoft": "#000000",
        "bad": "#FFA8A0",
        "badSoft": "#000000",
        "info": "#9FD0FF",
        "infoSoft": "#000000",
        "focus": "#00E5FF",
        "focusInk": "#000000",
    }
)

PALETTES: Mapping[str, Palette] = MappingProxyType(
    {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
)

# Pixels at 100 % text. Body is never below 15 and nothing is below 13.
TYPE: Mapping[str, int] = MappingProxyType(
    {"display": 26, "title": 20, "heading": 17, "body": 15, "status": 14, "small": 13}
)

# Pixels at 100 %: least height of what a person clicks (WCAG 2.2, 2.5.8, asks for 24).
TARGET = 36

# (foreground, background, least contrast). 7 for text that is read, 4.5 for words on
# coloured grounds, 3 for edges and marks. Source: WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11.
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("ink", "paper", 7),
    ("ink", "surface", 7),
    ("ink", "sunken", 7),
    ("ink", "brandSoft", 7),
    ("ink", "okSoft", 7),
    ("ink", "warnSoft", 7),
    ("ink", "badSoft", 7),
    ("ink", "infoSoft", 7),
    ("paper", "ink", 7),
    ("muted", "paper", 4.5),
    ("muted", "surface", 4.5),
    ("muted", "sunken", 4.5),
    ("muted", "brandSoft", 4.5),
    ("muted", "okSoft", 4.5),
    ("muted", "badSoft", 4.5),
    ("muted", "warnSoft", 4.5),
    ("muted", "infoSoft", 4.5),
    ("brand", "surface", 4.5),
    ("brand", "paper", 4.5),
    ("brand", "sunken", 4.5),
    ("brand", "okSoft", 4.5),
    ("brand", "badSoft", 4.5),
    ("brandHover", "surface", 4.5),
    ("brand", "brandSoft", 4.5),
    ("brand", "warnSoft", 4.5),
    ("brand", "infoSoft", 4.5),
    ("onBrand", "brand", 4.5),
    ("onBrand", "brandHover", 4.5),
    ("sideInk", "side", 7),
    ("sideMuted", "side", 4.5),
    ("sideInk", "sideHover", 4.5),
    ("sideSelInk", "sideSel", 7),
    ("ok", "okSoft", 4.5),
    ("ok", "surface", 4.5),
    ("ok", "brandSoft", 4.5),
    ("ok", "sunken", 4.5),
    ("warn", "warnSoft", 4.5),
    ("warn", "surface", 4.5),
    ("warn", "brandSoft", 4.5),
    ("warn", "sunken", 4.5),
    ("bad", "badSoft", 4.5),
    ("bad", "surface", 4.5),
    ("bad", "sunken", 4.5),
    ("info", "infoSoft", 4.5),
    ("info", "surface", 4.5),
    ("info", "brandSoft", 4.5),
    ("info", "sunken", 4.5),
    ("edge", "surface", 3),
    ("edge", "paper", 3),
    ("edge", "sunken", 3),
    ("edge", "brandSoft", 3),
    ("edge", "infoSoft", 3),
    ("focus", "focusInk", 3),
)


def border_width(palette: Palette) -> int:
    """Return how many pixels wide an edge is; high contrast draws it twice as wide."""
    return 2 if palette is CONTRAST else 1


def contrast(one: str, other: str) -> float:
    """Return the contrast of two ``#RRGGBB`` colours, from 1 to 21.

    Source: WCAG 2.2, the definition of contrast ratio.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    nearly_black = 0.04045
    return part / 12.92 if part <= nearly_black else ((part + 0.055) / 1.055) ** 2.4
