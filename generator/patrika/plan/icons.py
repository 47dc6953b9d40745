"""Icons of the paper: which files of static/ are, by their names, and where the one lies that is drawn if there is none."""

from collections.abc import Collection, Mapping

from patrika.model.paper import Icon

DRAWN = Icon("icon", "/icon.svg", "image/svg+xml", "any")
"""The icon that a build draws where static/ holds none."""

_PNG = "image/png"
_IN_PAGES: Mapping[str, Icon] = {
    "favicon.ico": Icon("icon", "/favicon.ico", "image/x-icon", "32x32"),
    "favicon.svg": Icon("icon", "/favicon.svg", "image/svg+xml", "any"),
    "icon.svg": DRAWN,
    "favicon.png": Icon("icon", "/favicon.png", _PNG),
    "apple-touch-icon.png": Icon("apple-touch-icon", "/apple-touch-icon.png", _PNG, "180x180"),
}
"""Icons that pages name, by file."""

_INSTALLED: Mapping[str, Icon] = {
    "icon-512.png": Icon("icon", "/icon-512.png", _PNG, "512x512"),
    "icon-192.png": Icon("icon", "/icon-192.png", _PNG, "192x192"),
}
"""Icons that only manifests name, by file."""

_LOGOS: Mapping[str, Icon] = {
    "logo.png": Icon("icon", "/logo.png", _PNG),
    "logo.svg": Icon("icon", "/logo.svg", "image/svg+xml", "any"),
}


def icons(static: Collection[str]) -> tuple[Icon, ...]:
    """Return the icons that pages name, from the names of the files at the site's root."""
    found = tuple(icon for name, icon in _IN_PAGES.items() if name in static)
    return found if any(icon.rel == "icon" for icon in found) else (DRAWN, *found)


def manifest_icons(static: Collection[str]) -> tuple[Icon, ...]:
    """Return the icons of a paper that a reader installs, the largest first."""
    installed = [icon for name, icon in _INSTALLED.items() if name in static]
    return (*installed, *(icon for icon in reversed(icons(static)) if icon.type != "image/x-icon"))


def logo(static: Collection[str]) -> Icon:
    """Return the picture that stands for the paper in data for machines."""
    found = [icon for name, icon in _LOGOS.items() if name in static]
    return [*found, *manifest_icons(static), *icons(static)][0]
