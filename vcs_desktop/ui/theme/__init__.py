"""How the app looks: one place for every colour, size, icon and letter.

``look`` is the one look of the running app. Widgets ask it when they paint, or
listen to ``look.changed``; nothing is rebuilt when the colours or the size of
the text change.
"""

from vcs_desktop.ui.theme.appearance import Look

look = Look()

__all__ = ["Look", "look"]
