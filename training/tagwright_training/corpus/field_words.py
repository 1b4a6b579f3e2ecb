"""Words of forms, fields and buttons: labels, choices, hints, titles."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.form_specs import FormSpec
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.kinds_shared import unique
from tagwright_training.corpus.site_words import amount

LABELS = (
    "Full name|Work email|Age|Start date|Comment|Newsletter|Dark mode|Company|City|Volume|Budget|"
    "Amount|Birthday|Username|Phone number|Postal code|Delivery date|Notes|Profile photo|Website|"
    "Remember me|I agree to the terms|Receive updates|Wi-Fi|Brightness|Temperature|Guests|Weight"
).split("|")

HINTS = (
    "We never share it|At least 8 characters|Optional|Max 5 MB|As on your passport|"
    "Use your work address|Numbers only|Required|You can change this later|PDF or Word"
).split("|")

BUTTON_WORDS = (
    "Buy now|Learn more|Get started|Sign up|Download|Read more|Book a demo|Contact us|Add to cart|"
    "Save|Delete|Edit|Cancel|Close|Next|Back|Submit|Send|Explore more|Order now|Try it free|"
    "Subscribe|Log out|Start free trial|Watch video|Donate|Apply|View details|Share|Print|Play|"
    "Find your match|Request demo|Load more|Show all|Continue|Refresh|Upload|Confirm|Join"
).split("|")

BUTTON_VARIANTS = (
    ("primary", "primary"),
    ("secondary", "secondary"),
    ("success", "success"),
    ("danger", "danger"),
    ("warning", "warning"),
    ("outline", "outline-primary"),
    ("large", "primary btn-lg"),
    ("small", "primary btn-sm"),
    ("green", "success"),
    ("red", "danger"),
)

SUBMIT_WORDS = (
    "Send|Save|Go|Submit|Join now|Get started|Continue|Next|Register|Send it|Let's go|Sign me up|"
    "Log in|Sign in|Login|Subscribe|Book|Order now|Search|Apply now|Create account|Confirm|OK|"
    "Send request|Get access|Try it free|Save changes|Download|Start|Enter|Reserve|Pay"
).split("|")

FORM_TITLES = (
    "Contact us|Get in touch|Join us|Welcome back|Sign in|Create your account|Stay in the loop|"
    "Tell us more|Book your stay|Leave a reply|Your details|Send us a message|Apply now|"
    "Reserve a table|Member login|Let's talk|Say hello|Stay updated|Delivery details"
).split("|")

CHOICES = (
    "red green blue|small medium large|yes no|yes no maybe|basic pro enterprise|morning evening|"
    "cash card|male female other|free premium|daily weekly monthly|beginner advanced|sales support|"
    "bread cake pie|north south east west|single double suite|pickup delivery|monthly yearly|"
    "cat dog bird|vegan vegetarian meat|low medium high|english french german"
).split("|")


def options(g: Gen) -> list[str]:
    """A few given choices of a select or radio group."""
    if g.chance(0.5):
        return lexicon.vary_case(g, g.pick(CHOICES).split(" "))
    return lexicon.phrases(g, amount(g, 2, 8), 1, 2)


def field_labels(g: Gen, spec: FormSpec) -> list[str]:
    """Labels as a request gives them: usual ones of this form, mixed with made-up ones."""
    n = g.pick([1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8])
    if spec.name == "generic":
        style = g.rng.random()
        if style < 0.4:
            return unique(lexicon.phrases(g, n, 1, 2))
        mixed = g.sample(spec.fields + spec.pool, n)
        if style < 0.65:
            mixed[n // 2 :] = lexicon.phrases(g, n - n // 2, 1, 2)
        return unique(lexicon.vary_case(g, mixed))
    first = list(spec.fields[: g.rng.randint(0, len(spec.fields))]) or [g.pick(spec.fields)]
    rest = g.sample(spec.pool, max(0, n - len(first)))
    if g.chance(0.15):
        rest = [*rest[:-1], lexicon.phrase(g, 1, 2)]
    return unique(lexicon.vary_case(g, first + rest))
