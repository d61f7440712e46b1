"""The words of the app as its source has them: which are marked, and which should be.

Reads source with the standard library's ``ast``, so it finds what the gettext
tools find, and needs none of them.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

from vcs_desktop.core import (
    backup_errors,
    file_errors,
    group_errors,
    publish_errors,
    two_laptops_errors,
)
from vcs_desktop.core.errors import AppError

if TYPE_CHECKING:
    from tests.support.house_rules import Source

MARKS = {"tr": 1, "tr_count": 2, "marked": 1}
"""The names that mark words, and how many of their first arguments are the words."""
SPEAKS = (
    "vcs_desktop/ui/",
    "vcs_desktop/services/",
    "vcs_desktop/app/pages.py",
    "vcs_desktop/app/library_watch.py",
    "vcs_desktop/core/backup_errors.py",
    "vcs_desktop/core/errors.py",
    "vcs_desktop/core/file_errors.py",
    "vcs_desktop/core/group_errors.py",
    "vcs_desktop/core/publish_errors.py",
    "vcs_desktop/core/two_laptops_errors.py",
    "vcs_desktop/domain/arriving_changes.py",
    "vcs_desktop/domain/awards.py",
    "vcs_desktop/domain/day_words.py",
    "vcs_desktop/domain/days.py",
    "vcs_desktop/domain/edition_changes.py",
    "vcs_desktop/domain/file_words.py",
    "vcs_desktop/domain/fit/",
    "vcs_desktop/domain/from_record/",
    "vcs_desktop/domain/group.py",
    "vcs_desktop/domain/group_documents.py",
    "vcs_desktop/domain/money",
    "vcs_desktop/domain/our_group",
    "vcs_desktop/domain/publisher_workbook/",
    "vcs_desktop/domain/registration_numbers.py",
    "vcs_desktop/domain/tender_",
    "vcs_desktop/domain/year_ends.py",
    "vcs_desktop/documents/code_sheet/content.py",
    "vcs_desktop/documents/committee_sheet/content.py",
    "vcs_desktop/documents/committee_sheet/data.py",
    "vcs_desktop/documents/committee_sheet/questions.py",
    "vcs_desktop/documents/wording.py",
    "vcs_desktop/feeds/compact_text.py",
    "vcs_desktop/feeds/detect.py",
    "vcs_desktop/feeds/funding_calls/",
    "vcs_desktop/feeds/ocds/",
    "vcs_desktop/feeds/publisher_workbook/",
    "vcs_desktop/feeds/reading.py",
    "vcs_desktop/publishing/attaching.py",
    "vcs_desktop/publishing/checking.py",
    "vcs_desktop/publishing/gathering.py",
    "vcs_desktop/publishing/keys.py",
    "vcs_desktop/publishing/source_files.py",
    "vcs_desktop/publishing/tree.py",
    "vcs_desktop/publishing/trial_server.py",
    "vcs_desktop/vault/key_file.py",
    "vcs_desktop/vault/opening.py",
)
"""Where words are that a person sees."""
HOLDS_OTHER_WORDS = (
    "vcs_desktop/ui/theme/",  # style sheets
    "vcs_desktop/ui/system/",  # how systems are spoken to; nothing there is shown
    "vcs_desktop/domain/from_record/tenders.py",  # what stands in contracts
    "vcs_desktop/domain/fit/cpv.py",  # what codes and words are about: read, never said
    "vcs_desktop/domain/fit/topics.py",
)
_LOOKS_LIKE_WORDS = re.compile(r"[A-Za-z]{2,}[,.:;…?!]* [a-zA-Z{]|} [A-Za-z]|^[A-Z][a-z]+[.…?!]?$")
_IS_AN_ID = re.compile(r"[a-z]+ [a-z]+|VCS Desktop")
"""Two small words are how records name a theme; the name of the app is its own."""
_FOR_PROGRAMMERS = {"ValueError", "TypeError", "LookupError", "KeyError", "RuntimeError"}
_NEVER_SAID = {
    "setObjectName", "setProperty", "setStyleSheet", "compile", "resource", "getLogger", "TypeVar",
    "startswith", "endswith", "removeprefix", "removesuffix", "replace",
}  # fmt: skip
_OUR_ERRORS = {each.__name__ for each in (AppError, *AppError.__subclasses__())} | {
    name
    for module in (
        backup_errors,
        file_errors,
        group_errors,
        publish_errors,
        two_laptops_errors,
    )
    for name, each in vars(module).items()
    if isinstance(each, type)
}
"""Their first argument is for the log."""


@dataclass(frozen=True)
class Message:
    """Marked words; ``many`` is empty where they do not count."""

    line: int
    text: str
    many: str = ""


def messages(source: "Source") -> Iterator[Message]:
    """Yield everything that is marked in a file."""
    for call in _calls(source.nodes):
        words = _literals(call)
        if words and len(words) == MARKS[_name(call.func)]:
            yield Message(call.lineno, *words)


def words_are_marked(source: "Source") -> Iterator[str]:
    """Words that a person sees are given to ``tr``, ``tr_count`` or ``marked``."""
    if not source.is_in(SPEAKS) or source.is_in(HOLDS_OTHER_WORDS):
        return
    passed = {id(node) for node in _not_said(source.nodes)}
    for node in source.nodes:
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            passed.update(id(each) for each in node.values)
            said = "".join(
                str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = node.value
        else:
            continue
        if _LOOKS_LIKE_WORDS.search(said) and not _IS_AN_ID.fullmatch(said):
            yield f"line {node.lineno} has words that are not marked: {said!r}"


def marks_can_be_found(source: "Source") -> Iterator[str]:
    """What is marked is literal, has a value for each name, and is said when it is shown."""
    if str(source.path) == "vcs_desktop/core/language.py":
        return
    for call in _calls(source.nodes):
        name, words = _name(call.func), _literals(call)
        if len(words) != MARKS[name] or not all(words):
            yield f"line {call.lineno} gives {name} words that are not literal"
        elif name != "marked":
            yield from _values_that_do_not_match(call, words)
    yield from _out_of_sight(source.nodes)
    for call in _at_import(source.tree):
        yield f"line {call.lineno} says words before the language is known: use marked"


def _out_of_sight(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield where gettext's tools do not look: inside f-strings, and behind another name."""
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            for call in _calls(ast.walk(node)):
                yield f"line {call.lineno} has a mark inside an f-string: gettext sees none there"
        elif isinstance(node, ast.ImportFrom) and node.module == "vcs_desktop.core.language":
            for each in node.names:
                if each.asname:
                    yield f"line {node.lineno} hides {each.name} behind another name"


