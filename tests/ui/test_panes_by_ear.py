"""Whoever asks a pane for more than is in it gets nothing, and the program goes on."""

import os
import subprocess
import sys
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget, QScrollArea, QWidget

from tests.support.accessibility import spoken
from vcs_desktop.ui.pages.funding.award_table import AwardTableModel
from vcs_desktop.ui.panes_by_ear import answer_for_panes
from vcs_desktop.ui.widgets.basics import ScrollPane, label, scroll
from vcs_desktop.ui.widgets.picture_pane import PicturePane
from vcs_desktop.ui.widgets.whole_table import RowsModel

FAR = 64


@pytest.fixture(scope="module")
def answered(qapp):
    """Answer as the app does from its start on."""
    answer_for_panes()


def high() -> QWidget:
    return label("line\n" * 200)


def a_pane() -> ScrollPane:
    return scroll(high())


def a_picture() -> PicturePane:
    pane = PicturePane()
    pane.page.setText("line\n" * 200)
    pane.page.setFixedSize(80, 4000)
    return pane


# In a program of its own: where the answer is Qt's, it ends there. Freed memory is filled, so
# that whoever reads behind an end always finds what is no widget.
ASKING_TOO_FAR = """
from tests.support.accessibility import spoken
from tests.ui.test_panes_by_ear import FAR, a_pane, a_picture
from PySide6.QtWidgets import QApplication, QTableWidget
from vcs_desktop.ui.panes_by_ear import answer_for_panes

app = QApplication([])
answer_for_panes()
panes = a_pane(), a_picture()
for pane in panes:
    pane.resize(200, 100)
    pane.show()
    heard = spoken(pane)
    before = heard.childCount()
    pane.hide()  # and with it the bar, which was counted
    assert all(heard.child(n) is None for n in range(max(before, heard.childCount()), FAR))
    pane.deleteLater()
table = QTableWidget(2, 2)
head = spoken(table.horizontalHeader())
assert all(head.child(n) is None for n in range(head.childCount(), FAR))
"""
FILLED = {"MALLOC_PERTURB_": "165", "QT_QPA_PLATFORM": "offscreen"}


def test_a_pane_that_is_asked_for_what_is_gone_says_that_there_is_nothing():
    order = [sys.executable, "-c", ASKING_TOO_FAR]
    env = {**os.environ, **FILLED}
    ran = subprocess.run(order, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("make", [a_pane, a_picture, QScrollArea])
def test_what_is_in_a_pane_is_heard_and_knows_where_it_stands(answered, show, make):
    pane = make()
    if pane.widget() is None:
        pane.setWidget(high())
    show(pane, 200, 100)
    heard = spoken(pane)
    inside = spoken(pane.viewport())
    assert heard.child(heard.indexOfChild(inside)).object() is pane.viewport()
    assert inside.parent().object() is pane
    assert spoken(pane.widget()).parent().object() is pane.viewport()
    holders = [heard.child(n) for n in range(heard.childCount())]
    held = [holder.child(n).object() for holder in holders for n in range(holder.childCount())]
    assert pane.verticalScrollBar() in held


def test_a_list_is_still_heard_as_a_list(answered, show):
    rows = QListWidget()
    rows.addItems(["one", "two"])
    show(rows)
    assert spoken(rows).role() == QAccessible.Role.List
    assert [spoken(rows).child(n).text(QAccessible.Text.Name) for n in (0, 1)] == ["one", "two"]


@pytest.mark.parametrize("make", [AwardTableModel, partial(RowsModel, ["What", "Sum"], [1])])
@pytest.mark.parametrize("role", [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole])
def test_a_table_that_is_asked_for_the_head_of_no_column_has_none(make, role):
    table = make()
    count = table.columnCount()
    heads = [table.headerData(n, Qt.Orientation.Horizontal, role) for n in (-1, 0, count, FAR)]
    assert [head is None for head in heads] == [True, False, True, True]
