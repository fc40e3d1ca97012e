"""A site is built beside the one that is there, and takes its place when it is complete.

A build that fails, or is killed at any moment, leaves the published site whole; and of two builds
at once the second is refused.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from mkdocs.exceptions import PluginError

from execmath.documents import addresses
from execmath.runtime import workers
from mkdocs_execmath import codes
from mkdocs_execmath.components import opened_files
from mkdocs_execmath.components.component import Build, Component, Settings

with suppress(ImportError):  # where there is none, nothing keeps two builds apart
    import fcntl


class StagingFolder:
    """`folder`, next to the site, is where it is built; it is locked by who builds there."""

    def __init__(self, site: Path) -> None:
        """Raises BlockingIOError while another process builds there."""
        self.site = site
        self.folder = site.with_name(f".{site.name}.next")
        self._aside = site.with_name(f".{site.name}.last")
        self._lock = self._locked()
        if self._aside.exists() and not site.exists():
            self._aside.rename(site)  # an earlier build was killed between two renames
        shutil.rmtree(self._aside, ignore_errors=True)
        for leftover in os.scandir(self.folder):
            if leftover.is_dir(follow_symlinks=False):
                shutil.rmtree(leftover.path)
            else:
                os.unlink(leftover.path)

    def _locked(self) -> int:
        """The folder, opened and locked: the lock ends with the process, however that ends."""
        while True:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = os.open(self.folder, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                # Between the two lines above, another build may have made a site of the folder.
                if os.path.samestat(os.fstat(lock), os.stat(self.folder)):
                    return lock
            except FileNotFoundError:
                pass
            except BaseException:
                os.close(lock)
                raise
            os.close(lock)

    def complete(self, spare: Path) -> None:
        """spare  where the next build looks for folders of equations"""
        if self.site.exists():
            self.site.rename(self._aside)
        try:
            self.folder.rename(self.site)
        except OSError:
            if self._aside.exists():
                self._aside.rename(self.site)
            raise
        spared(self._aside, spare)
        shutil.rmtree(self._aside, ignore_errors=True)
        os.close(self._lock)

    def discard(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)


def spared(site: Path, spare: Path) -> None:
    """The folders of equations of a site that goes are moved to `spare`, if that can be done in one
    step: it is free, and on the same disk."""
    with suppress(OSError):
        (site / addresses.FOLDER).rename(spare)


class Staging(Component):
    """While the site is built, MkDocs and other plugins are told that it is in the staging folder;
    before and after they are told where it is published."""

    def __init__(self) -> None:
        self._folder: StagingFolder | None = None
        self._published = ""  # where the configuration says that the site is

    def begin(self, settings: Settings) -> None:
        if settings.is_serving:
            spared(Path(settings.config.site_dir), settings.spare)
            return
        if self._folder is not None:
            raise PluginError(f"{codes.BUILD_WITHIN}: a plugin, such as mkdocs-static-i18n, builds "
                              "this site a second time within its build, and an equation has one "
                              "address; leave the plugin out, and build each language as a site of "
                              "its own")
        try:
            self._published = settings.config.site_dir
            # A link to where the site is served from stays one.
            site = Path(os.path.realpath(self._published))
            opened_files.leave_out(site)
            self._folder = StagingFolder(site)
        except BlockingIOError:
            raise PluginError(f"{codes.ANOTHER_BUILD}: another build of this site is running in "
                              f"{settings.config.site_dir}; wait until it has ended") from None
        settings.config.site_dir = str(self._folder.folder)

    def complete(self, build: Build) -> None:
        if self._folder is not None:
            self._folder.complete(build.settings.spare)
            build.config.site_dir, self._folder = self._published, None
            workers.hardly_collect()  # or Python would go over all once more at the end

    def fail(self) -> None:
        if self._folder is not None:
            self._folder.discard()
            self._folder = None
