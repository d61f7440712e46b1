"""VCS Desktop: grants, contracts, learning and records for small community groups, offline."""

import os

__version__ = "0.1.0"

# Where lxml is installed (Word files need it), openpyxl would read with it, and no longer refuse
# what defusedxml refuses. It asks only when it is first imported, so it is told before all else.
os.environ["OPENPYXL_LXML"] = "False"
