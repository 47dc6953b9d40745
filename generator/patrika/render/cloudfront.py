"""Data for CloudFront: old addresses as a key value store imports them, and headers as a response headers policy has them."""

import json
from typing import Any

from patrika.plan.hosts import HostInput
from patrika.render.rules import address, link_of

_GONE = "410"
"""Value of the address of what is gone, for the first function of docs/deploy/s3.md."""


def redirects(file: HostInput) -> str:
    """Return old addresses, decoded and without a slash at their ends, and where they lead; and what is said with feeds
    where there is a hub, by `link` and the address."""
    pairs = [
        {"key": (file.base + way.path).rstrip("/"), "value": address(way.to, file.base) if way.to else _GONE}
        for way in file.ways
    ]
    for it in file.files:
        folder = "/".join((file.base, *it.folders, ""))
        said = link_of(file.url + address(it.topic or f"{folder.removeprefix(file.base)}{it.name}", ""), file.hub)
        names = [it.name] if it.name else ["", "index.html"]
        pairs += [{"key": f"link {folder}{name}", "value": said} for name in names]
    return _json({"data": pairs})


def headers(file: HostInput) -> str:
    """Return the configuration of a response headers policy."""
    said = dict(file.said)
    secure: dict[str, Any] = {
        "ContentSecurityPolicy": {"ContentSecurityPolicy": said.pop("Content-Security-Policy"), "Override": True},
        "ContentTypeOptions": {"Override": bool(said.pop("X-Content-Type-Options"))},
        "ReferrerPolicy": {"ReferrerPolicy": said.pop("Referrer-Policy"), "Override": True},
    }
    if hsts := said.pop("Strict-Transport-Security", ""):
        age = int(hsts.removeprefix("max-age="))
        secure["StrictTransportSecurity"] = {
            "AccessControlMaxAgeSec": age,
            "IncludeSubdomains": False,
            "Preload": False,
            "Override": True,
        }
    items = [{"Header": name, "Value": value, "Override": True} for name, value in said.items()]
    custom = {"Quantity": len(items), "Items": items}
    return _json({"Name": "patrika", "SecurityHeadersConfig": secure, "CustomHeadersConfig": custom})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
