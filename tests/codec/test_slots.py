"""How prompts are cut into words, phrases and slots."""

from __future__ import annotations

import pytest

from tagwright.codec.notation import PHRASES, SLOTS
from tagwright.codec.slots import slotted


def phrases(prompt: str) -> dict[str, str]:
    return {slot.word: slot.phrase for slot in slotted(prompt).slots.values()}


@pytest.mark.parametrize(
    ("prompt", "word", "phrase"),
    [
        ("list of red apples, green pears and figs", "red", "red apples"),
        ("list of red apples, green pears and figs", "green", "green pears"),
        ("list of red apples, green pears and figs", "figs", "figs"),
        ('a page titled "Tea, and more"', "Tea", "Tea, and more"),
        ("a button saying 'Buy now'!", "Buy", "Buy now"),
        ("carte « Menu du jour »", "Menu", "Menu du jour"),
        ("card called Summer Sale with an image", "Summer", "Summer Sale"),
        ("link to https://a.com/b?c=1, please", "https://a.com/b?c=1", "https://a.com/b?c=1"),
        ("nav: Name/Email/Phone", "Email", "Email"),
        ("link /about/team", "/about/team", "/about/team"),
        ("lunch at 12:30 daily", "12:30", "12:30 daily"),
        ('div id="main-nav"', "main-nav", "main-nav"),
        ("a form with name.", "name", "name"),
        ("価格, 首页", "首页", "首页"),
        ("don't stop", "don't", "don't stop"),
        ("table with columns Name, Age", "Name", "Name"),
        ("an Add to cart button", "Add", "Add to cart"),
        ("list of red apples, figs", "red", "red apples"),
        ("footer with Terms of use", "Terms", "Terms of use"),
        ("nav: Home, Image gallery", "Image", "Image gallery"),
        ("page titled Our Work", "Our", "Our Work"),
        ("price 975 €, now", "975 €", "975 €"),
        ("sum 1,200 and $54,000", "$54,000", "$54,000"),
        ("cta: Ready to start? and a button", "Ready", "Ready to start?"),
        ("faq: Is it free? How do I pay?", "How", "How do I pay?"),
        ("a form with your name?", "name", "name"),
        ("on 12/05/2025", "12/05/2025", "12/05/2025"),
    ],
)
def test_phrase_of_a_word(prompt: str, word: str, phrase: str) -> None:
    assert phrases(prompt)[word] == phrase


def test_connecting_words_have_no_slot() -> None:
    assert not {"a", "with", "and", "the"} & phrases("a form with the name and city").keys()


def test_item_that_begins_with_a_connecting_word_has_a_slot() -> None:
    assert phrases("nav with Home, Our team, Contact")["Our"] == "Our team"


def test_model_reads_lower_case_behind_case_marks() -> None:
    text = "<|up|> faq<|0|> for<|cap|> acme<|48|><|cap|> tea<|49|><|/|><|1|>"
    assert slotted("FAQ for Acme Tea").text == text


def test_items_of_a_list_have_consecutive_numbers() -> None:
    slots = slotted("nav with Big news, Our team and Contact").slots
    assert [slots[n].phrase for n in (1, 2, 3)] == ["Big news", "Our team", "Contact"]


def test_counts_carry_the_mark_that_the_answer_counts_with() -> None:
    text = slotted("four-column grid with 3 rows, and page 1").text
    assert " four-column<|n4|>" in text
    assert " 3<|n3|>" in text
    assert "<|n1|>" not in text


def test_the_end_stands_where_the_next_item_would_be() -> None:
    assert slotted("nav: Home, About").text.endswith("<|2|><|/|><|3|>")


def test_numbering_can_start_anywhere() -> None:
    assert list(slotted("red tea", first=7).slots) == [7, PHRASES + 7]


def test_words_beyond_the_last_slot_have_none() -> None:
    prompt = ", ".join(f"a{i} b{i}" for i in range(PHRASES + 10))
    assert sorted(slotted(prompt).slots) == list(range(SLOTS))


def test_marks_in_a_prompt_are_defused() -> None:
    for prompt in ("a <|/|> b", "a <||/|> b", "a <|||7|> b"):
        assert slotted(prompt).text.count("<|/|>") == 1  # the one at the end of every prompt
        assert "<|7|>" not in slotted(prompt).text


@pytest.mark.parametrize("prompt", ["", "   ", "...", '""', "“”", "'", "/", "a/", "//"])
def test_odd_prompts_do_no_harm(prompt: str) -> None:
    slotted(prompt)


def test_words_between_the_things_of_a_change_end_phrases() -> None:
    def phrases(prompt: str) -> list[str]:
        return [
            s.phrase for s in slotted(prompt, changes=True).slots.values() if s.number < PHRASES
        ]

    assert phrases("Rename Home to Start here") == ["Home", "Start here"]
    assert phrases("put the price before the name") == ["price", "name"]
    assert phrases("add a Contact us link after Our team") == ["Contact us", "Our team"]
    assert phrases('change "Add to cart" to "Buy"') == ["Add to cart", "Buy"]
