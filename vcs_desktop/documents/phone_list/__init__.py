"""A printed list of names and telephone numbers."""

from vcs_desktop.documents.phone_list.content import PhoneLine, PhoneList
from vcs_desktop.documents.phone_list.files import write_phone_list

__all__ = ["PhoneLine", "PhoneList", "write_phone_list"]
