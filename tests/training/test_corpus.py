"""Every kind of the corpus: strict HTML, honest copying, one row per seed."""

from __future__ import annotations

import random
from itertools import islice
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tagwright.prompt import PageContext
from tagwright_training.corpus import Row, rows
from tagwright_training.corpus.gen import Gen, Kind, Piece
from tagwright_training.corpus.page_around import page_around
from tagwright_training.corpus.parts_forms import Field
from tagwright_training.corpus.stream import build_row, load_kinds, page_context
from tagwright_training.corpus.table_data import invented

ROWS_PER_KIND = 20
KINDS = load_kinds()


def sample(kind: Kind) -> list[Row]:
    rng = random.Random(kind.name)
    return [build_row(kind, rng, page_context(rng)) for _ in range(ROWS_PER_KIND)]


def parse(row: Row) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    if row.html.lower().startswith("<!doctype"):
        return parser.parse(row.html)
    return parser.parseFragment(row.html, container=row.context.parent or "div")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_markup_parses_strictly(kind: Kind) -> None:
    for row in sample(kind):
        try:
            parse(row)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{error}: {row.html}")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_markup_is_accessible(kind: Kind) -> None:
    for row in sample(kind):
        root = parse(row)
        labelled = {element.get("for") for element in root.iter("label")}
        ids = {element.get("id") for element in root.iter()}
        assert labelled - {None} <= ids, f"label without control: {row.html}"
        for control in [*root.iter("input"), *root.iter("select"), *root.iter("textarea")]:
            named = control.get("id") in labelled or control.get("aria-label")
            assert named or control.get("type") == "hidden", f"unnamed control: {row.html}"
        for button in root.iter("button"):
            assert button.get("type"), f"button without type: {row.html}"
        for image in root.iter("img"):
            assert image.get("alt") is not None, f"image without alt: {row.html}"
        for cell in root.iter("th"):
            assert cell.get("scope"), f"header cell without scope: {row.html}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_prompts_are_words_and_copied_values_stand_in_them(kind: Kind) -> None:
    for row in sample(kind):
        assert row.prompt.strip() == row.prompt != ""
        assert "{" not in row.prompt or row.kind == "table_rows", row.prompt  # a template left open
        assert all(value and value in row.prompt for value in row.copied)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_markup_stays_short(kind: Kind) -> None:
    lengths = sorted(len(row.html) for row in sample(kind))
    assert lengths[len(lengths) // 2] <= 1500


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_wording_varies(kind: Kind) -> None:
    assert len({row.prompt for row in sample(kind)}) >= ROWS_PER_KIND * 0.6


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_rare_choices_can_be_built(kind: Kind) -> None:
    """A failure once in a hundred rows would stop a training run in its first minute."""
    rng = random.Random(kind.name)
    assert all(build_row(kind, rng, page_context(rng)).html for _ in range(200))


@pytest.mark.parametrize(
    ("noun", "html", "fits"),
    [
        ("login form", "<form></form>", True),
        ("numbered list", "<ol><li>One</li></ol>", True),
        ("list of teas", "<ul><li>Assam</li></ul>", False),  # no name for a page
        ("hero", "<section><h2>Welcome</h2></section>", False),
    ],
)
def test_a_component_may_be_asked_for_on_a_page_of_its_own(
    noun: str, html: str, fits: bool
) -> None:
    g = Gen(random.Random(3), PageContext())
    made = page_around(g, Piece(noun, html, ["the class x"]))
    assert (made is not None) == fits
    if made:
        assert noun in made.noun and made.noun != noun
        assert made.html.startswith("<!DOCTYPE html>") and html in made.html
        assert made.details == ["the class x"]


def test_same_seed_gives_the_same_rows() -> None:
    assert list(islice(rows(7), 50)) == list(islice(rows(7), 50))
    assert list(islice(rows(7), 50)) != list(islice(rows(8), 50))


@pytest.mark.parametrize(
    ("label", "type_", "autocomplete"),
    [
        ("Work email", "email", "email"),
        ("confirm password", "password", "new-password"),
        ("Mobile number", "tel", "tel"),
        ("Date of birth", "date", "bday"),
        ("Your message", "textarea", ""),
        ("country", "select", "country-name"),
        ("I agree to the terms", "checkbox", ""),
        ("Number of guests", "number", ""),
        ("Glorft", "text", ""),
        ("Product name", "text", ""),
    ],
)
def test_labels_choose_their_control(label: str, type_: str, autocomplete: str) -> None:
    control = Field(label).control()
    assert (control.type, control.autocomplete) == (type_, autocomplete)


def test_unknown_columns_get_their_own_name() -> None:
    assert invented("Glorft", 2) == ["Glorft 1", "Glorft 2"]
    assert len(set(invented("Email", 4))) == 4
