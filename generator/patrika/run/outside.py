"""Links to elsewhere asked for, politely: one at a time of a host, and none again that answered lately."""

import http.client
import ssl
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from time import sleep
from typing import IO, Literal
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request

from msgspec import Struct

from patrika import __version__
from patrika.check.finding import Finding

HOSTS_AT_ONCE = 8
PAUSE_S = 1.0
"""Between two questions to one host."""
PATIENCE_S = 15.0
KEPT_S: Mapping[str, int] = {
    "there": 7 * 86_400,
    "moved": 7 * 86_400,
    "gone": 86_400,
    "silent": 3_600,
    "closed": 7 * 86_400,
}
"""How long an answer is taken for true."""

State = Literal["there", "moved", "gone", "silent", "closed"]
"""`closed`: the host answers, but not to programs, so that nothing is known."""

_AGENT = f"Patrika/{__version__} (link check of a newspaper)"
_GONE, _FOR_GOOD = (404, 410), (301, 308)
_NOT_SO = (501, 999)
"""Answers that say no more than that the host does not like to be asked so."""


class Answer(Struct, frozen=True):
    """What an address was found to be, and when, in UTC seconds."""

    state: State
    at: int
    detail: str = ""
    """Where it has moved, the status, or what went wrong."""


Ask = Callable[[str], tuple[State, str]]


def ask_all(
    addresses: Iterable[str],
    known: Mapping[str, Answer],
    now: int,
    progress: Callable[[int, int], None],
    ask: Ask | None = None,
) -> dict[str, Answer]:
    """Return what each address is, those asked again whose answer in `known` is too old."""
    wanted = list(dict.fromkeys(addresses))
    answers = {it: known[it] for it in wanted if it in known and 0 <= now - known[it].at < KEPT_S[known[it].state]}
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in wanted:
        if address not in answers:
            by_host[_host_of(address)].append(address)
    progress(len(answers), len(wanted))
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as hands:
        for found in hands.map(lambda those: list(_of_host(those, ask or asked)), by_host.values()):
            answers |= {address: Answer(state, now, detail) for address, (state, detail) in found}
            progress(len(answers), len(wanted))
    return answers


def _host_of(address: str) -> str:
    """Return the host of an address, empty where it names none, such as `http://[`."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _of_host(addresses: Sequence[str], ask: Ask) -> Iterator[tuple[str, tuple[State, str]]]:
    for number, address in enumerate(addresses):
        if number:
            sleep(PAUSE_S)
        yield address, ask(address)


class _Moves(urllib.request.HTTPRedirectHandler):
    """Follows redirects, and remembers the codes of those that it followed."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        self.codes.append(code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def asked(address: str) -> tuple[State, str]:
    """Return what an address is: its head is asked for, and all of it where the host does not like that."""
    state, detail = _asked(address, "HEAD")
    return _asked(address, "GET") if state == "closed" or detail in map(str, _GONE) else (state, detail)


def _asked(address: str, method: str) -> tuple[State, str]:
    moves = _Moves()
    try:
        headers = {"User-Agent": _AGENT, "Accept": "*/*"}
        request = Request(encoded(address), method=method, headers=headers)
        with urllib.request.build_opener(moves).open(request, timeout=PATIENCE_S) as answer:
            there = answer.url
    except urllib.error.HTTPError as fault:
        fault.close()
        if fault.code in _GONE:
            return "gone", str(fault.code)
        is_down = fault.code >= 500 and fault.code not in _NOT_SO
        return "silent" if is_down else "closed", str(fault.code)
    except (OSError, ValueError, http.client.HTTPException, ssl.SSLError) as fault:
        return "silent", str(getattr(fault, "reason", fault)) or type(fault).__name__
    has_moved = bool(moves.codes) and all(code in _FOR_GOOD for code in moves.codes)
    return ("moved", there) if has_moved else ("there", "")


def encoded(address: str) -> str:
    """Return an address as HTTP takes it: the host in Punycode (RFC 3490), other letters percent-encoded (RFC 3986)."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(part, safe="%/?#[]@!$&'()*+,;=:~-._") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))


def finding_of(address: str, answer: Answer) -> Finding | None:
    """Return what is to be said of a link, None where nothing is."""
    if answer.state == "gone":
        said = f"the link “{address}” leads to nothing any more ({answer.detail})"
        return Finding("W723", said, "mend or remove it", address)
    if answer.state == "moved":
        return Finding("N724", f"what “{address}” names has moved for good", f"write  {answer.detail}", address)
    if answer.state == "silent":
        said = f"“{address}” does not answer: {answer.detail}"
        return Finding("N725", said, "ask again later, or look at it yourself", address)
    return None
