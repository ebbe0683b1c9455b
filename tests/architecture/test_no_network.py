"""The product has no way to speak to a network, and the suite would notice."""

import socket
from pathlib import Path

import pytest

from tests.architecture.files import PACKAGES, imported, is_within, sources

NETWORK = (
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "_socket",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
)


@pytest.mark.parametrize("path", sources(*PACKAGES), ids=str)
def test_product_code_imports_nothing_that_speaks(path: Path) -> None:
    assert [name for name in imported(path) if is_within(name, NETWORK)] == []


def test_a_connection_is_refused_even_to_this_machine(network_attempts: list[str]) -> None:
    with socket.socket() as spoken, pytest.raises(PermissionError):
        spoken.connect(("127.0.0.1", 9))

    assert len(network_attempts) == 1
    network_attempts.clear()
