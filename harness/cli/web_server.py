"""The screens behind HTTP: textual-serve's pages, all of them below a secret first folder.

The secret is part of every address, the page's, its files' and the websocket's, so that no request
gets anywhere without it; whatever else is asked for is not found.
"""

import asyncio
import hmac
from collections.abc import Callable
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

_HEADERS = {
    # The address is the key: it must not travel on to any other site, nor be kept.
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'self' 'unsafe-inline' data: blob:; "
    "connect-src 'self' ws: wss:; frame-ancestors 'none'",
}

_SECONDS_TO_LEAVE = 10.0
"""How long the screens may take to save and end."""


def address(host: str, port: int, token: str) -> str:
    """Return what to open in a browser."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/{token}/"


def serve(command: str, host: str, port: int, token: str, ready: Callable[[], None]) -> None:
    """Serve until interrupted.

    Args:
        command: what shows the screens, run once for each browser window.
        host: where to listen.
        port: which port.
        token: the secret folder.
        ready: called once requests are answered.

    Raises:
        OSError: the port cannot be listened on.
    """
    server = SecretServer(command, host, port, token)
    web.run_app(server.make_app(), host=host, port=port, access_log=None, print=lambda _: ready())


class SecretServer(Server):
    """textual-serve below a secret folder."""

    def __init__(self, command: str, host: str, port: int, token: str) -> None:
        super().__init__(command, host=host, port=port, title="Harness")
        self._token = token
        self._windows: set[asyncio.Task[Any]] = set()

    async def make_app(self) -> web.Application:
        """Return the whole server: the pages, and the guard before them."""
        guarded = web.Application(middlewares=[self._guard])
        guarded.add_subapp(f"/{self._token}/", await self._make_app())
        guarded.on_response_prepare.append(_add_headers)
        return guarded

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: who serves tells the address."""

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """End the screens of every open window, and wait until they have saved and gone.

        A server that left them running waited for the browsers instead, and its loop was closed
        under the pipes to them.
        """
        for window in self._windows:
            window.cancel()
        if self._windows:
            await asyncio.wait(self._windows, timeout=_SECONDS_TO_LEAVE)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one window until it is closed, or until the server ends."""
        window = asyncio.ensure_future(super().handle_websocket(request))
        self._windows.add(window)
        try:
            return await window
        finally:
            self._windows.discard(window)

    async def handle_index(self, request: web.Request) -> Any:
        """Serve the page, its addresses as the browser itself named this machine."""
        self.public_url = f"{request.scheme}://{request.host}"
        return await super().handle_index(request)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        first = request.path.split("/")[1]
        if not hmac.compare_digest(first.encode(), self._token.encode()):
            raise web.HTTPNotFound
        return await handler(request)


async def _add_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
