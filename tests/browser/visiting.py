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
    page.on("pageerror", lambda error: visit.wrong.append(f"error: {error}"))
    page.on("console", lambda said: said.type in ("error", "warning")
            and visit.wrong.append(f"{said.type}: {said.text}"))
    page.on("response", lambda answer: answer.status > 399
            and visit.wrong.append(f"{answer.status}: {answer.url}"))
    page.on("request", lambda request: request.url.startswith((base_url, "data:", "blob:"))
            or visit.outside.append(request.url))
    return visit
