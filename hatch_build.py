"""Builds the starter library before a wheel is built, also an editable one.

A source archive needs nothing: it carries the sources.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StarterLibraryHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling names no config
    """Turns ``resources/library`` into ``resources/starter``; a bad source stops the build."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's
        """Build the starter library."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from vcs_desktop.core.errors import AppError
            from vcs_desktop.publishing.starter import build_starter

            try:
                build_starter(root / "resources" / "library", root / "resources" / "starter")
            except AppError as error:
                raise SystemExit(f"{error.message}\n{error.advice}") from error
        finally:
            sys.path.remove(str(root))
