"""Calls that return nothing do not wear out the interpreter.

PySide6 6.12.0 on Python 3.11 drops a reference to None with each, and aborts after
some thousands of them.
"""

import sys

from PySide6.QtWidgets import QLabel

CALLS = 200_000


def test_two_hundred_thousand_void_calls_cost_no_reference_to_none(qtbot):
    words = QLabel()
    qtbot.addWidget(words)
    before = sys.getrefcount(None)
    for number in range(CALLS // 4):
        words.setText("even" if number % 2 else "odd")
        words.setEnabled(True)
        words.setObjectName("words")
        words.setProperty("kind", "strong")
    assert words.objectName() == "words"
    assert sys.getrefcount(None) > before - 1000
