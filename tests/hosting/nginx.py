"""An nginx of our own: configured as docs/deploy/nginx.md says, before a folder, on a free port, without rights."""

import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from textwrap import dedent
from time import sleep

from msgspec import Struct

GUIDE = Path(__file__).parents[2] / "docs" / "deploy" / "nginx.md"
_PATIENCE = 200
"""Times that a server which begins is knocked at."""


class Answer(Struct, frozen=True):
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    """By name in lower case."""
    body: str
    raw: bytes
    """As it was sent."""


class Server(Struct, frozen=True):
    """A server that runs."""

    line: HTTPConnection

    def get(self, path: str, accept: str = "identity") -> Answer:
        """Return the answer to a path, as it stands in a request, in an encoding that is accepted."""
        self.line.request("GET", path, headers={"Host": "paper.example", "Accept-Encoding": accept})
        found = self.line.getresponse()
        headers = {name.lower(): value for name, value in found.getheaders()}
        raw = found.read()
        return Answer(found.status, headers, raw.decode("utf-8", "replace"), raw)


@contextmanager
def nginx(output: Path, memory: Path, root: Path | None = None) -> Iterator[Server]:
    """Serve a folder as the guide says. `memory` is where nginx writes, `root` the folder served where `output` is below it."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    assert program, "no nginx: sh tests/needs.sh"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    memory.mkdir(parents=True)
    settings = memory / "nginx.conf"
    settings.write_text(_settings(output, root or output, memory, port), "utf-8")
    with subprocess.Popen(
        [program, "-p", str(memory), "-c", str(settings), "-e", str(memory / "error.log")]
    ) as process:
        try:
            with closing(_line(port, process, memory)) as line:
                yield Server(line)
        finally:
            process.terminate()


def _settings(output: Path, root: Path, memory: Path, port: int) -> str:
    told = re.search(r"(?ms)^    include .*?^    \}$", GUIDE.read_text("utf-8"))
    assert told, "the guide has its settings no more"
    own = dedent(told[0]).replace("root /srv/paper;", f"root {root};").replace("/srv/paper", str(output))
    own = own.replace("listen 80;", f"listen 127.0.0.1:{port};")
    types = next(path for path in ("/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types") if Path(path).exists())
    folders = "".join(
        f"{kind}_temp_path {memory}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"daemon off;\nmaster_process off;\npid {memory}/pid;\nevents {{}}\n"
        f"http {{\ninclude {types};\ndefault_type application/octet-stream;\naccess_log off;\n{folders}{own}\n}}\n"
    )


def _line(port: int, process: "subprocess.Popen[bytes]", memory: Path) -> HTTPConnection:
    for _ in range(_PATIENCE):
        if process.poll() is not None:
            raise AssertionError((memory / "error.log").read_text("utf-8"))
        try:
            with socket.create_connection(("127.0.0.1", port)):
                return HTTPConnection("127.0.0.1", port)
        except OSError:
            sleep(0.05)
    raise AssertionError("nginx does not answer")
