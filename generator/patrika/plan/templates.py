"""Which template prints a page: the theme's for its role, or one that its section has of its own."""

from collections.abc import Mapping

from patrika.model.page import FILE_ROLES, STORY_ROLES, Page
from patrika.model.site import Site, Theme
from patrika.relate.entries import Entry

TemplateNames = Mapping[tuple[str, str], str]
"""By role and section; a role's own, without a section, is that of all pages which no other stands for."""


def template_names(site: Site, theme: Theme) -> TemplateNames:
    """Return the templates that pages are printed by."""
    own = {(role, ""): spec.template for role, spec in theme.pages.items()}
    fronts = {("section", section.id): section.template for section in site.sections if section.template}
    stories = {
        (role, section.id): section.story_template
        for section in site.sections
        for role in STORY_ROLES
        if section.story_template
    }
    return {**own, **fronts, **stories}


def template_of(page: Page, names: TemplateNames, entries: tuple[Entry, ...]) -> str:
    """Return the template that prints a page, empty for a file for programs; `entries` are the catalog's."""
    if page.role in FILE_ROLES:
        return ""
    section = entries[page.position].section if page.role in STORY_ROLES else page.subject
    return template_in(page.role, section, names)


def template_in(role: str, section: str, names: TemplateNames) -> str:
    """Return the template that prints pages of a role in a section."""
    return names.get((role, section)) or names[role, ""]
