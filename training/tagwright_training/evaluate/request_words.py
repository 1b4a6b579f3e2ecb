"""What a request says besides the strings that it gives: its own words and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERS = {
    word: number
    for number, row in enumerate(
        (
            "two deux zwei dos due dois twee pair couple",
            "three trois drei tres tre três drie",
            "four quatre vier cuatro quattro quatro",
            "five cinq fünf cinco cinque vijf",
            "six sechs seis sei zes",
            "seven sept sieben siete sette sete zeven",
            "eight huit acht ocho otto oito",
            "nine neuf neun nueve nove negen",
            "ten dix zehn diez dieci dez tien",
            "eleven",
            "twelve dozen",
        ),
        start=2,
    )
    for word in row.split()
}
# Too common to say what a field is about.
_COMMON = frozenset(
    {"a", "an", "and", "the", "of", "for", "to", "in", "on", "with", "your", "our", "my", "is"}
    | {"are", "be", "by", "or", "at", "as", "it", "this", "that", "from", "please", "add"}
    | {"number", "name", "first", "last", "new", "form", "field", "fields", "input", "page"}
    | {"enter", "choose", "select"}
)
# How requests call a part that is not named as its element is.
_CALLED = {
    "img": "image images picture pictures photo photos",
    "heading": "heading headings title",
    "action": "button buttons btn link links",
    "a": "link links",
    "ul": "list bullets",
    "ol": "list steps numbered",
    "option": "options dropdown select",
    "blockquote": "quote quotation testimonial",
    "input[search]": "search",
    "input[email]": "email e-mail",
    "input[date]": "date",
    "input[time]": "time",
    "input[number]": "number",
    "input[range]": "slider range",
    "input[tel]": "phone telephone",
    "select": "dropdown select",
    "textarea": "textarea",
    "p": "paragraph paragraphs",
    "div": "wrapper children columns boxes",
}


def without(prompt: str, copied: Iterable[str]) -> str:
    """Return the request without the strings that it gives."""
    for value in sorted(set(copied), key=len, reverse=True):
        prompt = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", " ", prompt)
    return prompt


def content_words(text: str, copied: Iterable[str]) -> frozenset[str]:
    """Return the lower-case words of a text that say something, without given strings."""
    found = re.findall(r"[^\W\d_]+", without(text, copied).lower())
    return frozenset(word for word in found if word not in _COMMON)


def numbers(prompt: str, copied: Iterable[str]) -> frozenset[int]:
    """Return the numbers that a request says in digits or words, from 1 to 99."""
    rest = without(prompt, copied).lower()
    found = {int(digits) for digits in re.findall(r"(?<![\w.,])\d{1,2}(?![\w]|[.,]\d)", rest)}
    found |= {_NUMBERS[word] for word in re.findall(r"[^\W\d_]+", rest) if word in _NUMBERS}
    return frozenset(found)


def asks_for(prompt: str, part: str) -> bool:
    """Say whether a request names a part: by its tag, or by what people call it."""
    said = set(re.findall(r"[\w-]+", prompt.lower()))
    return part in said or f"{part}s" in said or bool(said & set(_CALLED.get(part, "").split()))
