"""What the preview server answers."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from patrika.model.diagnostics import Place, error, notice
from patrika.run.board import Board, Fault, State
from patrika.run.builder import Failure
from patrika.run.preview import content_type, find, preview_app, waiting_page, with_script
from patrika.run.report import BuildReport
from patrika.run.serve import next_state

STORM = "bn/বিশ্ব/ঝড়"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a small published site, and a secret beside it."""
    files = {
        "index.html": "<body>Front</body>",
        "404.html": "<body>No such page</body>",
        "world/storm/index.html": "<body>Storm</BODY>\n",
        "bn/404.html": "<body>নেই</body>",
        f"{STORM}/index.html": "<body>ঝড়</body>",
        "assets/site.css": "body {}",
        "media/a b.avif": "picture",
        ".well-known/security.txt": "Contact: x",
    }
    for name, text in files.items():
        target = tmp_path / "serve" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    return tmp_path / "serve"


def client(folder: Path, state: State | None = None, host: str = "127.0.0.1") -> TestClient:
    board = Board()
    board.post(state or State("v1"))
    return TestClient(preview_app(folder, board, host), base_url="http://127.0.0.1:8000", follow_redirects=False)


def test_a_folder_is_answered_by_its_index(folder: Path) -> None:
    answer = client(folder).get("/world/storm/")
    assert answer.status_code == 200
    assert "Storm" in answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"


def test_a_folder_without_its_slash_leads_to_it_with_the_query(folder: Path) -> None:
    assert client(folder).get("/world/storm?a=1").headers["location"] == "/world/storm/?a=1"
    assert find(folder, "/paper", "/paper/world/storm").location == "/paper/world/storm/"
    location = (
        client(folder).get("/bn/%E0%A6%AC%E0%A6%BF%E0%A6%B6%E0%A7%8D%E0%A6%AC/%E0%A6%9D%E0%A7%9C").headers["location"]
    )
    assert location.isascii()
    assert location.endswith("/")


def test_addresses_in_any_script_are_found_percent_encoded_or_raw(folder: Path) -> None:
    for path in (f"/{STORM}/", "/bn/%E0%A6%AC%E0%A6%BF%E0%A6%B6%E0%A7%8D%E0%A6%AC/%E0%A6%9D%E0%A6%A1%E0%A6%BC/"):
        answer = client(folder).get(path)
        assert answer.status_code == 200
        assert "ঝড়" in answer.text


def test_what_is_not_there_is_answered_by_the_page_of_the_nearest_language(folder: Path) -> None:
    for path, text in (("/nowhere/", "No such page"), ("/bn/বিশ্ব/nowhere/", "নেই"), ("/bn/x.css", "নেই")):
        answer = client(folder).get(path)
        assert answer.status_code == 404
        assert text in answer.text
        assert "/__patrika/reload.js" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/%2e%2e/secret.html",
        "/world/%2e%2e/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/%2e%2e%5csecret.html",
        "/world//storm/",
        "/index.html%00",
        "/linked.html",
        "/outside/secret.html",
        "/outside/",
        "/" + "x" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_found(folder: Path, path: str) -> None:
    """Neither by dots, however encoded, nor by links."""
    (folder / "linked.html").symlink_to(folder.parent / "secret.html")
    (folder / "outside").symlink_to(folder.parent)
    answer = client(folder).get(path)
    assert answer.status_code == 404
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/world/../../secret.html",
        "/..",
        "/../",
        "/a\\..\\secret.html",
        "//secret.html",
        "/./index.html",
    ],
)
def test_dots_that_no_client_has_resolved_lead_nowhere(folder: Path, path: str) -> None:
    assert find(folder, "", path).status == 404
    assert find(folder, "/paper", f"/paper{path}").status == 404


def test_a_site_with_a_path_lies_under_it_and_the_root_leads_there(folder: Path) -> None:
    paper = client(folder, State("v1", "/paper"))
    assert paper.get("/").headers["location"] == "/paper/"
    assert paper.get("/paper").headers["location"] == "/paper/"
    assert "Front" in paper.get("/paper/").text
    assert paper.get("/world/storm/").status_code == 404
    assert paper.get("/papers/").status_code == 404
    assert 'src="/__patrika/reload.js"' in paper.get("/paper/").text


def test_files_are_served_as_they_are_with_their_types(folder: Path) -> None:
    answer = client(folder).get("/assets/site.css")
    assert (answer.text, answer.headers["content-type"]) == ("body {}", "text/css; charset=utf-8")
    assert answer.headers["cache-control"] == "no-store"
    assert client(folder).get("/media/a%20b.avif").headers["content-type"] == "image/avif"
    assert client(folder).get("/.well-known/security.txt").headers["content-type"] == "text/plain; charset=utf-8"
    assert client(folder).get("/assets/site.css", headers={"Range": "bytes=0-3"}).text == "body"
    assert content_type("feed.xml") == "application/xml; charset=utf-8"
    assert content_type("old.unheard-of") == "application/octet-stream"


def test_only_reading_is_allowed(folder: Path) -> None:
    assert client(folder).post("/").status_code == 405
    assert client(folder).head("/").status_code == 200


