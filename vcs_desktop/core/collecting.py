"""How Python looks for things that only hold each other, and when it need not."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """Do not look for circles while a great many things are made that can be in none.

    What is read out of files comes by the hundred thousand, and each goes as soon as nobody
    holds it. To look through it for circles all the while takes a twentieth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
