"""Names as they are after a story, or an undated page, was renamed."""

import posixpath
from collections.abc import Mapping

from msgspec import Struct

from patrika.model.site import Site
from patrika.read.sources import CONTENT
from patrika.relate import targets


class Renaming(Struct, frozen=True):
    """The old and the new id, and the files that go with the story, by old path."""

    old: str
    new: str
    files: Mapping[str, str]
    site: Site

    def path(self, path: str) -> str:
        """Return where that lies which a path from the site's root named."""
        inner = path.removeprefix(CONTENT)
        if inner != path and targets.meant_name(inner, self.site) == self.old:
            return f"{CONTENT}{self.new}{inner.removeprefix(self.old)}"
        return self.files.get(path, path)

    def target(self, target: str, source: str) -> str:
        """Return how a text says afterwards what it called `target` in the file `source`."""
        if not target or target.startswith("/"):
            return target
        meant = targets.meant_path(target, source)
        now, beside = self.path(meant), posixpath.dirname(self.path(source))
        if target.startswith("@/"):
            return target if now == meant else f"@/{now.removeprefix(CONTENT)}"
        if posixpath.normpath(posixpath.join(beside, target)) == now:
            return target
        return now.removeprefix(f"{beside}/") if now.startswith(f"{beside}/") else f"@/{now.removeprefix(CONTENT)}"

    def name(self, name: str) -> str:
        """Return how front matter or redirects.toml say afterwards what they called `name`."""
        inner = name.removeprefix("@/")
        is_meant = targets.meant_name(inner, self.site) == self.old
        return name.replace(self.old, self.new, 1) if is_meant and inner.startswith(self.old) else name
