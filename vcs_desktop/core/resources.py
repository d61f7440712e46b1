"""Finds the files that travel with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """Return the path of a file or folder in ``resources/``.

    The same call works in the source tree (``resources/`` beside the package),
    in an installed wheel and in a built app (``resources/`` inside it).

    Raises:
        FileNotFoundError: the program was not installed whole.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if (root / name).exists():
            return root / name
    raise FileNotFoundError(f"resources/{name}")
