"""The server's guard: without the secret nothing is there, with it everything is."""

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from aiohttp.test_utils import TestServer

from harness.cli.web_server import SecretServer, address
from tests.cli.conftest import Run

TOKEN = "a-secret_of-this.test"


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """The guarded server, over a command that ends at once."""
    serving = TestServer(await SecretServer("true", "127.0.0.1", 0, TOKEN).make_app())
    await serving.start_server()
    yield serving
    await serving.close()


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
