"""Every kind of record has a name and an icon, those of a group too."""

import pytest

from vcs_desktop.core.resources import resource
from vcs_desktop.domain.kinds import KINDS
from vcs_desktop.domain.library import Kind
from vcs_desktop.ui.kind_words import kind_words


@pytest.mark.parametrize("kind", [*Kind, *KINDS])
def test_a_kind_is_called_something_and_has_its_picture(kind):
    icon, name = kind_words(kind)
    assert name != kind
    assert (resource("icons") / f"{icon}.svg").is_file()
