"""What all pages of a language share: its menu, its undated pages, its style sheets."""

from collections.abc import Mapping, Sequence
from typing import Any

from patrika.model.language import Language
from patrika.model.paper import Paper
from patrika.model.policies import POLICIES
from patrika.plan import frames, icons
from patrika.plan.channels import Channel, feed_links
from patrika.plan.edition import Edition
from patrika.plan.inputs import Chrome, Link
from patrika.plan.menus import entries
from patrika.relate import addresses


def chrome(
    language: Language,
    edition: Edition,
    styles: Sequence[str],
    assets: Mapping[str, str],
    static: Sequence[str],
    data: Mapping[str, Any],
    policy: str = "",
) -> Chrome:
    """Return what all pages of a language share. `styles` are paths of style sheets, `assets` those of other files of assets/,
    `static` names of root files, `data` is what files of data/ hold in the language, `policy` what pages themselves say that
    browsers may load."""
    site = edition.site
    homes = {other.id: addresses.home(other) for other in site.languages}
    leaflets = [(id, found) for (lang, id), found in edition.leaflets.items() if lang == language.id]
    sections = tuple(
        Link(section.id, section.title_in(language.id), addresses.section(language, section.id))
        for section in site.sections
        if edition.has_section(language.id, section.id)
    )
    pages = tuple(
        Link(id, leaflet.page.title, addresses.standalone(language, leaflet.page))
        for id, leaflet in leaflets
        if leaflet.page.listed and not leaflet.page.section
    )
    menus = {"main": sections}
    menus |= {name: tuple(entries(items, language, edition)) for name, items in site.menus.items()}
    menus = {name: menus.get(name, ()) for name in edition.theme.menus}
    below = [link.path for menu in menus.values() for entry in menu for link in (entry, *entry.children)]
    return Chrome(
        language=language.id,
        tag=language.tag,
        direction=language.direction,
        name=language.name,
        site_name=language.site_name,
        home=addresses.home(language),
        sections=sections,
        pages=pages,
        menus=menus,
        menu_paths=frozenset((*(link.path for link in (*sections, *pages)), *below)),
        fronts=frames.toggles(site, language.id, homes, frames.front(site)),
        styles=tuple(styles),
        assets=assets,
        options=site.options,
        data=data,
        preview=site.is_preview,
        feeds=feed_links(edition, Channel("front", "", language.id, addresses.home(language)), language.site_name),
        extra=site.extra,
        paper=_paper(language, edition, static),
        icons=icons.icons(static),
        policy=policy,
        manifest=addresses.manifest(language),
        locales={other.tag: other.locale for other in site.languages},
    )


def _paper(language: Language, edition: Edition, static: Sequence[str]) -> Paper:
    names = dict.fromkeys(other.site_name for other in edition.site.languages)
    stated = {word: page for (lang, word), page in edition.policies.items() if lang == language.id}
    return Paper(
        name=language.site_name,
        other_names=tuple(name for name in names if name != language.site_name),
        tag=language.tag,
        home=addresses.home(language),
        front=addresses.home(edition.site.language(edition.site.default_language)),
        logo=icons.logo(static),
        policies=tuple(
            (name, addresses.standalone(language, stated[word].page))
            for word, name in POLICIES.items()
            if word in stated
        ),
    )
