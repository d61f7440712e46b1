"""A thousand texts that somebody might put into a record to harm whoever reads it.

They are made up by chance, always the same: ten sorts, a hundred of each.
``{there}`` in a fragment stands for a file that nothing may open.
"""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

OF_EACH_SORT = 100

_HTML = (
    '<img src="{there}">', "<img src='file://{there}' width=900>",
    '<img src="//evil.example/s/x.png">',
    '<img src="\\\\\\\\evil.example\\\\s\\\\x.png">', "<svg><image href='{there}'/></svg>",
    "<table background='{there}'><tr><td>x</table>", "<body background='{there}'>",
    "<div style=\"background:url('file://{there}')\">x</div>",
    "<link rel=stylesheet href='{there}'>",
    "<style>@import url('{there}');</style>", "<iframe src='file://{there}'></iframe>",
    "<object data='{there}'></object>", "<embed src='{there}'>", "<script>alert(1)</script>",
    "<b onclick='x()'>x</b>", "<meta http-equiv=refresh content='0;url=file://{there}'>",
    "<base href='file://{there}'>", "<!--", "<![CDATA[", "<?php", "]]>", "</main></body></html>",
    "<para>", "</para>", "<font name='{there}'>", "<a href='file://{there}'>x</a>", "&lt;img&gt;",
    "<details open ontoggle=x>", "</style>", "</title><script>",
)  # fmt: skip
_PICTURES = (
    "![x]({there})", "![x](file://{there})", "![x](<file:///{there}>)",
    "![](//evil.example/s/x.png)",
    "![x](\\\\\\\\evil.example\\\\s\\\\x.png)", "[![x]({there})](https://example.org)",
    "![a ![b]({there}) c](x)", "![x][pic]\n\n[pic]: {there} 'title'", "![x](canary.png)",
    "![x](data:image/png;base64,iVBORw0KGgo=)", "![x](http://evil.example/x.png)",
    "| ![x]({there}) |\n|---|\n| y |",
    "- ![x]({there})", "> ![x]({there})", "# ![x]({there})",
)  # fmt: skip
_LINKS = (
    "[x](javascript:alert(1))", "[x](JaVa\tScRiPt:alert(1))", "[x](data:text/html,<script>)",
    "[x](vbscript:x)", "[x](file://{there})", "[x]({there})", "[x](//evil.example/s)", "[x](smb://evil.example/s)",
    "[bank](https://bank.example@evil.example/)", "[bank](https://b\u0430nk.example)",
    "[bank](https://bank.example%2f@evil.example)", "[x](https://bank.example\\@evil.example)",
    "<https://evil.example/\u202egpj.exe>", "[x](mailto:a@b.org?attach={there})",
    "<javascript:alert(1)>",
    "[x](https://\u2100.example)", "[x](https://example.org/%00%0a%0d)", "[x](vcs://open)",
    "[x]: javascript:x\n\n[x]",
    "[https://bank.example](https://evil.example)", "[x](https://xn--bnk-6cd.example)",
)  # fmt: skip
_MARKS = (
    "[",
    "![",
    "](",
    "*",
    "**",
    "_",
    "`",
    "<",
    ">",
    "&",
    "|",
    "\\",
    "~",
    "# ",
    "- ",
    "1. ",
    "\n",
)
_UNSEEN = (
    "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069"
    "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad\u061c\u180e\ufffc"
)
_CONTROL = (
    "".join(map(chr, [*range(32), *range(0x7F, 0xA0)])) + "\ud800\udfff\ufffe\uffff\u2028\u2029"
)
_LETTERS = ("a", "W", "漢", "ن", "😀", "a\u0301", "\u0301", "\u200d", "क्", "ﷺ", "_", "/", "=")
_WORDS = ("our", "council", "gives", "money", "for", "lunch", "clubs", "in", "winter", "2026")


def hostile_texts(there: Path) -> Iterator[tuple[str, str]]:
    """Yield the sort of each text, and the text; ``there`` is a file that nothing may open."""
    for sort, text in _made_up():
        yield sort, text.replace("{there}", str(there))


