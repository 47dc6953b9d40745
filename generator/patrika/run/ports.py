"""Ports: a socket that listens, on the wanted port or on the next that is free."""

import errno
import os
import socket

from patrika.run.request import SiteError

MOST_PORTS = 21
"""The wanted one and so many less one after it are tried."""


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on a port, or where that is in use on the next free one; 0 is any.

    Raises SiteError where there is none, or the host is not this machine's.
    """
    ports = range(port, min(port + MOST_PORTS, 65536)) if port else range(1)
    for wanted in ports:
        try:
            return _listening(host, wanted)
        except OSError as fault:
            if fault.errno != errno.EADDRINUSE:
                said = f"cannot serve on {host}:{wanted}: {fault.strerror}; choose another --host or --port"
                raise SiteError(said) from None
    raise SiteError(f"the ports {ports[0]} to {ports[-1]} of {host} are all in use; choose another --port")


def address_of(listening: socket.socket) -> str:
    """Return the origin of what listens: `http://127.0.0.1:8000`."""
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _listening(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    opened = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # Elsewhere this would take a port that is in use.
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen()  # At once: until then another may bind it as well.
        opened.setblocking(False)
    except OSError:
        opened.close()
        raise
    return opened
