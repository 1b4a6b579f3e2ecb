"""Templates of e-mails: an occasion, what the mail tells, a button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tagwright_training.corpus.gen import Gen, Piece, h
from tagwright_training.corpus.kinds_shared import english, label
from tagwright_training.corpus.natural_say import natural
from tagwright_training.corpus.page_request import start_page
from tagwright_training.corpus.parts_cards import section
from tagwright_training.corpus.parts_pages import document, page_main
from tagwright_training.corpus.phrasing import quoted
from tagwright_training.corpus.site_words import SENTENCES, bank, link, para, path, unquoted

_OCCASIONS = bank(
    "a product launch|a birthday offer|an abandoned cart|a welcome message|an order confirmation|"
    "a spring sale|a charity run|a webinar invitation|a membership renewal|a feedback request|"
    "new opening hours|a class reunion|an appointment reminder|a school open day|a travel deal|"
    "a recipe of the week|a job offer|a book release|a gym challenge|a software update|"
    "a customer anniversary|a garden party|a photo contest|a donation appeal|a concert series|"
    "a course reminder|a shipping update|a referral program|a wine tasting|a holiday greeting|"
    "a language course|a house viewing|a yoga retreat|a flash sale|a beta invitation|"
    "a monthly report|a new menu|a film night|a parents' evening|a health check"
)
_PARTS = bank(
    "the event details|a short introduction|customer reviews|a discount code|our bestsellers|"
    "product recommendations|the latest articles|tips for beginners|a list of benefits|"
    "contact information|upcoming dates|a special offer|photos of past events|the schedule|"
    "a summary of the order|delivery information|answers to common questions|the speakers|"
    "the price list|a word from the team|the story behind it|three reasons to join|directions|"
    "next steps|member rewards|the rules|a reading list|a packing list|a survey|the highlights"
)
_LOOKS = bank(
    "a clean design|an elegant layout|a colorful theme|a friendly tone|a modern look|"
    "seasonal colors|a playful style|a simple layout|a festive theme|a professional look"
)
_BUTTONS = bank(
    "Reserve a Seat|Shop the Sale|Read the Guide|Get Started|Claim the Offer|See Details|"
    "Book a Call|Renew Today|Join Us|Order Again|Take the Survey|Donate|View the Menu|RSVP|"
    "Try It Free|Find Out More|Download the Report|Vote Now|Invite a Friend|Count Me In"
)
_NOUNS = ("email template", "e-mail template", "HTML email", "email", "newsletter mail", "mail")
_OPENERS = (
    *("", "", "I need ", "I want ", "Can you create ", "Please write ", "Design ", "Make me "),
    *("We need ", "Build ", "Could you do ", "Set up "),
)
_SENTENCES = ("It should have {}", "It should include {}", "Include {}", "It needs {}", "Add {}")


def _bare(g: Gen, phrase: str) -> str:
    """The phrase without its article, as it is repeated in a heading."""
    first, _, rest = phrase.partition(" ")
    return g.given(rest if first in ("a", "an", "the", "our") else phrase)


def _wished(g: Gen, parts: Sequence[str], action: str) -> list[str]:
    words = list(parts)
    if action:
        words.append(g.pick(["a {} button", "a button {}", "a {} link"]).format(quoted(g, action)))
    if g.chance(0.5):
        words.append(g.pick(_LOOKS))
    g.rng.shuffle(words)
    return words


@natural("natural_email", 2.0)
def email(g: Gen) -> Piece:
    """A whole mail: its occasion as heading, a section for each part, the button as a link."""
    english(g)
    start_page(g)
    g.context = replace(g.context, framework="")
    occasion = g.pick(_OCCASIONS)
    title = _bare(g, occasion)
    parts = g.sample(_PARTS, g.pick([0, 1, 1, 2, 2, 3]))
    action = g.given(g.pick(_BUTTONS)) if g.chance(0.75) else ""
    opener, noun = g.pick(_OPENERS), g.pick(_NOUNS)
    said = f"{opener}{'an' if noun[0] in 'eH' else 'a'} {noun} for {occasion}"
    if not opener and g.chance(0.5):
        said = f"{noun} for {occasion}"
    mark = "?" if opener.startswith("C") else "."
    if words := _wished(g, parts, action):
        if g.chance(0.6):
            said += f"{mark} {g.pick(_SENTENCES).format(unquoted(g, words))}"
        else:
            said += f" {g.pick(['with', 'including', 'that has'])} {unquoted(g, words)}"
    sections = [
        section(g, _bare(g, part), para(SENTENCES[number + 1])) for number, part in enumerate(parts)
    ]
    button = h("p", None, link(action, path(action))) if action else ""
    top = h("h1", None, label(title))
    body = page_main(g, top, para("Hello,"), para(SENTENCES[0]), *sections, button)
    footer = h("footer", None, para("You receive this email because you signed up for it."))
    html = document(g, title, body + footer)
    g.context = replace(g.context, heading=0)
    return Piece("", html, request=said)
