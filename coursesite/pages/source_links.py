"""Where the course's files can be seen and changed, on the host that keeps them."""

import re
from dataclasses import dataclass

HOSTS = (
    (re.compile(r"(https://[^/]+/.+?)/-/edit/(.+)"), "{0}/-/blob/{1}", "?plain=1"),  # GitLab
    (
        re.compile(r"(https://[^/]+/[^/]+/[^/]+)/_edit/(.+)"),
        "{0}/src/branch/{1}",
        "?display=source",
    ),  # Forgejo
    (re.compile(r"(https://[^/]+/[^/]+/[^/]+)/edit/(.+)"), "{0}/blob/{1}", "?plain=1"),  # GitHub
)
"""How a host writes the address at which a file is changed, at which it is seen, and what shows Markdown as lines."""


@dataclass(frozen=True)
class Host:
    """`edit_uri` is absolute and ends in a slash, such as `https://host.example/owner/repository/edit/main/`."""

    edit_uri: str

    def edit(self, path: str) -> str:
        """Where a file is changed."""
        return self.edit_uri + path

    def line(self, path: str, line: int) -> str:
        """Where a line of a file is seen, on hosts that can show one; else where the file is changed."""
        for pattern, seen, as_lines in HOSTS:
            if match := pattern.fullmatch(self.edit_uri):
                plain = as_lines if path.endswith(".md") else ""
                return f"{seen.format(*match.groups())}{path}{plain}#L{line}"
        return self.edit(path)
