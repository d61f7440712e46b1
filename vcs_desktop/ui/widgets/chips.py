"""Filters that are on or off, and say so with a tick."""

from vcs_desktop.ui.widgets.basics import Button


class Chip(Button):
    """One filter: a button that stays pressed and shows a tick while it is on."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "filter")
        self.setCheckable(True)
        self.toggled.connect(self._tick)

    def _tick(self, on: bool) -> None:
        self.set_icon("check" if on else "")
