"""What must not get into training data: keys, tokens and people's addresses.

Keys are found by detect-secrets (its patterns of known services; nothing is sent anywhere), and by
what attributes are called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from tagwright.markup.tokens import scan

if TYPE_CHECKING:
    from detect_secrets.plugins.high_entropy_strings import HighEntropyStringsPlugin

# Of these, the ones that judge by the word beside a value or by what looks random find labels of
# password fields and class names; the attribute check below does that for markup.
_NOISY = ("Keyword", "HighEntropy", "IPPublic")
_EMAIL = re.compile(r"[\w.+%-]+@(?:[\w-]+\.)+[a-zA-Z]{2,}")
_EXAMPLE = re.compile(
    r"@(?:[\w-]+\.)*(?:example\.(?:com|org|net)|[\w-]+\.(?:example|test|invalid))"
)
SECRET_NAME = re.compile(
    r"(?:\A|[-_:])(?:csrf|xsrf|token|secret|api-?key|apikey|access-?key|private-?key|auth|session"
    r"|sitekey|signature|nonce|password)(?:[-_]?(?:id|key|token|value))?\Z",
    re.IGNORECASE,
)
_SECRET_QUERY = re.compile(
    r"[?&;](?:key|api_?key|token|access_?token|auth|sig(?:nature)?|secret|password)=[^&\s]{6,}",
    re.IGNORECASE,
)
_RANDOM = re.compile(r"[A-Za-z0-9+/_=-]{20,}")
_LEAST_BITS = 4.0  # Shannon entropy of a character; words have less


class Secrets:
    """Finds secrets; one instance serves a whole run, for its patterns take a while to load."""

    def has_secret(self, text: str) -> bool:
        """Whether prose or markup holds a key, token or password."""
        if any(any(search(text)) for search in self._searches):
            return True
        for token in scan(text):
            attrs = {name.lower(): value or "" for name, value in token.attrs}
            for name, value in attrs.items():
                if name == "value" and SECRET_NAME.search(attrs.get("name", "")):
                    name = attrs["name"]
                if self._is_secret(name, value):
                    return True
        return False

    def _is_secret(self, name: str, value: str) -> bool:
        if _SECRET_QUERY.search(value):
            return True
        random = [run for run in _RANDOM.findall(value) if _looks_random(run)]
        if not random:
            return False
        bits = self._entropy.calculate_shannon_entropy(max(random, key=len))
        telling = SECRET_NAME.search(name) or name in ("value", "content") or "data-" in name
        return bool(telling and bits >= _LEAST_BITS)

    @cached_property
    def _searches(self) -> list[Callable[[str], Iterable[str]]]:
        from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class

        plugins: Iterable[type] = get_mapping_from_secret_type_to_class().values()
        return [
            plugin().analyze_string
            for plugin in plugins
            if not any(noisy in plugin.__name__ for noisy in _NOISY)
        ]

    @cached_property
    def _entropy(self) -> HighEntropyStringsPlugin:
        from detect_secrets.plugins.high_entropy_strings import Base64HighEntropyString

        return Base64HighEntropyString()


def without_addresses(text: str) -> str:
    """Return the text with e-mail addresses of people made those of nobody (RFC 2606)."""
    return _EMAIL.sub(
        lambda found: found[0] if _EXAMPLE.search(found[0]) else "name@example.com", text
    )


def _looks_random(run: str) -> bool:
    return any(map(str.isdigit, run)) and any(map(str.isalpha, run))
