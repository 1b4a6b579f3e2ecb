"""Whether an element repeats a string that the request gives."""

from __future__ import annotations

import re

from bs4 import Tag

from tagwright.codec.notation import TEXT_ATTRIBUTES

_TRIMMED = " :*.!"


def holds_text(text: str, given: str) -> bool:
    """Whether the string stands in the text, its words as they are or capitalized."""
    return any(
        re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None for form in _forms(given)
    )


def everything(element: Tag) -> str:
    """All that an element says: its text and its attributes' values."""
    said = [" ".join(element.get_text(" ").split())]
    for inner in [element, *element.find_all(True)]:
        said += [attribute_text(inner, name) for name in inner.attrs]
    return "\n".join(said)


def attribute_text(element: Tag, name: str) -> str:
    """An attribute's value, ``""`` where there is none."""
    value = element.get(name)
    return "" if value is None else " ".join(value) if isinstance(value, list) else str(value)


def spoken(element: Tag) -> str:
    """What an element says to a reader: its text, and attributes that are texts."""
    said = [" ".join(element.get_text(" ").split())]
    for inner in element.find_all(True):
        said += [attribute_text(inner, name) for name in inner.attrs if name in TEXT_ATTRIBUTES]
    return "\n".join(said)


def mentions(said: str, word: str) -> bool:
    """Whether a text has a word, or one that begins with it or with its singular."""
    return (
        re.search(rf"(?<!\w){re.escape(word.removesuffix('s'))}", said, re.IGNORECASE) is not None
    )


def says(text: str, given: str, whole: bool) -> bool:
    """Whether the string is the text, or where not whole, stands in it."""
    return _same(text, given) if whole else holds_text(text, given)


def _same(text: str, given: str) -> bool:
    return any(text.strip(_TRIMMED) == form.strip(_TRIMMED) for form in _forms(given))


def _forms(given: str) -> set[str]:
    """A string as it is, and as a heading or label may write it."""
    given = " ".join(given.split())
    first = given[:1]
    forms = {given, first.upper() + given[1:], first.lower() + given[1:]}
    if given.isupper():
        forms.add(given.lower())
    if given in (given.lower(), given.capitalize(), given.upper()):
        forms |= {given.capitalize(), given.title()}
    return forms
