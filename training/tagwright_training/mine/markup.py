"""An element of a page in its own language -> the HTML that a model should answer with."""

from __future__ import annotations

import re
from html import escape

from tagwright.errors import NothingUsable
from tagwright.markup.elements import KNOWN, METADATA, VOID
from tagwright.markup.format import format_html
from tagwright.markup.gate import gate, is_well_formed
from tagwright.markup.tokens import Token
from tagwright.page.languages import Language
from tagwright.page.tokens import page_tokens
from tagwright_training.mine.secrets import SECRET_NAME


class Unusable(ValueError):
    """The element teaches nothing; the message says why, as in "40 with scripts"."""


_LONGEST_VALUE = 300
# Template code that chooses between pieces: both would stand in the markup.
_CHOICE = re.compile(
    r"\{%-?\s*(?:else|elif|elsif|elseif|case|when|switch|include|extends|import|macro|call)\b"
    r"|\{\{-?\s*(?:else|\^|>)|<%-?\s*(?:\}?\s*else|elsif|when|case|render|include)"
    r"|<\?(?:php)?\s*(?:\}?\s*else|switch|case|include|require)"
    r"|@(?:else\w*|switch|case|include\w*|yield|extends|section)\b|\{:else|\{#snippet|\{@render"
)
_BLADE = re.compile(r"@(?:csrf|method\([^)]*\)|\w+\s*(?:\((?:[^()]|\([^()]*\))*\))?)")
# What gives the words: {% trans "Sign in" %}, {{ __('Sign in') }}, <%= t("sign_in") %>, {_("x")}.
_LITERAL = re.compile(r"(?:\A|[\s({=])(?:\"([^\"\\{}<>]*)\"|'([^'\\{}<>]*)')")
_TRANSLATES = re.compile(r"\b(?:trans|translate|blocktrans|_?n?gettext|_e|__|_|t|i18n|lang)\b")
_FILE = re.compile(r"[\"']([\w./-]+\.(?:png|jpe?g|svg|gif|webp|ico|css|js|pdf|mp4|html))[\"']")
_OUTPUT = re.compile(r"\A(?:\{\{|\{!!|<%[=-]|<\?=|\{(?![%#/:@]))")
_NAMES = re.compile(r"[A-Za-z_]\w*(?:(?:\.|->|\?\.)[A-Za-z_]\w*)*")
_CODE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{!!.*?!!\}|<%.*?%>|<\?.*?\?>|\$?\{[^{}]*\}", re.DOTALL
)
_DROPPED = re.compile(
    r"on[a-z]+|nonce|integrity|crossorigin|key|ref|slot|is|[:@*(\[#].*|[vx]-.*"
    r"|(?:ng|hx|wire|bind|class|use|client|data-turbo)[-:].*"
)
_JSX_NAMES = {"classname": "class", "htmlfor": "for", "tabindex": "tabindex"}
_ADDRESSES = frozenset({"href", "src", "action", "srcset", "poster"})
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def plain_html(source: str, language: Language, parent: str) -> str:
    """Return the element as HTML without template code, comments and behaviour.

    Outputs of a template become the words that they are called by. Raises ``Unusable``.
    """
    if _CHOICE.search(source):
        raise Unusable("with template code that chooses between pieces")
    html = "".join(_Plain(source, language).pieces())
    if not is_well_formed(html, parent):
        raise Unusable("that is not well-formed")
    try:
        # What the gate would change, it changes in serving too.
        html = gate(html, complete=True, parent=parent)
    except NothingUsable:
        raise Unusable("without content") from None
    html = format_html(html)
    if not re.search(r"<(?:pre|textarea)\b", html):
        html = re.sub(r">\s*\n\s*<", "><", html)
    if not re.search(r">[^<]*\w|<(?:img|input|video|svg|button)\b", html):
        raise Unusable("without content")
    return html


def _is_ticket(token: Token) -> bool:
    """Whether a tag is the hidden field that a server puts into its own forms."""
    attrs = {name.lower(): (value or "").lower() for name, value in token.attrs}
    hidden = token.tag == "input" and attrs.get("type") == "hidden"
    return hidden and bool(SECRET_NAME.search(attrs.get("name", "")))


class _Plain:
    def __init__(self, source: str, language: Language) -> None:
        self.source = source
        self.language = language
        self.hidden = 0  # depth within script, style and the like

    def pieces(self) -> list[str]:
        found: list[str] = []
        for token in page_tokens(self.source, self.language):
            text = self.source[token.start : token.end]
            if token.tag in METADATA and token.kind in ("start", "end"):
                if token.tag not in VOID and not token.slash:
                    self.hidden = max(0, self.hidden + (1 if token.kind == "start" else -1))
            elif self.hidden or token.kind in ("comment", "declaration"):
                continue
            elif token.kind == "start":
                if _is_ticket(token):
                    continue
                found.append(self._start(token))
            elif token.kind == "end":
                found.append(f"</{token.tag}>")
            elif token.kind == "code":
                found.append(escape(self._said(text), quote=False))
            elif self.language.name == "blade":
                found.append(_BLADE.sub("", text))
            else:
                found.append(text)
        return found

    def _start(self, token: Token) -> str:
        component = "-" in token.name or "." in token.name or token.tag not in KNOWN | {"svg"}
        inside_svg = token.tag in ("path", "use", "circle", "rect", "g", "line", "polyline")
        if component and not inside_svg:
            raise Unusable("made of components")
        attrs: dict[str, str | None] = {}
        for written, value in token.attrs:
            name = _JSX_NAMES.get(written.lower(), written.lower())
            if _DROPPED.fullmatch(name) or _CODE.search(name) or "{" in name or "<" in name:
                continue
            if value is not None and (value := self._value(name, value)) is None:
                continue
            attrs.setdefault(name, value)
        parts = [token.name if inside_svg else token.tag]
        for name, value in attrs.items():
            parts.append(name if value is None else f'{name}="{value}"')
        slash = "/" if inside_svg and token.slash else ""
        closed = token.slash and not inside_svg and token.tag not in VOID
        return f"<{' '.join(parts)}{slash}>" + (f"</{token.tag}>" if closed else "")

    def _value(self, name: str, value: str) -> str | None:
        if value.startswith("data:") or (len(value) > _LONGEST_VALUE and name != "class"):
            raise Unusable("with pictures or data in attributes")
        if not _CODE.search(value):
            return value.replace('"', "&quot;")
        if name in ("class", "id", "style", "for") or name.startswith(("data-", "aria-")):
            left = " ".join(_CODE.sub("\0", value).split())
            # A name that code is a part of is no name.
            kept = [word for word in left.split() if "\0" not in word]
            return " ".join(kept).replace('"', "&quot;") or None
        if (literal := _FILE.search(value)) and name in _ADDRESSES:
            return literal[1]
        text = _CODE.sub(lambda code: self._said(code[0]), value)
        if name in _ADDRESSES:
            return "/" + "/".join(re.findall(r"[\w.-]+", text)).lower()
        return text.replace('"', "&quot;")

    def _said(self, code: str) -> str:
        """Return the words that stand for the output of template code, ``""`` for other code."""
        literal = _LITERAL.search(code[1:])
        if literal and (_TRANSLATES.search(code) or re.fullmatch(r"\{\s*[\"'].*[\"']\s*\}", code)):
            return literal[1] or literal[2] or ""
        if not _OUTPUT.match(code):
            return ""
        names = _NAMES.findall(code)
        path = re.split(r"\.|->|\?\.", names[0])[-2:] if names else []
        return " ".join(word.lower() for part in path for word in _WORDS.findall(part))
