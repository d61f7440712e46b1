"""Several texts in one cell of a table: each on a line, and its further lines set in under it."""

from collections.abc import Iterable

_SET_IN = "  "
_THEN = ": "


def cell_of(texts: Iterable[str]) -> str:
    """Return texts as one cell; ``texts_of`` gives them back."""
    return "\n".join(_set_in(text.strip()) for text in texts if text.strip())


def texts_of(cell: str) -> list[str]:
    """Return the texts of a cell: what is set in belongs to the line above it."""
    found: list[list[str]] = []
    for line in cell.splitlines():
        if found and line.startswith(_SET_IN):
            found[-1].append(line.removeprefix(_SET_IN))
        elif line.strip():
            found.append([line.strip()])
    return ["\n".join(lines).strip() for lines in found]


def titled(title: str, said: str) -> str:
    """Return a title with what is said of it; ``title_and_said`` takes them apart."""
    title, said = " ".join(title.split()), said.strip()
    return f"{title}{_THEN}{said}" if said else title


def title_and_said(text: str) -> tuple[str, str]:
    """Return a title, and what is said of it; the title is what stands before the first colon."""
    title, _, said = text.partition(_THEN)
    return " ".join(title.split()), said.strip()


def plain(text: str) -> str:
    """Return a text in the form in which texts are compared: it does not matter where lines end."""
    return " ".join(text.split())


def _set_in(text: str) -> str:
    return f"\n{_SET_IN}".join(text.splitlines())