@cache
def _made_up() -> tuple[tuple[str, str], ...]:
    """Return each text and its sort: once a process, for chance is asked a million times."""
    chance = random.Random(20261123)
    sorts = (
        _of_html, _of_pictures, _of_links, _long_links, _endless_words, _deep, _only_marks, _turned,
        _with_controls, _tables,
    )  # fmt: skip
    return tuple(
        (make.__name__.strip("_").replace("_", " "), make(chance, number))
        for make in sorts
        for number in range(OF_EACH_SORT)
    )


def _words(chance: random.Random, many: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(many))


def _mixed(chance: random.Random, fragments: tuple[str, ...]) -> str:
    gaps = ("", " ", "\n", "\n\n", "\n\n- ", "\n> ", "**")
    parts = []
    for _ in range(chance.randint(1, 14)):
        parts += [_words(chance, chance.randint(0, 5)), chance.choice(gaps)]
        parts += [chance.choice(fragments), chance.choice(gaps)]
    return "".join(parts)


def _of_html(chance: random.Random, number: int) -> str:
    return fragment if (fragment := _at(_HTML, number)) else _mixed(chance, _HTML)


def _of_pictures(chance: random.Random, number: int) -> str:
    return _at(_PICTURES, number) or _mixed(chance, _PICTURES + _HTML)


def _of_links(chance: random.Random, number: int) -> str:
    return _at(_LINKS, number) or _mixed(chance, _LINKS)


def _at(fragments: tuple[str, ...], number: int) -> str:
    return fragments[number] if number < len(fragments) else ""


def _long_links(chance: random.Random, number: int) -> str:
    path = "".join(chance.choice("abc/?&=%.-_#") for _ in range(chance.randint(50, 4_000)))
    shapes = (
        "[x](https://example.org/{})",
        "<https://example.org/{}>",
        "https://{}.example",
        "[{}](https://a.org)",
    )
    return f"{_words(chance, 3)} {chance.choice(shapes).format(path)}"


def _endless_words(chance: random.Random, number: int) -> str:
    letters = chance.choice(_LETTERS)
    many = chance.choice((300, 2_100, 5_000)) if number % 20 else 60_000
    return _words(chance, 4) + " " + letters * (many // len(letters)) + " end"


def _deep(chance: random.Random, number: int) -> str:
    depth = chance.choice((3, 19, 25, 120, 900))
    shapes = (
        ">" * depth + " in",
        "> - 1. " * (depth // 3) + "in",
        "\n".join("  " * level + "- in" for level in range(min(depth, 120))),
        "**_" * depth + "in" + "_**" * depth,
        "[" * depth + "in" + "](x)" * depth,
        "<div>" * depth + "in",
        "<table><tr><td>" * depth + "in",
        "![" * depth + "in" + "]({there})" * depth,
        "(" * depth + "in",
    )
    return shapes[number % len(shapes)]


def _only_marks(chance: random.Random, number: int) -> str:
    many = chance.randint(10, 600) if number % 20 else 20_000
    return "".join(chance.choice(_MARKS) + chance.choice(("", "", "a")) for _ in range(many))


def _turned(chance: random.Random, number: int) -> str:
    text = _mixed(chance, _LINKS + _PICTURES)
    return "".join(
        letter
        + (chance.choice(_UNSEEN) * chance.choice((1, 1, 40)) if chance.random() < 0.2 else "")
        for letter in text
    )


def _with_controls(chance: random.Random, number: int) -> str:
    text = _mixed(chance, _HTML + _PICTURES + _LINKS)
    return "".join(
        letter + (chance.choice(_CONTROL) if chance.random() < 0.1 else "") for letter in text
    )


def _tables(chance: random.Random, number: int) -> str:
    columns, rows = chance.choice(((2, 3), (12, 20), (13, 3), (60, 8), (1, 90), (400, 2)))
    cells = _PICTURES[:6] + _LINKS + _HTML[:8] + ("", "|", "a" * 300)
    lines = ["|" + "h|" * columns, "|" + "-|" * columns]
    lines += [
        "|" + "|".join(chance.choice(cells) for _ in range(columns)) + "|" for _ in range(rows)
    ]
    return "\n".join(lines)
