"""The questions of an application, with what can be done with all of them below."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.pages.applications.question_list import QuestionList
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class QuestionsPane(QWidget):
    """The list, a button to add a question, and one to paste the answers into another form."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QuestionList()
        self.add_button = button(tr("Add a question"), "quiet", icon="plus")
        self.paste_button = button(tr("Paste into their form"), "quiet", icon="clipboard-paste")
        layout = column(gap=6)
        layout.put(self.list, 1)
        layout.put(panel(FlowLayout(self.add_button, self.paste_button, gap=4)))
        self.setLayout(layout)
