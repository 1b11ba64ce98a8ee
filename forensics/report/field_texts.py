"""What each field of a class holds: the string that stands below the field in the source of its class.

Python keeps no such string at run time, so that a class costs nothing when it is loaded; editors show it beside the
field, and the schema and the reference read it here.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise


@cache
def field_texts(cls: type) -> dict[str, str]:
    """Return the text of each field of `cls`, its bases' included, on one line each.

    Empty where Python runs without the sources of this package.
    """
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        body = _bodies(base.__module__).get(base.__qualname__, [])
        for field, text in pairwise(body):
            match field, text:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                    found[name] = " ".join(said.split())
    return found


@cache
def _bodies(module: str) -> dict[str, list[ast.stmt]]:
    """Return the statements of each class that stands at the top of `module`."""
    try:
        source = inspect.getsource(sys.modules[module])
    except (OSError, TypeError):
        return {}
    return {node.name: node.body for node in ast.parse(source).body if isinstance(node, ast.ClassDef)}
