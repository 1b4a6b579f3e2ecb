"""Words of cards, sections, media and pages: goods, plans, praise, questions, scenes."""

from __future__ import annotations

from collections.abc import Sequence

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen
from tagwright_training.corpus.site_words import bank

PRAISE = bank(
    "Great service and friendly people.|The best choice we ever made.|It saves us hours.|"
    "I would buy it again.|Simple, fast and reliable.|Our customers love it."
)

GOODS = bank(
    "Running shoes|Leather wallet|Coffee mug|Desk lamp|Wireless mouse|Blue jeans|Green tea|"
    "Wool scarf|Mountain bike|Garden chair|Phone case|Notebook|Sunglasses|Backpack|Olive oil|"
    "Ceramic vase|Headphones|Yoga mat|Wall clock|Cotton shirt|Chocolate box|Travel pillow"
)

PLANS = bank(
    "Basic|Pro|Enterprise|Starter|Premium|Free|Team|Business|Plus|Gold|Silver|Hobby|Family|Student"
)

_PLAN_PRICES = ["$9", "$29", "$99", "$199"]

SCENES = bank(
    "Sunset over the sea|A cat on a chair|Our office|Mountain lake|Team at work|Fresh bread|"
    "City at night|Red bicycle|Company logo|Portrait of Anna|Map of the city|Forest path|"
    "Cup of coffee|Dog in the park|Old bridge|Snowy street|Bowl of fruit|Concert crowd|"
    "Our new building|Garden in spring|Blue door|Wooden table|Product photo|Market hall"
)

OBJECTS = bank(
    "cat|dog|mountain|sunset|beach|house|car|tree|flower|city skyline|lake|bird|pizza|laptop|"
    "horse|castle|smiling woman|coffee cup|bridge|sailing boat|puppy|red apple|waterfall"
)

QUESTIONS = bank(
    "How does it work?|What does it cost?|Can I cancel at any time?|How can I contact you?|"
    "Is my data safe?|Do you offer refunds?"
)

ANSWERS = bank(
    "Sign up and follow the steps.|The basic plan is free.|Yes, with one click in your account.|"
    "Write to us by email.|Yes, we keep it encrypted.|Yes, within 30 days."
)

ASKED = bank(
    "How long is delivery?|Do you ship abroad?|What is your return policy?|Where are you located?|"
    "Can I bring my dog?|Do I need an account?|Which payments do you accept?|Is there parking?|"
    "When do you open?|How do I reset my password?|Is breakfast included?|Who are you?"
)

WELCOME = {
    "en": "Welcome",
    "de": "Willkommen",
    "fr": "Bienvenue",
    "es": "Bienvenidos",
    "it": "Benvenuti",
    "pt": "Bem-vindo",
    "nl": "Welkom",
}

NETWORKS = bank("Facebook|Instagram|LinkedIn|YouTube|GitHub|Mastodon|TikTok|Pinterest|X|Twitter")


def plan_prices(plans: Sequence[str]) -> list[str]:
    """Invented prices of at most four plans, rising; one called "Free" costs nothing."""
    rising = iter(_PLAN_PRICES)
    return ["$0" if plan.lower() == "free" else next(rising) for plan in plans]


def media_file(g: Gen, folder: str, endings: Sequence[str]) -> str:
    """Name or path of a sound or film."""
    start = g.pick(["", "", "media/", f"/{folder}/"])
    return f"{start}{lexicon.identifier(g)}.{g.pick(endings)}"


def embed_url(g: Gen) -> str:
    """Address of a page to embed."""
    host = f"https://{g.pick(lexicon.WORDS)}.{g.pick(['com', 'org', 'net'])}"
    return host + g.pick(["", "/embed", "/video", "/form"])
