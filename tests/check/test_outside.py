"""Links to elsewhere: asked for where that is wished, each host in its turn, and what it says is taken for no more than that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from patrika.run import outside
from patrika.run.outside import Answer, State, ask_all, encoded
from tests.sites.newspaper import NOW, SITE, Newspaper
from tests.sites.press import files, story

Make = Callable[..., Newspaper]


class Elsewhere(BaseHTTPRequestHandler):
    """Another site: its answers are in the paths; it takes no HEAD for `/people`, and lets no program in at `/closed`."""

    heard: ClassVar[list[str]] = []

    def do_HEAD(self) -> None:
        self._answer(405 if self.path == "/people" else None)

    def do_GET(self) -> None:
        self._answer(None)

    def _answer(self, code: int | None) -> None:
        self.heard.append(f"{self.command} {self.path}")
        codes = {"/gone": 410, "/missing": 404, "/moved": 301, "/lent": 302, "/down": 503, "/closed": 403}
        self.send_response(code or codes.get(self.path, 200))
        if self.path in ("/moved", "/lent"):
            self.send_header("Location", "/there")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet."""


@contextmanager
def elsewhere() -> Iterator[str]:
    """Give the address of another site that listens."""
    Elsewhere.heard.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "PAUSE_S", 0)


def linked(*addresses: str) -> str:
    return files(story("a", title="A", summary="B.", body="\n\n".join(f"[x]({it})" for it in addresses)))


def test_what_is_gone_or_has_moved_or_does_not_answer_is_told_at_its_line(newspaper: Make) -> None:
    """What is there, lent elsewhere for a while, or closed to programs, is not."""
    with elsewhere() as site:
        paths = ("gone", "missing", "moved", "lent", "down", "closed", "people", "there")
        paper = newspaper(linked(*(f"{site}/{path}" for path in paths), "http://127.0.0.1:1/nobody"))
        assert paper.check().diagnostics == ()
        assert Elsewhere.heard == []
        report = paper.check(asks=True)
    told = [(it.code, it.place.line, it.message.replace(site, "")) for it in report.diagnostics]
    assert told[:4] == [
        ("W723", 7, "the link “/gone” leads to nothing any more (410)"),
        ("W723", 9, "the link “/missing” leads to nothing any more (404)"),
        ("N724", 11, "what “/moved” names has moved for good"),
        ("N725", 15, "“/down” does not answer: 503"),
    ]
    assert (told[4][:2], len(told)) == (("N725", 23), 5)
    assert report.diagnostics[2].hint == f"write  {site}/there"
    assert "GET /people" in Elsewhere.heard


def test_what_answered_lately_is_not_asked_again(newspaper: Make) -> None:
    """What is gone may come back: it is asked for again a day later, the rest a week later."""
    with elsewhere() as site:
        paper = newspaper(linked(f"{site}/there", f"{site}/gone"))
        paper.check(asks=True)
        Elsewhere.heard.clear()
        assert [it.code for it in paper.check(asks=True).diagnostics] == ["W723"]
        assert Elsewhere.heard == []
        paper.check(asks=True, now=NOW + 86_400)
        assert {it.partition(" ")[2] for it in Elsewhere.heard} == {"/gone"}
        paper.check(asks=True, now=NOW + 8 * 86_400)
        assert {it.partition(" ")[2] for it in Elsewhere.heard} == {"/gone", "/there"}


def test_what_is_skipped_is_not_asked_for(newspaper: Make) -> None:
    with elsewhere() as site:
        paper = newspaper(linked(f"{site}/gone"), f'{SITE}\n[check]\nskip = ["{site}/g"]\n')
        assert paper.check(asks=True).diagnostics == ()
        assert Elsewhere.heard == []


def test_an_address_that_is_none_is_told_as_one_that_does_not_answer(newspaper: Make) -> None:
    paper = newspaper(linked("https://test.example/") + "-- slots/footer.html --\n<a href='http://['>x</a>\n")
    report = paper.check(asks=True)
    assert [(it.code, "“http://[” does not answer" in it.message) for it in report.diagnostics] == [("N725", True)]


def test_a_host_is_asked_one_thing_at_a_time() -> None:
    """Answers come in any order, and each address is asked for once."""
    doing: list[str] = []
    most: list[int] = []

    def ask(address: str) -> tuple[State, str]:
        doing.append(address)
        most.append(sum(it.startswith(address[:10]) for it in doing))
        doing.remove(address)
        return "there", ""

    addresses = [f"http://{host}.example/{number}" for number in range(9) for host in "abc"]
    told: list[tuple[int, int]] = []
    found = ask_all([*addresses, *addresses], {}, 5, lambda done, total: told.append((done, total)), ask)
    assert found == dict.fromkeys(addresses, Answer("there", 5))
    assert (max(most), told[0], told[-1]) == (1, (0, 27), (27, 27))


@pytest.mark.parametrize(
    ("written", "asked_for"),
    [
        ("https://paper.বাংলা/ক খ?গ=ঘ#ঙ", "https://paper.xn--54b7fta0cc/%E0%A6%95%20%E0%A6%96?%E0%A6%97=%E0%A6%98"),
        ("https://a.example/%E0%A6%95?a=b&c", "https://a.example/%E0%A6%95?a=b&c"),
    ],
)  # fmt: skip
def test_addresses_of_other_scripts_are_asked_for_as_http_has_them(written: str, asked_for: str) -> None:
    assert encoded(written) == asked_for
