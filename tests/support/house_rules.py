"""The rules of the house that no import contract can say, as functions over one source file.

Each rule takes a ``Source`` and yields complaints in words. ``complaints_about``
runs them all.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from tests.support.marked_words import marks_can_be_found, words_are_marked

MOST_LINES_IN_A_MODULE = 400
MOST_LINES_IN_A_FUNCTION = 50
MOST_METHODS_IN_A_CLASS = 20
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
STARTS_THREADS = {
    "Thread", "ThreadPoolExecutor", "ProcessPoolExecutor", "InterpreterPoolExecutor", "ThreadPool",
    "QThread", "QThreadPool", "QRunnable", "QtConcurrent", "start_new_thread", "to_thread",
    "run_in_executor",
}  # fmt: skip
MESSAGE_BOXES = {"QMessageBox", "QErrorMessage"}
MAY_START_THREADS = ("vcs_desktop/ui/background.py", "vcs_desktop/server/")
MAY_SHOW_MESSAGE_BOXES = ("vcs_desktop/ui/say.py",)
# ``label()``, and what it makes of words that wrap.
MAKES_LABELS = ("vcs_desktop/ui/widgets/basics.py", "vcs_desktop/ui/widgets/wrapped_words.py")
READS_AS_HTML = {
    "setHtml", "setMarkdown", "insertHtml", "insertMarkdown", "fromHtml", "fromMarkdown",
    "convertFromPlainText", "RichText", "AutoText", "MarkdownText",
}  # fmt: skip
SHOWS_LONG_TEXT = {"QTextBrowser", "QTextEdit"}
MAKES_TEXT_VIEWERS = ("vcs_desktop/ui/widgets/safe_text.py",)
LEAVES_THE_APP = ("vcs_desktop/ui/links.py", "vcs_desktop/ui/files.py")
HOLDS_COLOURS = ("vcs_desktop/ui/theme/",)
SHOWS_COLOURS = ("vcs_desktop/ui/", "vcs_desktop/app/")
_HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
_COLOUR_WORDS = re.compile(r"\brgba?\(|\bhsla?\(|(?<![-\w])color\s*:\s*[a-z]+\b", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """One Python file. ``path`` is relative to the project, with forward slashes."""

    path: PurePosixPath
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """All that is in the tree: nearly every rule goes through it, and it is walked once."""
        return tuple(ast.walk(self.tree))

    def is_in(self, places: tuple[str, ...]) -> bool:
        """Return whether the file is one of these files or inside one of these folders."""
        return str(self.path).startswith(places)


def read(file: Path, project: Path) -> Source:
    """Return a file of the project as a ``Source``."""
    return Source(PurePosixPath(file.relative_to(project).as_posix()), file.read_text("utf-8"))


def module_is_short(source: Source) -> Iterator[str]:
    """A module has at most 400 lines."""
    if (count := source.text.count("\n")) > MOST_LINES_IN_A_MODULE:
        yield f"it has {count} lines"


def functions_are_short(source: Source) -> Iterator[str]:
    """A function has at most 50 lines, its docstring and decorators left out."""
    for node in source.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            count = (node.end_lineno or node.lineno) - node.lineno + 1
            if ast.get_docstring(node) is not None:
                said = node.body[0]
                count -= (said.end_lineno or said.lineno) - said.lineno + 1
            if count > MOST_LINES_IN_A_FUNCTION:
                yield f"{node.name} has {count} lines"


def classes_are_small(source: Source) -> Iterator[str]:
    """A class has at most 20 methods of its own."""
    for node in source.nodes:
        if isinstance(node, ast.ClassDef):
            methods = [
                n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
            ]
            if len(methods) > MOST_METHODS_IN_A_CLASS:
                yield f"{node.name} has {len(methods)} methods"


def names_say_something(source: Source) -> Iterator[str]:
    """No module or folder is named utils, helpers, manager, common or misc."""
    for part in source.path.with_suffix("").parts:
        if VAGUE_NAMES & set(part.lower().strip("_").split("_")):
            yield f"the name {part} says nothing"


def events_are_not_pumped(source: Source) -> Iterator[str]:
    """Nothing calls ``processEvents``: long work goes to a lane instead."""
    yield from _uses(source, {"processEvents"})


def nothing_commits(source: Source) -> Iterator[str]:
    """Nothing calls ``.commit()``: ``Database.writing()`` keeps all or nothing."""
    for node in source.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "commit":
            yield f"line {node.lineno} uses .commit"


def threads_start_in_one_place(source: Source) -> Iterator[str]:
    """Threads, executors and processes of workers are made in ``ui/background.py`` only."""
    if not source.is_in(MAY_START_THREADS):
        yield from _uses(source, STARTS_THREADS)
        for node in source.nodes:
            if _called(node) == "threading.Timer" or _imports_from(node, "threading", "Timer"):
                yield f"line {node.lineno} uses threading.Timer"
            if _imports_from(node, "multiprocessing"):
                yield f"line {node.lineno} uses multiprocessing"


def message_boxes_open_in_one_place(source: Source) -> Iterator[str]:
    """Message boxes are shown by ``ui/say.py`` only."""
    if not source.is_in(MAY_SHOW_MESSAGE_BOXES):
        yield from _uses(source, MESSAGE_BOXES)


def labels_are_plain_text(source: Source) -> Iterator[str]:
    """Every ``QLabel`` is made by our own ``label()``, which never reads rich text."""
    if source.is_in(MAKES_LABELS):
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and _last_name(node.func) == "QLabel":
            yield f"line {node.lineno} makes a QLabel"
        if isinstance(node, ast.ClassDef) and "QLabel" in map(_last_name, node.bases):
            yield f"line {node.lineno} derives from QLabel"


def words_are_never_html(source: Source) -> Iterator[str]:
    """No text is read as HTML or as Qt's Markdown: both load pictures."""
    yield from _uses(source, READS_AS_HTML)


