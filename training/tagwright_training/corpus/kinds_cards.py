"""Cards and groups of cards."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.given_parts import action_detail, image_detail, text_detail
from tagwright_training.corpus.kinds_shared import label, noun, root_attrs
from tagwright_training.corpus.parts_cards import card, card_text, grid, text_cards
from tagwright_training.corpus.parts_site import action_button
from tagwright_training.corpus.phrasing import count, items
from tagwright_training.corpus.site_words import (
    ACTIONS,
    HEADLINES,
    TEXTS,
    TITLES,
    amount,
    ask,
    bank,
    bullets,
    button,
    component,
    link,
    numbers,
    one,
    path,
    some,
    titled,
    topic,
    unquoted,
)

_CARD = bank(
    "card|simple card|content card|info card|card component|Card|info box|card with content|"
    "Card component|box|tile|panel|information card|card element|CARD|basic card example|"
    "teaser|teaser card|Card example|ui card"
)


@component("card", 6.0, nests=True)
def card_kind(g: Gen) -> Piece:
    details: list[str] = []
    if g.chance(0.2):
        root = root_attrs(g, details, "card", 0.2)
        body = [card_text(g)]
        return Piece(noun(g, _CARD), card(g, "Card title", body, root=root), details)
    if g.chance(0.22):
        return _card_of_parts(g)
    title = one(g, HEADLINES)
    img, alt, text_, action, footer = "", "", "", "", ""
    titles = titled(g, title, ["title", "heading", "headline", "title", "header"])
    if g.chance(0.35):
        img, alt = image_detail(g, details)
    details.append(titles)
    if g.chance(0.7):
        text_ = text_detail(g, details)
    if g.chance(0.55):
        action = action_detail(g, details)
    if g.chance(0.1):
        footer = one(g, TEXTS, 1, 3)
        details.append(
            ask(
                g,
                footer,
                ["the footer {q}", "footer {q}", "a footer saying {q}", "{q} in the footer"],
            )
        )
    if g.chance(0.2):
        g.rng.shuffle(details)
    body = [card_text(g, cap(text_))] if text_ else []
    if action:
        body.append(action)
    root = root_attrs(g, details, "card")
    html = card(g, title, body, root=root, img=img, alt=alt, footer=cap(footer))
    return Piece(noun(g, _CARD, purpose=0.05), html, details)


def _card_of_parts(g: Gen) -> Piece:
    """A card whose request says what it has, but not the words."""
    img = action = ""
    body: list[str] = []
    said: list[str] = []
    if g.chance(0.55):
        said.append(g.pick(["an image", "image", "a picture", "a photo", "an image on top"]))
        img = "image.jpg"
    said.append(g.pick(["a title", "title", "a heading", "heading", "a card title", "header"]))
    if g.chance(0.75):
        said.append(g.pick(["text", "some text", "a description", "a paragraph", "a short text"]))
        body.append(card_text(g))
    if g.chance(0.6):
        cls = g.cls("", "btn btn-primary")
        if g.chance(0.65):
            said.append(g.pick(["a button", "button", "a button below", "an action button"]))
            action = button("Learn more", cls)
        else:
            said.append(g.pick(["a link", "link", "a read more link"]))
            words = "Read more" if "read" in said[-1] else "Learn more"
            action = link(words, path(words), cls)
        body.append(action)
    details = [unquoted(g, said)]
    root = root_attrs(g, details, "card")
    what = noun(g, _CARD, purpose=0.05)
    return Piece(what, card(g, "Card title", body, root=root, img=img), details)


_CARDS = bank(
    "cards|card grid|grid of cards|cards in a grid|card deck|row of cards|card list|card group|"
    "feature cards|info cards|Cards|responsive card grid|list of cards|card layout|card row|"
    "cards section|boxes|tiles"
)


@component("cards", 2.5)
def cards(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _CARDS)
    titles = ["Card one", "Card two", "Card three"]
    style = g.rng.random()
    if style < 0.4:
        n = amount(g)
        titles = ["Card one", "Card two", "Card three", "Card four", "Card five", "Card six"][:n]
        if g.chance(0.6):
            what = numbers(
                g,
                n,
                [
                    "{n} cards",
                    "{n} info cards",
                    "a grid of {n} cards",
                    "a row with {n} cards",
                    "{n} cards in a row",
                    "{n} boxes",
                    "grid with {n} cards",
                    "{n} simple cards",
                    "{n} cards side by side",
                ],
            )
        else:
            details.append(count(g, n, "card", "cards"))
    elif style < 0.85:
        titles = some(g, TITLES, amount(g, 2, 5), 1, 3)
        details.append(
            items(g, g.pick(["cards", "titles", "headings", "items", "card titles"]), titles)
        )
    title, extra = "", ""
    if g.chance(0.2):
        title = one(g, TITLES)
        details.append(titled(g, title))
    if details and g.chance(0.2):
        extra = one(g, ACTIONS, 1, 2)
        details.append(
            ask(
                g,
                extra,
                [
                    "a {q} button in each",
                    "a button {q} each",
                    "a {q} button in every card",
                    "each with a button {q}",
                ],
            )
        )
    root = root_attrs(g, details)
    end = [action_button(g, extra)] if extra else []
    below = 1 if title else 0
    cells = text_cards(g, titles, below, end)
    html = grid(g, cells, title=title, root=root)
    return Piece(what, html, details)


@component("recipe-card", 1.0, nests=True)
def recipe_card(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g, bank("recipe card|recipe|cooking recipe|Recipe|recipe box|food recipe|recipe component")
    )
    title, parts = "Pancakes", ["2 eggs", "200 g flour", "300 ml milk"]
    steps = ["Mix all ingredients.", "Cook in a hot pan.", "Serve warm."]
    if g.chance(0.7):
        title = one(
            g,
            [
                "Tomato soup",
                "Apple pie",
                "Banana bread",
                "Lentil curry",
                "Caesar salad",
                "Carrot cake",
            ],
        )
        if g.chance(0.5):
            what = f"{what} for {g.given(title)}"
        else:
            details.append(titled(g, title, ["title", "name"]))
        if g.chance(0.7):
            foods = bank(
                "eggs|flour|milk|butter|sugar|salt|tomatoes|onions|garlic|olive oil|rice|"
                "apples|cheese|basil"
            )
            parts = some(g, foods, amount(g, 2, 8))
            details.append(items(g, "ingredients", parts, bare=0.1))
        if g.chance(0.2):
            n = g.rng.randint(2, 3)
            steps = steps[:n]
            details.append(count(g, n, "step", "steps"))
    root = root_attrs(g, details, "card")
    body = [h(g.hn(1), None, "Ingredients"), bullets([label(p) for p in parts])]
    body += [h(g.hn(1), None, "Steps"), bullets(steps, "ol")]
    return Piece(what, card(g, title, body, root=root), details)


@component("weather-card", 0.8, nests=True)
def weather_card(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "weather card|weather widget|weather box|weather|current weather|"
            "Weather widget|weather forecast card|weather component|weather display"
        ),
    )
    city, degrees, sky = "Berlin", "21 °C", "Sunny"
    if g.chance(0.7):
        city = one(g, lexicon.CITIES, 1, 2)
        sky = degrees = ""
        details.append(
            ask(g, city, ["the city {v}", "{v}", "city {q}", "location {v}", "the place {v}"])
        )
        if g.chance(0.7):
            degrees = g.given(
                f"{g.rng.randint(-9, 38)}{g.pick([' °C', '°C', '°', '°F', ' degrees'])}"
            )
            details.append(
                g.pick(
                    ["{}", "temperature {}", "the temperature {}", "a temperature of {}"]
                ).format(degrees)
            )
        if g.chance(0.5):
            sky = one(g, ["Cloudy", "Rain", "Light snow", "Thunderstorm", "Fog", "Clear sky"], 1, 1)
            details.append(
                ask(g, sky, ["{v}", "the condition {v}", "condition {q}", "the text {q}"])
            )
    root = root_attrs(g, details, "card")
    body = [card_text(g, cap(part)) for part in (degrees, sky) if part]
    return Piece(what, card(g, city, body, root=root), details)


_FEATURES = bank(
    "Fast|Secure|Easy to use|Reliable|Open source|Flexible|Affordable|Friendly support"
)
_FEATURE_BANK = bank(
    "Free shipping|24/7 support|Easy returns|Fast delivery|Dark mode|"
    "Offline mode|Real-time sync|Custom themes|Secure payments|"
    "Money-back guarantee|Analytics|Team chat|Automatic backups|Two-factor login|"
    "Calendar|API access"
)


@component("features", 2.0)
def features(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "features section|feature list|features|feature grid|benefits section|"
            "feature section|Features|services section|services|key features|benefits|"
            "advantages section|why choose us section|Services|feature boxes|"
            "product features"
        ),
    )
    names = _FEATURES[:3]
    title = "Services" if "service" in what.lower() else "Features"
    if "service" in what.lower():
        names = ["Design", "Development", "Marketing", "Consulting", "Support", "Training"][:3]
    style = g.rng.random()
    if style < 0.3:
        n = amount(g, 2, 6)
        everything = (
            ["Design", "Development", "Marketing", "Consulting", "Support", "Training"]
            if title == "Services"
            else _FEATURES
        )
        names = everything[:n]
        details.append(
            numbers(g, n, ["{n} items", "{n} features", "{n} columns", "{n} boxes", "{n} points"])
            if title == "Features"
            else count(g, n, "service", "services")
        )
    elif style < 0.75:
        names = some(g, _FEATURE_BANK, amount(g, 2, 8), 1, 3)
        details.append(
            items(
                g,
                g.pick(["items", "features", "points"]) if title == "Features" else "services",
                names,
            )
        )
    if g.chance(0.3):
        title = one(
            g, ["Why choose us", "What you get", "Key features", "Our strengths", "What we offer"]
        )
        details.append(titled(g, title))
    root = root_attrs(g, details)
    return Piece(what, grid(g, text_cards(g, names, 1), title=title, root=root), details)


@component("topic-card", 1.0)
def topic_card(g: Gen) -> Piece:
    """A card about something, in one long sentence."""
    what, purpose = topic(g)
    action = one(g, ACTIONS, 1, 2)
    name = g.pick(["card", "info card", "promo card", "box", "teaser", "ad", "promo box"])
    root: list[str] = []
    attrs = root_attrs(g, root, "card")
    body = [card_text(g), action_button(g, action)]
    forms = [
        f"{name} {purpose}, with a {{q}} button",
        f"{name} {purpose} and a button that says {{q}}",
    ]
    words = ask(g, action, forms)
    return Piece(words, card(g, what, body, root=attrs), root)
