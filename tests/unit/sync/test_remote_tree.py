"""What a service calls its manifest is said back to it only as it can be said."""

import pytest

from vcs_desktop.sync.remote import Answer
from vcs_desktop.sync.remote_tree import RemoteTree


class OneFile:
    """A service of one file, which it calls whatever it likes."""

    address = "https://library.example"

    def __init__(self, etag):
        self.etag = etag

    def get(self, path, headers):
        return Answer(200, {"etag": self.etag}, iter([b"{}\n"]))


@pytest.mark.parametrize("etag", ["\xa0odd", "\x0bodd", '"odd\n"', '"\xe9"', f'"{"x" * 300}"', ""])
def test_what_no_request_can_say_is_not_kept(tmp_path, etag):
    tree = RemoteTree(OneFile(etag), tmp_path)
    assert tree.manifest() == b"{}\n"
    assert tree.etag == ""


def test_what_it_calls_the_manifest_is_kept_as_it_is(tmp_path):
    tree = RemoteTree(OneFile('W/"a1"'), tmp_path)
    assert tree.manifest() == b"{}\n"
    assert tree.etag == 'W/"a1"'
