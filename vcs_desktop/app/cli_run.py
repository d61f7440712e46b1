"""How a command is run, whichever program it belongs to: what goes wrong is told, never thrown."""

from collections.abc import Callable

from vcs_desktop.app.cli_answer import CANNOT_USE, GOOD, INTERRUPTED, Answer, print_answer
from vcs_desktop.app.log_setup import log_on_stderr
from vcs_desktop.core.errors import AppError, words_for


def run_command(work: Callable[[], Answer | None], *, stopped: str, as_json: bool) -> int:
    """Do what the words ask, print the answer and return the exit code.

    ``work`` returns None where it has said everything itself. ``stopped`` is said when
    Ctrl+C ended it. As JSON the output is one object and nothing else, also when the input
    cannot be used; everything else goes to the error stream.
    """
    with log_on_stderr():
        try:
            answer = work()
        except AppError as error:
            told = {"message": error.message, "advice": error.advice}
            answer = Answer({"error": told}, words_for(error), CANNOT_USE)
        except KeyboardInterrupt:
            answer = Answer({"error": {"message": stopped, "advice": ""}}, stopped, INTERRUPTED)
    if answer is None:
        return GOOD
    print_answer(answer, as_json=as_json)
    return answer.code
