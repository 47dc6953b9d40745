"""What themes may not do: templates are checked once, when compiled, so that no page pays for a sandbox.

A theme has Jinja's expressions and no more: no name by which Python's insides could be reached.
"""

from typing import Any

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer
from msgspec import Struct

from patrika.render.fragments import RememberingTemplate

_PREFIXES = ("_", "gi_", "cr_", "ag_", "f_", "tb_", "func_", "im_")
_NAMES = frozenset({"mro", "format", "format_map", "attr"})


def is_forbidden(name: str) -> bool:
    """Return whether a template may not ask a value for this name."""
    return name.startswith(_PREFIXES) or name in _NAMES


class _KeysBeforeMethods(NodeTransformer):
    """Makes `row["items"]` of `row.items`, unless it is called: else a column of that name could not be reached, and a method
    would be printed with its address, in each build another."""

    def __init__(self, tree: nodes.Template) -> None:
        self._called = {id(call.node) for call in tree.find_all(nodes.Call)}

    def get_visitor(self, node: nodes.Node) -> Any:
        """Return what looks at an attribute; at all else the visitor goes by."""
        return self._subscript if isinstance(node, nodes.Getattr) else None

    def _subscript(self, node: nodes.Getattr) -> nodes.Node:
        self.generic_visit(node)
        if id(node) in self._called or not hasattr(dict, node.attr):
            return node
        return nodes.Getitem(
            node.node, nodes.Const(node.attr), node.ctx, lineno=node.lineno, environment=node.environment
        )


class GuardedEnvironment(Environment):
    """An environment that refuses forbidden names when a template is compiled, and reaches only data by subscript."""

    template_class = RememberingTemplate

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Filter, nodes.Name)):
            word = _word(node)
            if word is not None and is_forbidden(word) and not (isinstance(node, nodes.Name) and word == "_"):
                raise TemplateSyntaxError(f"a theme may not use “{word}”", node.lineno, name, filename)
        named: nodes.Template = _KeysBeforeMethods(tree).visit(tree)
        return named

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item; of a value of ours its declared fields only, so that map(attribute=…) and groupby work."""
        if isinstance(obj, Struct) and isinstance(argument, str):
            if argument in obj.__struct_fields__:
                return getattr(obj, argument)
            return self.undefined(obj=obj, name=argument)
        try:
            return obj[argument]
        except (AttributeError, TypeError, LookupError):
            return self.undefined(obj=obj, name=argument)


def _word(node: nodes.Node) -> str | None:
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem):
        return node.arg.value if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str) else None
    if isinstance(node, nodes.Filter):
        return "attr" if node.name == "attr" else None
    return node.name if isinstance(node, nodes.Name) else None
