"""Keeps which lines of the program the tests walk through: a plugin of pytest.

``pytest -p tests.walked_lines`` leaves them where ``COVERAGE_FILE`` says, as coverage.py would.
Before Python 3.12 a tracer slows down every line of everything, SQLAlchemy's and ReportLab's
too, and all tests took twice as long. Here each statement of the program itself notes that it
was begun, on whatever thread, and nothing else pays. coverage.py still says which lines count.
"""

import ast
import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from coverage import CoverageData

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = "vcs_desktop"
NOTES = "__walked__"
# Where to leave them, whatever folder the tests are in at the end.
LEFT_IN = Path(os.environ.get("COVERAGE_FILE", ".coverage")).absolute()

# The lines of each file that were walked; the values say nothing.
walked: dict[str, dict[int, bool]] = {}


def with_notes(source: bytes | str, path: str) -> ast.Module:
    """Return a module in which each statement first notes its line in ``__walked__``."""
    tree = ast.parse(source, path)
    tree.body = _noted(tree.body)
    return tree


def _noted(block: list[ast.stmt], *heads: int) -> list[ast.stmt]:
    """Return a block with its notes; ``heads`` are lines that are walked when it is entered."""
    noted = [_note(line) for line in heads]
    for statement in block:
        decorators = getattr(statement, "decorator_list", ())
        notes = [_note(line.lineno) for line in (statement, *decorators)]
        for inner in ("body", "orelse", "finalbody"):
            if getattr(statement, inner, ()):
                setattr(statement, inner, _noted(getattr(statement, inner)))
        for handler in getattr(statement, "handlers", ()):
            handler.body = _noted(handler.body, handler.lineno)
        for case in getattr(statement, "cases", ()):
            case.body = _noted(case.body, case.pattern.lineno)
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            noted.append(statement)  # a docstring, which nothing may come before
        elif isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            noted += [statement, *notes]
        else:
            noted += [*notes, statement]
    return noted


def _note(line: int) -> ast.stmt:
    at = {"lineno": line, "col_offset": 0}
    notes = ast.Name(NOTES, ast.Load(), **at)
    place = ast.Subscript(notes, ast.Constant(line, **at), ast.Store(), **at)
    return ast.Assign([place], ast.Constant(True, **at), **at)


class NotingLoader(SourceFileLoader):
    """Loads a module with notes, always from its source: what lies compiled has none."""

    def get_code(self, fullname: str) -> CodeType:
        """Return the module's code, with notes."""
        path = self.get_filename(fullname)
        return compile(with_notes(self.get_data(path), path), path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module; what it walks through is kept in ``walked``."""
        name = str(Path(self.path).relative_to(PROJECT))
        setattr(module, NOTES, walked.setdefault(name, {}))
        super().exec_module(module)


class _NotingFinder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != PACKAGE:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = NotingLoader(spec.loader.name, spec.loader.path)
        return spec


def pytest_unconfigure() -> None:
    """Leave what was walked beside what the other workers leave."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    data = CoverageData(str(LEFT_IN), suffix=worker)
    data.erase()
    data.add_lines(walked)


sys.meta_path.insert(0, _NotingFinder())
