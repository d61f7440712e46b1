"""A computer that is locked, or goes to sleep, when a test says so."""


class FakeSessionEvents:
    """Fulfils ``SessionEvents``."""

    def __init__(self):
        self._gone_away = None

    def listen(self, gone_away):
        self._gone_away = gone_away

    def stop(self):
        self._gone_away = None

    def go_away(self):
        """Lock the screen, or send the computer to sleep."""
        if self._gone_away is not None:
            self._gone_away()
