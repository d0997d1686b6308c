"""What happens behind a page while somebody reads it."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request


class Watch:
    """Notes what a reader would never see: requests that leave the host, and errors in the console."""

    def __init__(self, context: BrowserContext, served: str) -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self._host = re.match(r"https?://[^/]+/", served)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    @property
    def elsewhere(self) -> list[str]:
        """Requests to another host."""
        host = self._host[0] if self._host else ""
        return [url for url in self.requests if not url.startswith(host)]

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)
