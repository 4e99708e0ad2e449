"""The server's guard: without the secret nothing is there, with it everything is."""

import asyncio
import contextlib
import os
import re
import shlex
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError
from aiohttp.test_utils import TestServer

from harness.cli.web_server import SecretServer, address
from tests.cli.conftest import Run

TOKEN = "a-secret_of-this.test"
SCREENS = """
import sys
sys.stdout.write("__GANGLION__\\n")
sys.stdout.flush()
told = b""
while b"quit" not in told:
    told += sys.stdin.buffer.read1() or sys.exit("nobody said farewell")
open(sys.argv[1], "w").write("saved")
"""
"""Greets as a Textual app does, and takes until the server's farewell to end."""


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """The guarded server, over a command that ends at once."""
    serving = TestServer(await SecretServer("true", "127.0.0.1", 0, TOKEN).make_app())
    await serving.start_server()
    yield serving
    await serving.close()
    await processes_noticed()


async def processes_noticed() -> None:
    """Give the loop time to notice that processes have ended; textual-serve waits for less.

    It takes the end of what they say for their end, and a loop that is closed in between leaves
    them open, for whatever test collects the garbage.
    """
    for _ in range(100):
        with contextlib.suppress(ChildProcessError):
            os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            await asyncio.sleep(0.02)
            continue
        break
    await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/ws",
        "/static/js/textual.js",
        "/download/x",
        "/a-secret_of-this.tes/",
        "/A/../ws",
        "//",
    ],
)
async def test_nothing_is_found_without_the_secret(server: TestServer, path: str) -> None:
    async with ClientSession() as client:
        async with client.get(server.make_url(path)) as answer:
            assert answer.status == 404
        with pytest.raises(WSServerHandshakeError):
            await client.ws_connect(server.make_url(path))


async def test_every_address_of_the_page_holds_the_secret(server: TestServer) -> None:
    async with ClientSession() as client:
        async with client.get(server.make_url(f"/{TOKEN}/")) as answer:
            assert answer.status == 200
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            page = await answer.text()
        ours = re.findall(rf'"((?:http|ws)://127\.0\.0\.1:{server.port}/[^"]*)"', page)
        assert ours
        assert all(f"/{TOKEN}/" in each for each in ours)
        for each in ours:
            if each.endswith((".js", ".css")):
                async with client.get(each) as answer:
                    assert answer.status == 200
        (socket,) = (each for each in ours if each.startswith("ws:"))
        async with client.ws_connect(socket) as opened:
            assert not opened.closed


def test_an_address_can_be_opened_as_it_is_printed() -> None:
    assert address("127.0.0.1", 8000, "x") == "http://127.0.0.1:8000/x/"
    assert address("::1", 1, "x") == "http://[::1]:1/x/"


def test_a_port_that_is_taken_is_one_line(harness: Run) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = harness("serve", "--port", str(taken.getsockname()[1]))
    assert result.code == 2
    assert "cannot be listened on" in result.err
    assert "--port" in result.err


async def test_who_stops_the_server_ends_the_screens_of_open_windows(tmp_path: Path) -> None:
    left = tmp_path / "left"
    command = shlex.join([sys.executable, "-c", SCREENS, str(left)])
    serving = TestServer(await SecretServer(command, "127.0.0.1", 0, TOKEN).make_app())
    await serving.start_server()
    async with ClientSession() as client:
        opened = await client.ws_connect(serving.make_url(f"/{TOKEN}/ws"))
        await opened.send_str('["ping", "1"]')
        assert (await opened.receive(timeout=60)).data == '["pong", "1"]'
        reading = asyncio.create_task(opened.receive(timeout=60))  # as a browser does all along
        await serving.app.shutdown()  # the farewell, before any waiting for browsers
        assert left.read_text() == "saved"
        assert (await reading).type in (WSMsgType.CLOSE, WSMsgType.CLOSED)
        await opened.close()
    await serving.close()
    await processes_noticed()
