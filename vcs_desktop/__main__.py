"""``python -m vcs_desktop`` does what the ``vcs-desktop`` command does."""

import sys

from vcs_desktop.app.entry import main

sys.exit(main())
