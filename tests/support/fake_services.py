"""Services that can be made to wait or to fail, so that tests decide who answers first."""

from threading import Event

LONGEST_WAIT_S = 10


class Held:
    """Stands before a real service and passes everything on, when it may.

    ``hold("find")`` makes that act wait until ``let_go("find")``;
    ``fail("find", error)`` makes it fail until ``mend("find")``.
    """

    def __init__(self, service) -> None:
        self._service = service
        self._gates: dict[str, Event] = {}
        self._errors: dict[str, Exception] = {}
        self.asked: list[str] = []

    def hold(self, name: str) -> None:
        self._gates[name] = Event()

    def let_go(self, name: str) -> None:
        self._gates.pop(name).set()

    def fail(self, name: str, error: Exception) -> None:
        self._errors[name] = error

    def mend(self, name: str) -> None:
        del self._errors[name]

    def let_all_go(self) -> None:
        for name in list(self._gates):
            self.let_go(name)

    def __getattr__(self, name: str):
        real = getattr(self._service, name)
        if not callable(real):
            return real

        def act(*words, **more):
            self.asked.append(name)
            gate = self._gates.get(name)
            if gate is not None and not gate.wait(LONGEST_WAIT_S):
                raise TimeoutError(name)
            if name in self._errors:
                raise self._errors[name]
            return real(*words, **more)

        return act
