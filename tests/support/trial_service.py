"""The publisher's own trial server, serving a tree on this computer while a test goes on."""

import asyncio
import threading
from contextlib import contextmanager

from vcs_desktop.publishing.trial_server import LOOPBACK, TrialServer

LONGEST_WAIT_S = 10


@contextmanager
def served(tree):
    """Serve a tree until the end of the block; give its address."""
    server = TrialServer(tree, LOOPBACK, 0, wait_s=LONGEST_WAIT_S)
    ready, told = threading.Event(), {}

    async def serve():
        told["loop"], told["over"] = asyncio.get_running_loop(), asyncio.Event()
        serving = asyncio.create_task(server.serve(ready.set))
        await told["over"].wait()
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(LONGEST_WAIT_S)
    try:
        yield server.address.rstrip("/")
    finally:
        told["loop"].call_soon_threadsafe(told["over"].set)
        thread.join(LONGEST_WAIT_S)
        server.close()
