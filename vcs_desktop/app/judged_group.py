"""The group that fit is worked out for: the open one, else the practice group."""

from dataclasses import replace
from functools import cached_property

from vcs_desktop.core.resources import resource
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.feeds.profiles import read_profile
from vcs_desktop.services.space import Space


class JudgedGroup:
    """Asked anew each time: the group may have told more of itself meanwhile."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def profile(self) -> GroupProfile:
        """Return what is known of the group now."""
        if not self._space.is_open:
            return self._practice
        inside = self._space.inside()
        told = inside.our_group.profile()
        return told if told.name else replace(told, name=inside.group.name)

    @cached_property
    def _practice(self) -> GroupProfile:
        return read_profile(resource("sample/group.yaml"))