def _values_that_do_not_match(call: ast.Call, words: list[str]) -> Iterator[str]:
    if any(keyword.arg is None for keyword in call.keywords):
        return
    given = {keyword.arg for keyword in call.keywords}
    if _name(call.func) == "tr_count":
        given.add("count")
    asked = [{name for _, name, _, _ in Formatter().parse(each) if name} for each in words]
    for names in asked:
        if names - given:
            yield f"line {call.lineno} has no value for {', '.join(sorted(names - given))}"
    unused = given - {"count"} - set().union(*asked)
    if unused:
        yield f"line {call.lineno} has a value that nothing asks for: {', '.join(sorted(unused))}"


def _calls(nodes: Iterable[ast.AST]) -> Iterator[ast.Call]:
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            yield node


def _literals(call: ast.Call) -> list[str]:
    given = call.args[: MARKS[_name(call.func)]]
    return [
        each.value
        for each in given
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def _at_import(tree: ast.Module) -> Iterator[ast.Call]:
    """Yield calls of ``tr`` outside functions: in a module, a class, or a default argument."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting.extend(node.args.defaults)
            waiting.extend(each for each in node.args.kw_defaults if each is not None)
            continue
        if isinstance(node, ast.Call) and _name(node.func) in {"tr", "tr_count", "tr_marked"}:
            yield node
        waiting.extend(ast.iter_child_nodes(node))


def _not_said(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Yield what holds text that nobody sees, or that is marked already, and all that is in it."""
    for node in nodes:
        for part in _unseen_parts(node):
            yield from ast.walk(part)


def _unseen_parts(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Call():
            yield from _unseen_arguments(node)
        case ast.Expr(value=ast.Constant() as docstring):
            yield docstring
        case ast.arg(annotation=ast.AST() as annotation):
            yield annotation
        case ast.AnnAssign(annotation=ast.AST() as annotation):
            yield annotation
        case ast.FunctionDef(returns=ast.AST() as returns):
            yield returns
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            yield node.value
        case ast.Assign(targets=[ast.Name(id=name)]) if name.endswith("LICENCES"):
            yield node.value  # they have the same name in every language
        case ast.Dict():
            yield from (key for key in node.keys if key is not None)
        case ast.Compare() | ast.Assert():
            yield node


def _unseen_arguments(call: ast.Call) -> Iterator[ast.AST]:
    name = _name(call.func)
    to_log = isinstance(call.func, ast.Attribute) and _name(call.func.value) == "log"
    if name in MARKS:
        yield from call.args[: MARKS[name]]
    elif to_log or name in _FOR_PROGRAMMERS | _NEVER_SAID or name in _OUR_ERRORS:
        yield from call.args
    yield from (each.value for each in call.keywords if each.arg == "detail")


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
