"""Other prices, numbers, phone numbers, dates and times, mostly in the original's format."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, cap

_MONTHS = (
    "January February March April May June July August September October November December".split(),
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre".split(),
)
_DAYS = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "Mon Tue Wed Thu Fri Sat Sun".split(),
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "Mo Di Mi Do Fr Sa So".split(),
    "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "lunes martes miércoles jueves viernes sábado domingo".split(),
)


def _reshaped(g: Gen, original: str) -> str:
    """The same with other digits: prices, numbers, phone numbers."""

    def digits(found: re.Match[str]) -> str:
        old = found[0]
        rest = "".join(g.pick("0123456789") for _ in old[1:])
        if found.start() and original[found.start() - 1] in ".,":
            return old if old in ("00", "000", "99", "50") else g.pick("0123456789") + rest
        return ("0" if old[0] == "0" and len(old) > 1 else g.pick("123456789")) + rest

    return re.sub(r"\d+", digits, original)


def price(g: Gen, original: str) -> str:
    """Another price, mostly of the same form."""
    if re.search(r"\d", original) and g.chance(0.65):
        return _reshaped(g, original)
    return lexicon.price(g)


def number(g: Gen, original: str) -> str:
    """Another number of about the same size."""
    if not re.search(r"\d", original):
        return str(g.rng.randint(2, 40))
    if original.isdecimal() and len(original) < 3:
        return str(g.rng.randint(2, 9 if len(original) == 1 else 99))
    return _reshaped(g, original)


def phone(g: Gen, original: str) -> str:
    """Another phone number."""
    if re.search(r"\d", original) and g.chance(0.7):
        return _reshaped(g, original)
    return _reshaped(g, g.pick(["555-0142", "+49 30 1234567", "020 7946 0958", "(555) 123-4567"]))


def _swapped(g: Gen, text: str, names: Sequence[Sequence[str]]) -> str:
    """The text with the names of days or months replaced by others of the same list."""
    for known in names:
        for name in known:
            pattern = re.compile(rf"\b{name}\b", re.I)
            if pattern.search(text):
                other = g.pick(known)
                return pattern.sub(
                    lambda m, o=other: (
                        o.upper()
                        if len(m[0]) > 1 and m[0].isupper()  # type: ignore[misc]
                        else o.lower()
                        if m[0].islower()
                        else cap(o)
                    ),
                    text,
                )
    return text


def date(g: Gen, original: str) -> str:
    """Another date: other days, months and years in the original, or in another format."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", original):
        return f"{g.rng.randint(2024, 2029)}-{g.rng.randint(1, 12):02}-{g.rng.randint(1, 28):02}"
    made = _swapped(g, _swapped(g, original, _DAYS), _MONTHS)
    top = 28 if made != original else 12  # 05/11/2026 is a date in either order
    ends = re.search(r"(\d{1,2})(\.?\s*(?:-|–|to|bis)\s*)(\d{1,2})", made)
    low, high = sorted(g.rng.sample(range(1, top + 1), 2))

    def day(found: re.Match[str]) -> str:
        if len(found[0]) == 4:
            return str(g.rng.randint(2024, 2029))
        number = g.rng.randint(1, top)
        if ends:
            number = {ends.start(1): low, ends.start(3): high}.get(found.start(), number)
        return f"{number:02}" if found[0][0] == "0" else str(number)

    made = re.sub(r"(?<!\d)(?:\d{4}|\d{1,2})(?!\d)", day, made)
    if made != original and (g.chance(0.7) or original == original.lower()):
        return made
    form = g.pick(
        ["{d} {m} {y}", "{m} {d}, {y}", "{d} {m}", "{m} {d}", "{w}, {d} {m}", "{w} {d} {m}"]
    )
    return form.format(
        d=g.rng.randint(1, 28),
        m=g.pick(g.pick(_MONTHS[:2])),
        y=g.rng.randint(2024, 2029),
        w=g.pick(_DAYS[0]),
    )


def time(g: Gen, original: str) -> str:
    """Another time or span of time, or duration in minutes."""
    tokens = list(re.finditer(r"\d{1,2}(?:[:.]\d\d)?", original))
    if not tokens:
        return f"{g.rng.randint(7, 22)}:{g.pick(['00', '15', '30', '45'])}"
    twelve = bool(re.search(r"\d\s?[ap]\.?m", original, re.I))
    hours = sorted(g.rng.sample(range(6, 23), len(tokens)) if len(tokens) < 17 else [])
    if twelve and len(tokens) < 17:
        hours = [g.rng.randint(1, 12) for _ in tokens]

    def clock(found: re.Match[str]) -> str:
        old = found[0]
        if not re.match(r"\d{1,2}[:.]", old) and (int(old) > 24 or "min" in original):
            return str(g.rng.randrange(5, 95, 5))
        hour = next(hours_left, 8)
        shown = f"{hour:02}" if old[0] == "0" else str(hour)
        return shown + (old[-3] + g.pick(["00", "15", "30", "45"]) if len(old) > 2 else "")

    hours_left = iter(hours)
    made = _swapped(g, original, _DAYS)
    return re.sub(r"\d{1,2}(?:[:.]\d\d)?", clock, made)
