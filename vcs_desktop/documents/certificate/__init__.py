"""A certificate of thanks, for one person or several."""

from vcs_desktop.documents.certificate.content import Certificate
from vcs_desktop.documents.certificate.files import write_certificates

__all__ = ["Certificate", "write_certificates"]
