"""Makes the fonts in ``resources/fonts`` from the packages their makers publish.

The window and every document use Inter. It is published in pieces, one for each
script, in a format that PDF writers refuse, so this puts the pieces together as
static TrueType. Letters and signs that Inter lacks come from one small Noto Sans.
The fonts are kept in the project; run this only to take a newer release of them::

    mkdir fonts && cd fonts
    npm pack @fontsource/inter@5.3.0
    npm pack @fontsource/noto-sans@5.3.0
    npm pack @fontsource/noto-sans-math@5.3.0
    npm pack @fontsource/noto-sans-symbols-2@5.3.0
    python3 -m venv venv && venv/bin/pip install fonttools==4.68.0 brotli==1.2.1
    venv/bin/python ../installers/fonts/make_fonts.py . ../resources/fonts

The same packages always give the same bytes. Every font here is under the SIL
Open Font Licence 1.1, whose text is written beside them.
"""
# fontTools lives in the throw-away environment above, not in the project's own:
# mypy: disable-error-code="import-not-found"

import sys
import tarfile
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

INTER = "inter"
NOTO = "noto-sans"
SIGNS = "noto-sans-math"
MORE_SIGNS = "noto-sans-symbols-2"
BASIC_LATIN = frozenset({*range(0x20, 0x7F), 0xA0, 0xA3, 0x2013, 0x2014, 0x2026})
ARROWS_AND_MATHS = frozenset({*range(0x2190, 0x2200), *range(0x2200, 0x2300)})
SHAPES = frozenset({*range(0x25A0, 0x2600), *range(0x2700, 0x27C0), 0x2B1B, 0x2B1C})
COMMON_SIGNS = frozenset({0x2605, 0x2606, 0x260E, *range(0x2610, 0x2613), 0x2665, 0x26A0, 0x2709})
HYPHENS = {0xAD: 0x2D, 0x2011: 0x2D, 0x2010: 0x2D}  # signs that look like a plain hyphen
OUTLINES = frozenset({"head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf"})
TABLES = OUTLINES | {"OS/2", "name", "post", "GDEF", "GPOS"}
LINE_HEIGHTS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"),
}
MAC_EPOCH_TO_2026 = 3_850_070_400  # one fixed moment, so that the same input gives the same bytes


@dataclass(frozen=True)
class Face:
    """One font file to make: its weight and what it is called."""

    family: str
    style: str
    weight: int

    @property
    def file_name(self) -> str:
        """What the file is called, which is also its PostScript name and ``.ttf``."""
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"


