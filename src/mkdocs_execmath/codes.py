"""What can be wrong with a site: the codes S100 and up, and the one way to say so."""

from __future__ import annotations

from execmath.documents.diagnostics import Diagnostic
from execmath.runtime.codes import Code, code

PAGE_NOT_READ = code("S100", "a page is not read", "Give its file a name that ends in .md.")
NODE_MISSING = code("S101", "Node, or one of its packages, is missing or broken",
                    "Install what the message names, or install it anew.")
NOT_TYPESET = code("S102", "a formula cannot be typeset",
                   "Write it with macros that MathJax knows, and close all its braces.")
DISPLAY_NOT_EXECUTED = code("S103", "a display is shown and was not executed",
                            "Write it between $$ and $$ on the page itself, with a label.")
DISPLAY_NOT_SHOWN = code("S104", "a display was executed and is not shown where it stands",
                         "Set it off by empty lines, and out of code, HTML and footnotes.")
LABEL_TAKEN = code("S105", "a label also names another part of its page",
                   "Give the equation another label, or the heading another text or id.")
FORGED = code("S107", "HTML looks like a checked equation and is none",
              "Write formulas as $x$, and displays between $$ and $$; no HTML of a page may have "
              "classes or elements of typeset equations.")
RAW_FORMULA = code("S108", "a formula is published as it is written",
                   "Write it as $x$, without spaces within the dollars; a dollar is \\$.")
UNREADABLE_CHARACTER = code("S109", "a character shows something else than it says",
                            "Take it out: private-use and bidirectional control characters have "
                            "no place on a page of formulas.")
HIDDEN = code("S110", "a formula stands where a reader may not see it as it is",
              "Take the element around it away, or its attributes.")
LIKE_A_DISPLAY = code("S111", "an inline formula looks like a display",
                      "Write it between $$ and $$, or put it into a sentence.")
TEXT_LOST = code("S112", "text of a source is not on its page",
                 "Look at the line: a fence or a comment above it may not be closed, or stands "
                 "where Markdown does not expect it.")
CHANGED = code("S113", "something has changed the equations of a finished page",
               "Leave out the plugin or the hook that does it.")
IN_A_TITLE = code("S114", "the title of a page holds a formula",
                  "Say it in words: title: … in the front matter.")
ANOTHER_BUILD = code("S115", "another build of this site is running",
                     "Wait until it has ended.")
NOT_CHECKED = code("S116", "a page is about to be published that nothing has checked",
                   "Build the site with mkdocs, and list execmath under plugins in mkdocs.yml; no "
                   "other generator executes its equations.")

TAKEN = code("S117", "a new site would stand where something is", "Name a new folder.")

TITLE = code("S120", "an equation has no title, or a title belongs to no equation",
             "Write a line in titles.txt for each claim: its label, two spaces, what it says.")
QUOTED = code("S121", "a page quotes an equation that the site does not have",
              "Name the label of an equation: <div class=\"quoted\" data-equations=\"label\">.")

NAMED_IN_CODE = code("S122", "the documentation of code names an equation that the site does not "
                     "have", "Correct the label behind `equations:` in the docstring.")

NOT_CONFIGURED = code("S118", "an extension or a plugin is missing in mkdocs.yml",
                      "Add what the message names.")

BUILD_WITHIN = code("S119", "a plugin builds the site a second time within its build",
                    "Leave it out, and build each language as a site of its own.")

NO_FILE = code("S123", "a file or a folder cannot be read or written",
               "Do what the message of the system asks for: make room, allow it, correct the link, "
               "save the page as UTF-8, or build into a folder that can be renamed.")

SAME_ADDRESS = code("S124", "two files are published at one address, and one would be lost",
                    "Rename one of them.")


def diagnostic(code: Code, page: str, line: int, label: str, message: str) -> Diagnostic:
    """What is wrong with a page."""
    return Diagnostic(page, line, label, message, code)
