"""A page in the browser, and what must not happen while it is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page

PUBLISHED = "https://lognormalizers.example/"
"""Where the site that the tests visit says that it is published."""


@dataclass
class Visit:
    """A page in the browser, and everything that went wrong while it was open."""

    page: Page
    wrong: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def watch(page: Page, base_url: str) -> Visit:
    visit = Visit(page)

    def goes_wrong(fault: str) -> None:
        visit.wrong.append(f"{page.url}: {fault}")

    page.on("pageerror", lambda error: goes_wrong(f"error: {error}"))
    page.on("console", lambda message: message.type in ("error", "warning")
            and goes_wrong(f"{message.type}: {message.text}"))
    page.on("response", lambda answer: answer.status > 399
            and goes_wrong(f"{answer.status}: {answer.url}"))
    page.on("request", lambda request: request.url.startswith((base_url, "data:", "blob:"))
            or visit.outside.append(f"{page.url}: {request.url}"))
    return visit
