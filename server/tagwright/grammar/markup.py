"""The grammar's terminals in plain HTML, as ordinary models write it."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright.grammar.characters import characters
from tagwright.markup.elements import names

# Attributes that an element is kept from having twice. llguidance has 64 bits for what is there
# already; a name that is not in the list can come again, and the gate drops the second one.
_ONCE = sorted(
    names(
        "class id style title lang dir role hidden tabindex href src srcset sizes alt width height "
        "loading type name value placeholder for action method target rel charset content media "
        "required disabled checked selected readonly multiple autofocus autocomplete min max step "
        "pattern maxlength minlength rows cols colspan rowspan scope controls open datetime "
        "aria-label aria-labelledby aria-describedby aria-hidden aria-expanded aria-controls "
        "aria-current onclick viewBox fill stroke"
    )
)
_NAMED_ENTITIES = (
    "amp|lt|gt|quot|apos|nbsp|copy|reg|trade|hellip|mdash|ndash|lsquo|rsquo|ldquo|rdquo|laquo"
    "|raquo|times|divide|bull|middot|larr|rarr|uarr|darr|harr|check|star|starf|phone|euro|pound"
    "|yen|cent|deg|para|sect|plusmn|minus|infin|hearts|shy|zwnj|zwj|ensp|emsp|thinsp|lsaquo"
    "|rsaquo|frac12|frac14|frac34|sup1|sup2|sup3|micro|iexcl|iquest"
    "|[aeiouAEIOU](acute|grave|circ|uml)|[aonAON]tilde|[cC]cedil|[aA]ring|[aA]elig|[oO]slash|szlig"
)
# 32 to 126, 160 to 55295, and from 57344 without the noncharacters in the first two planes.
_DECIMAL = (
    "3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-6]|1[6-9][0-9]|[2-9][0-9]{2}|[1-9][0-9]{3}|[1-4][0-9]{4}"
    "|12[0-9]{4}"
)
_HEX = "[xX]([2-6a-fA-F][0-9a-fA-F]|[1-9a-cA-C][0-9a-fA-F]{2,3}|1[fF][0-9a-eA-E][0-9a-fA-F]{2})"
_ENTITY = f"&({_NAMED_ENTITIES}|#({_DECIMAL}|{_HEX}));"
_DOUBLE, _SINGLE = '"&<', "'&<"
_VALUE = (
    rf'"({characters(without=_DOUBLE)}|{_ENTITY})*"'
    rf"|'({characters(without=_SINGLE)}|{_ENTITY})*'"
)
_BLANK = r"[ \t\n]"
_COMMENT_CHARACTER = characters(without="-<>")


class MarkupNotation:
    """See the module and ``lark.Notation``."""

    alike = False
    text: Sequence[str] = ("TEXT",)
    gap: Sequence[str] = ("BLANK", "COMMENT")
    aside: Sequence[str] = ("COMMENT",)
    number = ""
    doctype = "DOCTYPE"

    def __init__(self) -> None:
        self._raw: set[str] = set()

    def element(self, tags: Sequence[str], content: str) -> str:
        (tag,) = tags
        if tag in ("script", "style"):
            self._raw.add(tag)
            return f'"<{tag}" attributes::0x0 TAG_END RAW_{tag.upper()}'
        return f'"<{tag}" attributes::0x0 TAG_END {content} "</{tag}>"'

    def void(self, tags: Sequence[str]) -> str:
        return f"/<({'|'.join(tags)})/ attributes::0x0 VOID_END"

    def foreign(self, tags: Sequence[str], content: str) -> str:
        (tag,) = tags
        return f'"<{tag}" attributes::0x0 (SELF_END | TAG_END {content} "</{tag}>")'

    def terminals(self) -> list[str]:
        once = [
            f"  | /{_BLANK}+{name}/ VALUE? attributes::set_bit({bit}) %if bit_clear({bit})"
            for bit, name in enumerate(_ONCE)
        ]
        return [
            'attributes::_: ""',
            *once,
            "  | ATTRIBUTE VALUE? attributes::_",
            f"ATTRIBUTE: /{_BLANK}+[a-z@:_][a-zA-Z0-9_.:@-]*/ & ~/{_BLANK}+({'|'.join(_ONCE)})/",
            f"VALUE: /=({_VALUE})/",
            f"TAG_END: /{_BLANK}*>/",
            rf"VOID_END: /{_BLANK}*\/?>/",
            rf"SELF_END: /{_BLANK}*\/>/",
            f"TEXT: /({characters(without='&<')}|{_ENTITY})+/",
            f"BLANK: /{_BLANK}+/",
            f"COMMENT: /<!--{_BLANK}({_COMMENT_CHARACTER}|-{_COMMENT_CHARACTER})*-->/",
            "DOCTYPE: /<!(doctype|DOCTYPE) html>/",
            *(f"RAW_{tag.upper()}: /{_raw_text(tag)}/" for tag in sorted(self._raw)),
        ]


def _raw_text(tag: str) -> str:
    """Return a script or style with its end tag: other tags and strings of them may be in it."""
    char, first, second = characters(without="<"), tag[0], tag[1]
    tail = rf"<+({characters(without='</!')}|\/{characters(without='<' + first + first.upper())}"
    tail += rf"|\/{first}{characters(without='<' + second + second.upper())})"
    return rf"({char}|{tail})*<\/{tag}>"