def test_the_script_is_added_before_the_last_end_of_a_body_and_never_written(folder: Path) -> None:
    page = with_script("<body><pre></body></pre>দিন</BODY></html>".encode(), '"><b>').decode()
    assert page.index("</pre>") < page.index("<script") < page.index("</BODY>")
    assert 'data-version="&quot;&gt;&lt;b&gt;"' in page
    assert with_script(b"no body", "v").startswith(b"no body<link")
    client(folder).get("/")
    assert (folder / "index.html").read_text("utf-8") == "<body>Front</body>"


def test_our_script_and_style_sheet_are_served(folder: Path) -> None:
    assert client(folder).get("/__patrika/reload.js").headers["content-type"] == "text/javascript; charset=utf-8"
    assert "max-block-size: 60vh" in client(folder).get("/__patrika/overlay.css").text
    assert client(folder).get("/__patrika/builder.py").status_code == 404


def test_the_first_build_that_fails_is_told_on_every_page_with_all_escaped(tmp_path: Path) -> None:
    fault = Fault("content/<a>.md:3:1", 'E1: unknown “<img src=x onerror="alert(1)">”', "write <b>")
    answer = client(tmp_path / "none", State("", "", True, (fault,), 2)).get("/any/")
    assert answer.status_code == 503
    assert "content/&lt;a&gt;.md:3:1" in answer.text
    assert "<img" not in answer.text
    assert "<b>" not in answer.text
    assert "and 2 more" in answer.text
    assert 'data-version="none"' in answer.text


def test_before_the_first_build_has_ended_a_page_says_so(tmp_path: Path) -> None:
    assert "is being built" in client(tmp_path / "none", State("")).get("/").text
    assert b"cannot" in waiting_page(State("", failed=True))
    assert client(tmp_path / "none", State("v1")).get("/").status_code == 404


def test_while_the_site_is_broken_the_last_good_page_is_served(folder: Path) -> None:
    answer = client(folder, State("v1", "", True, (Fault("a.md:1:1", "wrong"),))).get("/")
    assert answer.status_code == 200
    assert "Front" in answer.text
    assert "wrong" not in answer.text


def test_a_stream_begins_with_the_last_state(folder: Path) -> None:
    board = Board()
    board.post(State("v1", "", True, (Fault("a.md:1:1", "one\ntwo"),)))
    board.close()
    answer = TestClient(preview_app(folder, board, "localhost"), base_url="http://localhost").get("/__patrika/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    retry, event, end = answer.text.split("\n\n")
    name, data = event.split("\n")
    assert (retry, name, end) == ("retry: 1000", "event: failed", "")
    assert json.loads(data.removeprefix("data: "))["faults"][0]["message"] == "one\ntwo"


def test_a_page_of_another_site_cannot_read_drafts_under_its_own_name(folder: Path) -> None:
    """A name that is made to lead to this machine (DNS rebinding) is refused, unless the preview is for others too."""
    assert client(folder).get("/", headers={"Host": "evil.example"}).status_code == 400
    for host in ("localhost:8000", "127.0.0.1:8000", "[::1]:8000"):
        assert client(folder).get("/", headers={"Host": host}).status_code == 200
    assert client(folder, host="0.0.0.0").get("/", headers={"Host": "desk.example"}).status_code == 200


def test_a_version_changes_only_with_a_build_that_changed_a_file() -> None:
    first = next_state(State(""), BuildReport((), True), "", "s.1")
    assert first == State("s.1")
    assert next_state(first, BuildReport((), True, unchanged=1), "", "s.2") == first
    assert next_state(first, BuildReport((), True, written=("a",)), "", "s.2").version == "s.2"
    assert next_state(first, BuildReport((), True, removed=("a",)), "", "s.2").version == "s.2"
    assert next_state(first, BuildReport((), True), "/paper", "s.2") == State("s.2", "/paper")


def test_a_build_that_holds_stories_back_goes_on_and_tells_their_errors() -> None:
    """What stands on the pages is the latest, and what is wrong with those that are missing is said over them."""
    faults = (error("E1", Place("a.md", 2), "wrong", "mend"), notice("N1", Place("b.md"), "text"))
    state = next_state(State("s.1"), BuildReport(faults, True, written=("x",), held=("a.md",)), "", "s.2")
    assert state == State("s.2", faults=(Fault("a.md:2", "E1: wrong", "mend"),))


def test_a_failed_build_keeps_the_version_and_tells_its_errors() -> None:
    faults = tuple(error("E1", Place("a.md", line), "wrong", "mend") for line in range(1, 61))
    state = next_state(State("s.1", "/paper"), BuildReport(faults, False), "/other", "s.2")
    assert (state.version, state.base, state.failed, state.more) == ("s.1", "/paper", True, 10)
    assert state.faults[0] == Fault("a.md:1", "E1: wrong", "mend")
    crash = next_state(state, Failure("the builder broke: KeyError: 1", "trace", True), "/other", "s.3")
    assert "fresh builder" in crash.faults[0].hint
    assert next_state(crash, BuildReport((), True), "/paper", "s.4") == State("s.1", "/paper")
