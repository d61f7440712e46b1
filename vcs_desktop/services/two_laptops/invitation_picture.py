"""An invitation as a picture that a telephone reads, to carry it to another laptop."""

from vcs_desktop.documents.qr_code import code_of_words
from vcs_desktop.domain.phone_code import PhoneCode
from vcs_desktop.services.two_laptops.lines import Invited


def picture_of(invited: Invited) -> PhoneCode:
    """Return the picture: it says the address of the service and the code."""
    return code_of_words(invited.qr_text)
