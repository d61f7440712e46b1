"""Works out the few formulas that we write into spreadsheets, as a spreadsheet program would."""

import re
from decimal import ROUND_HALF_UP, Decimal

_REFERENCE = re.compile(r"\$?([A-Z])\$?(\d+)(?::\$?([A-Z])\$?(\d+))?")
_TEXT = re.compile(r'"[^"]*"')
_SHARE = "IF(cell('B5')>0,cell('B4')/cell('B5'),0)"


class WorkedOut:
    """The values of a sheet, its formulas worked out."""

    def __init__(self, sheet):
        self._sheet = sheet

    def __getitem__(self, name):
        value = self._sheet[name].value
        if self._sheet[name].data_type == "f":
            return self._formula(value[1:])
        return value

    def row_of(self, words, column="A"):
        """Return the number of the row that begins with these words."""
        return next(each.row for each in self._sheet[column] if each.value == words)

    def beside(self, words, column="B"):
        """Return what stands beside these words, in pence."""
        return round(self[f"{column}{self.row_of(words)}"] * 100)

    def _formula(self, formula):
        texts = []

        def away(found):
            texts.append(found[0])
            return f"__{len(texts) - 1}__"

        said = _REFERENCE.sub(self._asked, _TEXT.sub(away, formula)).replace("^", "**")
        for number, text in enumerate(texts):
            said = said.replace(f"__{number}__", text)
        known = {"cell": self._number, "cells": self._cells, "share": self._share,
                 "ROUND": _rounded, "SUM": sum, "SUMIF": _sum_if}  # fmt: skip
        # Only what our own code wrote is worked out here.
        return eval(said.replace(_SHARE, "share()"), {"__builtins__": {}}, known)

    def _share(self):
        whole = self._number("B5")
        return self._number("B4") / whole if whole > 0 else 0

    def _asked(self, found):
        if found[3]:
            return f"cells('{found[1]}',{found[2]},{found[4]})"
        return f"cell('{found[1]}{found[2]}')"

    def _number(self, name):
        return self[name] or 0

    def _cells(self, letter, first, last):
        return [self[f"{letter}{row}"] or 0 for row in range(first, last + 1)]


def _rounded(value, places):
    step = Decimal(1).scaleb(-places)
    # A spreadsheet shows 15 digits, and rounds what it shows.
    return float(Decimal(f"{value:.9f}").quantize(step, ROUND_HALF_UP))


def _sum_if(where, wanted, what):
    return sum(value for is_it, value in zip(where, what, strict=True) if is_it == wanted)
