"""Checks a folder from a shell: whole or in parts, once or at each edit, reported to people, to
editors and to programs."""
