"""A static host as they are: a folder over HTTP, compressed, with a page for what is not there.

`python tests/browser/static_host.py site 8000` serves a built site; the tests in a browser and
`make lighthouse` do so too.
"""

from __future__ import annotations

import contextlib
import gzip
import mimetypes
import sys
import threading
from collections.abc import Iterator
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml")


@lru_cache(maxsize=4096)
def _body(file: Path, kind: str, changed: float) -> tuple[bytes, bool]:
    data = file.read_bytes()
    small = kind.startswith(COMPRESSED)
    return (gzip.compress(data, 9), True) if small else (data, False)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root: Path

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # a browser that closed its page
            super().handle()

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = (self.root / path.lstrip("/")).resolve()
        if file.is_dir():
            if not path.endswith("/"):
                self._redirect(f"{path}/")
                return
            file /= "index.html"
        found = file.is_file() and file.is_relative_to(self.root)
        self._send(file if found else self.root / "404.html", 200 if found else 404)

    do_HEAD = do_GET

    def _redirect(self, target: str) -> None:
        self.send_response(301)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, file: Path, status: int) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        body, zipped = _body(file, kind, file.stat().st_mtime)
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith(("text/", "application/js")) else ""
        self.send_header("Content-Type", f"{kind}{charset}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextlib.contextmanager
def hosted(root: Path, port: int = 0) -> Iterator[str]:
    """Serve `root` at an address of this machine, which is given back, until the block ends."""
    handler = type("Handler", (_Handler,), {"root": root.resolve()})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    with hosted(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 8000) as address:
        print(address, flush=True)
        threading.Event().wait()
