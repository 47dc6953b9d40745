"""Where a site has its own files."""

FILES = ("site.toml", "redirects.toml")
SCANNED = ("content", "static")
"""Folders whose files are looked at one by one."""

SETTINGS = ("templates", "themes", "assets", "data", "slots", "locale")
"""Folders whose files together say how pages look."""

FOLDERS = (*SCANNED, *SETTINGS)