class Packages:
    """The downloaded packages, opened as they are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, package: str, inner: str) -> bytes:
        """Return one file of a package."""
        found = sorted(self._folder.glob(f"fontsource-{package}-[0-9]*.tgz"))
        if len(found) != 1:
            raise SystemExit(f"Expected one package of {package} in {self._folder}: {found}")
        with tarfile.open(found[0]) as archive:
            member = archive.extractfile(f"package/{inner}")
            if member is None:
                raise SystemExit(f"{found[0]} has no {inner}")
            return member.read()

    def font(self, package: str, script: str, weight: int) -> Any:
        """Return one piece of a font family."""
        name = f"files/{package}-{script}-{weight}-normal.woff2"
        return TTFont(BytesIO(self.read(package, name)), recalcTimestamp=False)


def main(packages_folder: Path, out: Path) -> None:
    """Write every font and its licence."""
    packages = Packages(packages_folder)
    out.mkdir(parents=True, exist_ok=True)
    for style, weight in (("Regular", 400), ("SemiBold", 600), ("Bold", 700)):
        save(inter(packages, weight), Face("Inter", style, weight), out)
    for style, weight in (("Regular", 400), ("SemiBold", 600)):
        save(tabular(packages, weight), Face("Inter Tabular", style, weight), out)
    for style, weight in (("Regular", 400), ("Bold", 700)):
        save(noto(packages, weight), Face("Noto Sans", style, weight), out)
    (out / "OFL-Inter.txt").write_bytes(packages.read(INTER, "LICENSE"))
    (out / "OFL-NotoSans.txt").write_bytes(packages.read(NOTO, "LICENSE"))


def inter(packages: Packages, weight: int) -> Any:
    """Return Inter with Latin, Greek and Cyrillic letters in one font."""
    latin = packages.font(INTER, "latin", weight)
    add_look_alikes(latin)
    scripts = ("latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext")
    return joined([latin, *(packages.font(INTER, script, weight) for script in scripts)])


def tabular(packages: Packages, weight: int) -> Any:
    """Return Inter's basic Latin with figures that are all one width, for money columns.

    Inter has such figures behind the feature ``tnum``, which PDF writers cannot ask for.
    """
    font = packages.font(INTER, "latin", weight)
    wide = substitutions(font, "tnum")
    for table in font["cmap"].tables:
        table.cmap = {code: wide.get(name, name) for code, name in table.cmap.items()}
    return only(font, BASIC_LATIN, features=["kern"])


def noto(packages: Packages, weight: int) -> Any:
    """Return what Inter lacks: rarer letters, arrows, mathematics, shapes and common signs."""
    have = set(inter(packages, weight).getBestCmap())
    scripts = ("latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext")
    letters = [packages.font(NOTO, script, weight) for script in scripts]
    pieces = [letters[0], *(only(font, codes_of(font) - have) for font in letters[1:])]
    signs = only(packages.font(SIGNS, "latin", 400), ARROWS_AND_MATHS | SHAPES)
    more = only(packages.font(MORE_SIGNS, "symbols", 400), SHAPES | COMMON_SIGNS)
    return joined([*pieces, signs, more])


def add_look_alikes(font: Any) -> None:
    """Draw the unbreakable and the soft hyphen as a hyphen."""
    for table in font["cmap"].tables:
        table.cmap |= {code: table.cmap[plain] for code, plain in HYPHENS.items()}


def joined(fonts: list[Any]) -> Any:
    """Return one font of several; the first to have a letter gives it."""
    have: set[int] = set()
    pieces: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, font in enumerate(fonts):
            new = codes_of(font) - have
            if new:
                piece = only(font, new, features=["*"] if number == 0 else ["kern"])
                keep(piece, TABLES if number else TABLES | {"GSUB"})
                pieces.append(Path(folder) / f"{number}.ttf")
                piece.save(pieces[-1])
                have |= new
        whole = Merger().merge([str(piece) for piece in pieces])
    for table, measures in LINE_HEIGHTS.items():
        for measure in measures:  # the tallest sign must not push every line apart
            setattr(whole[table], measure, getattr(fonts[0][table], measure))
    return whole


def only(font: Any, codes: frozenset[int] | set[int], features: list[str] | None = None) -> Any:
    """Return the font with these letters alone."""
    options = Options()
    options.layout_features = features or []
    options.glyph_names = False
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    font.flavor = None
    subsetter.subset(font)
    return font


def keep(font: Any, tables: frozenset[str]) -> None:
    """Take out the tables that cannot be joined or are not needed."""
    for table in set(font.keys()) - tables - {"GlyphOrder"}:
        del font[table]


def codes_of(font: Any) -> set[int]:
    """Return the letters a font has, as code points."""
    return set(font.getBestCmap())


def substitutions(font: Any, feature: str) -> dict[str, str]:
    """Return the plain one-for-one changes that a feature makes to glyphs."""
    table = font["GSUB"].table
    numbers = {
        number
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for number in record.Feature.LookupListIndex
    }
    changes: dict[str, str] = {}
    for number in sorted(numbers):
        for part in table.LookupList.Lookup[number].SubTable:
            plain = part.ExtSubTable if part.LookupType == 7 else part  # noqa: PLR2004 (7: extension)
            changes |= getattr(plain, "mapping", {})
    return changes


def save(font: Any, face: Face, out: Path) -> None:
    """Name the font so that every system sees one family with its weights, and write it."""
    name = font["name"]
    kept = {number: name.getDebugName(number) for number in (0, 5, 13, 14)}
    plain = face.style in ("Regular", "Bold")
    name.names = []
    names = {
        **kept,
        1: face.family if plain else f"{face.family} {face.style}",
        2: face.style if plain else "Regular",
        3: f"{kept[5]};{face.file_name}",
        4: f"{face.family} {face.style}",
        6: face.file_name.removesuffix(".ttf"),
        16: None if plain else face.family,
        17: None if plain else face.style,
    }
    for number, text in names.items():
        if text:
            name.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    bold, regular = face.style == "Bold", face.style == "Regular"
    font["OS/2"].fsSelection = 0x80 | (0x20 if bold else 0) | (0x40 if regular else 0)
    font["head"].macStyle = 1 if bold else 0
    font["head"].created = font["head"].modified = MAC_EPOCH_TO_2026
    font.recalcTimestamp = False
    font.save(out / face.file_name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