def long_text_has_one_viewer(source: Source) -> Iterator[str]:
    """Only the safe viewer is a text widget that could load or open something."""
    if source.is_in(MAKES_TEXT_VIEWERS):
        return
    for node in source.nodes:
        if isinstance(node, ast.Call) and _last_name(node.func) in SHOWS_LONG_TEXT:
            yield f"line {node.lineno} makes a {_last_name(node.func)}"
        if isinstance(node, ast.ClassDef) and SHOWS_LONG_TEXT & set(map(_last_name, node.bases)):
            yield f"line {node.lineno} derives from a text widget"


def the_way_out_is_in_one_place(source: Source) -> Iterator[str]:
    """Addresses and files are handed to other programs by two modules only."""
    if not source.is_in(LEAVES_THE_APP):
        yield from _uses(source, {"QDesktopServices"})


def colours_are_tokens(source: Source) -> Iterator[str]:
    """No colour is written down outside ``ui/theme``."""
    if not source.is_in(SHOWS_COLOURS) or source.is_in(HOLDS_COLOURS):
        return
    for node in source.nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _HEX_COLOUR.search(node.value) or _COLOUR_WORDS.search(node.value):
                yield f"line {node.lineno} writes a colour"
        elif isinstance(node, ast.Call) and _last_name(node.func) in {"QColor", "QRgba64", "qRgb"}:
            if any(isinstance(given, ast.Constant) for given in node.args):
                yield f"line {node.lineno} makes a colour of its own"
        elif isinstance(node, ast.Attribute) and _is_colour_of_qt(node):
            yield f"line {node.lineno} uses a colour of Qt's"


def the_server_stands_alone(source: Source) -> Iterator[str]:
    """Nothing in the house imports the server, but what starts it."""
    if source.is_in(("vcs_desktop/server/", "vcs_desktop/app/")):
        return
    for node in source.nodes:
        if _imports_from(node, "vcs_desktop.server") or _imports_from(
            node, "vcs_desktop", "server"
        ):
            yield f"line {node.lineno} imports the server"


EVERYWHERE: tuple[Callable[[Source], Iterator[str]], ...] = (
    module_is_short,
    functions_are_short,
    classes_are_small,
    names_say_something,
)
IN_THE_PACKAGE: tuple[Callable[[Source], Iterator[str]], ...] = (
    *EVERYWHERE,
    events_are_not_pumped,
    nothing_commits,
    threads_start_in_one_place,
    message_boxes_open_in_one_place,
    labels_are_plain_text,
    words_are_never_html,
    long_text_has_one_viewer,
    the_way_out_is_in_one_place,
    colours_are_tokens,
    the_server_stands_alone,
    words_are_marked,
    marks_can_be_found,
)


def complaints_about(source: Source) -> list[str]:
    """Return what is wrong with a file, one sentence each; empty when nothing is."""
    rules = IN_THE_PACKAGE if source.is_in(("vcs_desktop/",)) else EVERYWHERE
    return [f"{source.path}: {words}" for rule in rules for words in rule(source)]


def _uses(source: Source, names: set[str]) -> Iterator[str]:
    """Yield each line that names one of these, however it was imported."""
    for node in source.nodes:
        if isinstance(node, ast.Attribute | ast.Name) and _last_name(node) in names:
            yield f"line {node.lineno} uses {_last_name(node)}"
        if isinstance(node, ast.ImportFrom | ast.Import):
            for alias in node.names:
                if alias.name.rpartition(".")[2] in names:
                    yield f"line {node.lineno} imports {alias.name}"


def _last_name(node: ast.AST) -> str:
    """Return ``c`` for ``a.b.c`` and for ``c``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_colour_of_qt(node: ast.Attribute) -> bool:
    """Return whether a node names one of Qt's colours; transparent is none."""
    return _last_name(node.value) == "GlobalColor" and node.attr != "transparent"


def _called(node: ast.AST) -> str:
    """Return the dotted name that a node calls, or nothing."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def _imports_from(node: ast.AST, module: str, name: str = "") -> bool:
    """Return whether a node imports a module, or one name out of it."""
    inside = (module, f"{module}.")
    if isinstance(node, ast.Import):
        whole = f"{module}.{name}" if name else module
        return any(a.name == whole or a.name.startswith(f"{whole}.") for a in node.names)
    if not isinstance(node, ast.ImportFrom) or not node.module:
        return False
    if name:
        return node.module == module and any(alias.name == name for alias in node.names)
    return node.module == inside[0] or node.module.startswith(inside[1])
