"""Macros remembered: what a part of a page looked like is kept, for the next page that shows the same.

A macro that is imported (without context) sees its arguments and what is the same for all pages of a language, so its
answer follows from its arguments alone. Arguments are frozen values, compared in full.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup

KEPT = 512
"""Answers kept for each macro and language; those unused for longest go first."""


class Remembering:
    """A macro that is asked once for each set of arguments."""

    def __init__(self, macro: Macro) -> None:
        self._macro = macro
        self._known: Callable[..., Markup | str] = lru_cache(maxsize=KEPT)(macro)

    def __call__(self, *arguments: Any, **named: Any) -> Markup | str:
        """Return what the macro prints; arguments that cannot be remembered, such as lists, are asked each time."""
        try:
            return self._known(*arguments, **named)
        except TypeError:
            return self._macro(*arguments, **named)


class RememberingTemplate(Template):
    """A template whose macros, when imported, remember."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            self._module = self.make_module()
            for name, value in list(vars(self._module).items()):
                if isinstance(value, Macro):
                    setattr(self._module, name, Remembering(value))
        # Jinja would compare the importer's globals with ours; all templates of an environment have the same.
        return self._module
