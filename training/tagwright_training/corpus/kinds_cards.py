"""Cards and groups of cards: products, people, plans, posts, events."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap, h
from tagwright_training.corpus.kinds_shared import label, noun, root_attrs
from tagwright_training.corpus.parts_cards import card, card_text, grid, quote
from tagwright_training.corpus.phrasing import count, items, listing
from tagwright_training.corpus.site_words import (
    ACTIONS,
    ARTICLES,
    HEADLINES,
    PEOPLE,
    ROLES,
    SENTENCES,
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
    para,
    path,
    some,
    titled,
    topic,
    unquoted,
)

_TEXT_FORMS = [
    "the text {q}",
    "text {q}",
    "the description {q}",
    "a paragraph {q}",
    "a short text {q}",
    "body text {q}",
    "the paragraph {q}",
    "description {q}",
    "the content {q}",
    "{q} as text",
    "text: {q}",
]
_BUTTON_FORMS = [
    "a button {q}",
    "a {q} button",
    "a button saying {q}",
    "the button {q}",
    "button {v}",
    "a button labelled {q}",
    "button text {q}",
    "a button with the text {q}",
    "{v} button",
    "a button: {q}",
]
_LINK_FORMS = [
    "a link {q}",
    "a {q} link",
    "a link saying {q}",
    "the link {q}",
    "link {v}",
    "a link with the text {q}",
    "a link labelled {q}",
]


def text_detail(g: Gen, details: list[str], forms: list[str] = _TEXT_FORMS) -> str:
    """A text that the request gives, said in ``details``."""
    value = one(g, TEXTS, 3, 6)
    details.append(ask(g, value, forms))
    return value


def action_detail(g: Gen, details: list[str]) -> str:
    """A button or link that the request gives; returns its markup."""
    if g.chance(0.6):
        value = one(g, ACTIONS, 1, 2)
        details.append(ask(g, value, _BUTTON_FORMS))
        return button(value, g.cls("", "btn btn-primary"))
    value = one(g, ACTIONS, 1, 2)
    href = path(value)
    details.append(ask(g, value, _LINK_FORMS))
    if g.chance(0.35):
        href = g.given(lexicon.url(g))
        details[-1] += g.pick([" to {}", " ({})", " that goes to {}", " pointing to {}"]).format(
            href
        )
    return link(value, href, g.cls("", "btn btn-primary"))


def image_detail(g: Gen, details: list[str], what: str = "image") -> tuple[str, str]:
    """A picture that the request asks for: source and, if given, alternative text."""
    src, alt = f"{what}.jpg", ""
    if g.chance(0.55):
        details.append(
            g.pick(
                [
                    f"an {what}" if what[0] in "aeiou" else f"a {what}",
                    what,
                    "a picture",
                    "an image on top",
                    "image",
                ]
            )
        )
        return src, alt
    src = g.given(lexicon.image_file(g))
    details.append(
        g.pick(["the image {}", "image {}", "{} as image", "an image ({})", "a picture {}"]).format(
            src
        )
    )
    if g.chance(0.4):
        alt = one(g, TITLES, 1, 3)
        details[-1] += " " + ask(
            g, alt, ["(alt {q})", "with alt text {q}", "and alt {q}", "with the alt text {q}"]
        )
    return src, alt


_CARD = bank(
    "card|simple card|content card|info card|card component|Card|info box|card with content|"
    "Card component|box|tile|panel|information card|card element|CARD|basic card example|"
    "teaser|teaser card|Card example|ui card"
)


@component("card", 4.0, nests=True)
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
    end = [button(extra, g.cls("", "btn btn-primary"))] if extra else []
    below = 1 if title else 0
    cells = [
        card(g, t, [card_text(g, SENTENCES[i]), *end], level=below) for i, t in enumerate(titles)
    ]
    html = grid(g, cells, title=title, root=root)
    return Piece(what, html, details)


_PRODUCT = bank(
    "product card|product|shop item|product tile|product box|e-commerce product card|Product card|"
    "store item card|product preview|item card|Product|product listing item|shopping card|"
    "product component|webshop product"
)
_GOODS = bank(
    "Running shoes|Leather wallet|Coffee mug|Desk lamp|Wireless mouse|Blue jeans|Green tea|"
    "Wool scarf|Mountain bike|Garden chair|Phone case|Notebook|Sunglasses|Backpack|Olive oil|"
    "Ceramic vase|Headphones|Yoga mat|Wall clock|Cotton shirt|Chocolate box|Travel pillow"
)


def _price_detail(g: Gen, details: list[str], forms: tuple[str, ...] = ()) -> str:
    value = g.given(lexicon.price(g))
    every = forms or (
        "the price {}",
        "price {}",
        "a price of {}",
        "{}",
        "price: {}",
        "costs {}",
        "{} as price",
    )
    details.append(g.pick(every).format(value))
    return value


@component("product-card", 2.0, nests=True)
def product_card(g: Gen) -> Piece:
    details: list[str] = []
    name, price, text_, action, img, alt = (
        "Product name",
        "$29",
        "",
        "Add to cart",
        "product.jpg",
        "",
    )
    what = noun(g, _PRODUCT)
    if g.chance(0.7):
        name = one(g, _GOODS)
        g.given(name)
        if g.chance(0.4):
            forms = [" for {v}", " for {q}", " called {v}", " named {q}", ": {v}", " {q}"]
            what += ask(g, name, forms)
        else:
            details.append(titled(g, name, ["name", "title", "product name", "product"]))
        price = _price_detail(g, details) if g.chance(0.8) else price
        if g.chance(0.35):
            text_ = text_detail(g, details)
        if g.chance(0.35):
            action = one(
                g, ["Buy now", "Add to basket", "Order now", "View details", "Add to cart"], 1, 2
            )
            details.append(ask(g, action, _BUTTON_FORMS))
        if g.chance(0.2):
            img, alt = image_detail(g, details)
    elif g.chance(0.4):
        details.append(
            g.pick(
                [
                    "image, name, price and button",
                    "name and price",
                    "image, title and price",
                    "an image, a name, a price and an add to cart button",
                    "price and buy button",
                ]
            )
        )
    root = root_attrs(g, details, "card")
    body = [card_text(g, price)]
    if text_:
        body.insert(0, card_text(g, cap(text_)))
    body.append(button(action, g.cls("", "btn btn-primary")))
    return Piece(what, card(g, name, body, root=root, img=img, alt=alt), details)


@component("products", 1.2)
def products(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "product grid|product list|products|shop products|product cards|"
            "list of products|product overview|product section|featured products|"
            "store products|Products|product gallery"
        ),
    )
    pairs = [
        ("Coffee mug", "$12"),
        ("Desk lamp", "$39"),
        ("Notebook", "$8"),
        ("Backpack", "$59"),
        ("Wall clock", "$25"),
        ("Wool scarf", "$19"),
    ]
    n = 3
    if g.chance(0.3):
        n = amount(g, 2, 6)
        if g.chance(0.5):
            what = numbers(
                g,
                n,
                [
                    "{n} products",
                    "{n} product cards",
                    "a grid of {n} products",
                    "a list of {n} products",
                ],
            )
        else:
            details.append(count(g, n, "product", "products"))
    elif g.chance(0.7):
        pairs = [(name, lexicon.price(g)) for name in some(g, _GOODS, amount(g, 2, 4))]
        n = len(pairs)
        form = g.pick(["{} ({})", "{} for {}", "{} {}", "{}: {}", "{} at {}", "{} - {}", "{} = {}"])
        given = listing(g, [form.format(g.given(a), g.given(b)) for a, b in pairs])
        details.append(
            g.pick(["{}", "the products {}", "products {}", "products: {}", "{}"]).format(given)
        )
    title = ""
    if g.chance(0.2):
        title = one(g, TITLES)
        details.append(titled(g, title))
    root = root_attrs(g, details)
    add = button("Add to cart", g.cls("", "btn btn-primary"))
    below = 1 if title else 0
    cells = [
        card(g, a, [card_text(g, b), add], level=below, img="product.jpg") for a, b in pairs[:n]
    ]
    return Piece(what, grid(g, cells, title=title, root=root), details)


_PROFILE = bank(
    "profile card|user card|team member|team member card|person card|contact card|user profile|"
    "author box|author card|profile|staff card|Profile card|business card|team card|bio|"
    "employee card|speaker card|Team Member|author bio|User profile"
)


@component("profile-card", 2.0, nests=True)
def profile_card(g: Gen) -> Piece:
    details: list[str] = []
    name, role, text_, img, alt = PEOPLE[0], ROLES[0], "", "avatar.jpg", ""
    tail = ""
    what = noun(g, _PROFILE)
    if g.chance(0.75):
        name = g.pick(lexicon.PEOPLE) if g.chance(0.6) else lexicon.phrase(g, 2, 2)
        g.given(name)
        role = ""
        if g.chance(0.4):
            what = f"{what} for {name}"
        elif g.chance(0.2):
            what = f"{what} of {name}"
        else:
            details.append(
                ask(g, name, ["the name {v}", "name {q}", "name: {v}", "{v}", "the name {q}"])
            )
        if g.chance(0.7):
            role = one(g, ROLES, 1, 2)
            details.append(
                ask(
                    g,
                    role,
                    [
                        "the role {v}",
                        "the job title {q}",
                        "role {v}",
                        "{v}",
                        "position {q}",
                        "title {v}",
                        "the title {q}",
                        "job: {v}",
                    ],
                )
            )
        if g.chance(0.3):
            text_ = text_detail(
                g,
                details,
                ["the bio {q}", "a short bio {q}", "bio {q}", "the text {q}", "a description {q}"],
            )
        if g.chance(0.2):
            mail = g.given(_email(g))
            details.append(
                g.pick(
                    ["the email {}", "email {}", "{}", "email address {}", "a link to {}"]
                ).format(mail)
            )
            tail = h("a", {"href": f"mailto:{mail}"}, mail)
        if g.chance(0.25):
            img, alt = image_detail(g, details, "photo")
        elif g.chance(0.2):
            details.append(g.pick(["a photo", "an avatar", "a profile picture", "photo"]))
            img = "avatar.jpg"
    root = root_attrs(g, details, "card")
    body = [card_text(g, cap(part)) for part in (role, text_) if part]
    if tail:
        body.append(tail)
    return Piece(what, card(g, name, body, root=root, img=img, alt=alt), details)


def _email(g: Gen) -> str:
    user = g.pick(["info", "hello", "office", "anna", "support", lexicon.pseudo_word(g)])
    return f"{user}@{lexicon.word(g)}.{g.pick(['com', 'org', 'de', 'io'])}"


@component("team", 1.2)
def team(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "team section|team|our team section|team members|meet the team section|"
            "staff list|Team section|team grid|Our Team|about the team|speakers|"
            "list of team members"
        ),
    )
    n = 3
    people = list(zip(PEOPLE, ROLES, strict=True))
    if g.chance(0.35):
        n = amount(g, 2, 6)
        if g.chance(0.4):
            what = numbers(
                g,
                n,
                [
                    "a team section with {n} people",
                    "{n} team members",
                    "team of {n}",
                    "{n} people cards",
                ],
            )
        else:
            details.append(
                numbers(g, n, ["{n} members", "{n} people", "{n} team members", "{n} persons"])
            )
    elif g.chance(0.7):
        n = amount(g, 2, 4)
        names = g.sample(lexicon.PEOPLE, n) if g.chance(0.6) else lexicon.phrases(g, n, 2, 2)
        if g.chance(0.6):
            roles = [one(g, ROLES, 1, 1) for _ in names]
            people = list(zip(names, roles, strict=True))
            form = g.pick(["{} ({})", "{} as {}", "{}: {}", "{} - {}", "{} – {}"])
            details.append(listing(g, [form.format(g.given(a), g.given(b)) for a, b in people]))
        else:
            people = [(name, "") for name in names]
            details.append(items(g, g.pick(["members", "names", "people", "team members"]), names))
    title = "Our team"
    if g.chance(0.25):
        title = one(g, ["Meet the team", "Our people", "Who we are", "Our experts", "Speakers"])
        details.append(titled(g, title))
    root = root_attrs(g, details)
    cells = [
        card(g, a, [card_text(g, cap(b))] if b else [], level=1, img="avatar.jpg")
        for a, b in people[:n]
    ]
    return Piece(what, grid(g, cells, title=title, root=root), details)


_WORDS = bank(
    "Great service and friendly people.|The best choice we ever made.|It saves us hours.|"
    "I would buy it again.|Simple, fast and reliable.|Our customers love it."
)


@component("testimonial", 1.5, nests=True)
def testimonial(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "testimonial|customer quote|testimonial card|quote|blockquote|"
            "customer review|review|Testimonial|client testimonial|Quote|pull quote|"
            "citation|quotation"
        ),
    )
    words, who = _WORDS[0], PEOPLE[0]
    if g.chance(0.75):
        who = ""
        words = one(g, [*_WORDS, *TEXTS], 3, 6)
        if g.chance(0.8):
            who = g.pick(lexicon.PEOPLE) if g.chance(0.6) else lexicon.phrase(g, 2, 2)
        details.append(
            ask(
                g,
                words,
                [
                    "the text {q}",
                    "{q}",
                    "the quote {q}",
                    "quote {q}",
                    "saying {q}",
                    "the words {q}",
                ],
            )
        )
        if who:
            forms = [
                "the author {v}",
                "author {q}",
                "by {v}",
                "from {v}",
                "{v} as author",
                "said by {v}",
            ]
            details.append(ask(g, who, forms))
    root = root_attrs(g, details)
    return Piece(what, quote(g, words, who, root), details)


@component("testimonials", 1.2)
def testimonials(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "testimonials|testimonials section|customer reviews|reviews section|"
            "what our customers say|Testimonials|client quotes|testimonial section|"
            "reviews|customer stories section|social proof section"
        ),
    )
    n = 2
    who = PEOPLE
    if g.chance(0.4):
        n = amount(g, 2, 4)
        details.append(
            numbers(g, n, ["{n} quotes", "{n} testimonials", "{n} reviews", "{n} customer quotes"])
        )
    elif g.chance(0.5):
        n = amount(g, 2, 4)
        who = g.sample(lexicon.PEOPLE, n) if g.chance(0.6) else lexicon.phrases(g, n, 2, 2)
        details.append(
            g.pick(
                ["quotes by {}", "reviews from {}", "quotes from {}", "testimonials by {}"]
            ).format(listing(g, [g.given(w) for w in who]))
        )
    title = "What our customers say"
    if g.chance(0.3):
        title = one(g, ["Testimonials", "Happy customers", "Reviews", "Loved by teams"])
        details.append(titled(g, title))
    root = root_attrs(g, details)
    quotes = [quote(g, _WORDS[i], who[i]) for i in range(n)]
    return Piece(what, h("section", root, h(g.hn(), None, label(title)), *quotes), details)


_PLAN_BANK = bank(
    "Basic|Pro|Enterprise|Starter|Premium|Free|Team|Business|Plus|Gold|Silver|Hobby|Family|Student"
)
_PLAN_PRICES = ["$9", "$29", "$99", "$199"]
_PLAN_FEATURES = ["10 projects", "Email support", "Daily backups", "Own domain"]


@component("pricing", 2.0)
def pricing(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "pricing section|pricing table|pricing plans|pricing|price plans|"
            "pricing cards|subscription plans|plans|Pricing|Pricing section|price table|"
            "membership plans|pricing tiers|plan comparison|pricing page section|packages"
        ),
    )
    plans, prices, features, period = _PLAN_BANK[:3], _PLAN_PRICES, 0, " per month"
    style = g.rng.random()
    if style < 0.25:
        n = amount(g, 2, 4)
        plans = ["Basic", "Pro", "Enterprise", "Premium"][:n]
        details.append(
            numbers(g, n, ["{n} plans", "{n} tiers", "{n} packages", "{n} options", "{n} columns"])
        )
    elif style < 0.75:
        n = amount(g, 2, 4)
        plans = (
            lexicon.vary_case(g, g.sample(_PLAN_BANK, n))
            if g.chance(0.6)
            else lexicon.phrases(g, n, 1, 1)
        )
        if g.chance(0.6):
            prices = [lexicon.price(g) for _ in plans]
            period = ""
            form = g.pick(["{} ({})", "{} for {}", "{} {}", "{}: {}", "{} at {}", "{} - {}"])
            given = listing(
                g, [form.format(g.given(a), g.given(b)) for a, b in zip(plans, prices, strict=True)]
            )
            details.append(g.pick(["{}", "the plans {}", "plans {}", "plans: {}"]).format(given))
        else:
            details.append(items(g, g.pick(["plans", "tiers", "packages"]), plans))
    if g.chance(0.2):
        features = g.rng.randint(2, 3)
        details.append(
            numbers(
                g,
                features,
                [
                    "{n} features each",
                    "{n} features per plan",
                    "{n} bullet points each",
                    "a list of {n} features in each",
                ],
            )
        )
    action = "Choose plan"
    if g.chance(0.15):
        action = one(g, ["Buy now", "Get started", "Sign up", "Subscribe"], 1, 2)
        details.append(
            ask(
                g,
                action,
                ["a {q} button each", "{q} buttons", "a button {q} in each", "buttons saying {q}"],
            )
        )
    title = "Pricing"
    if g.chance(0.25):
        title = one(g, ["Our plans", "Choose your plan", "Simple pricing", "Plans for everyone"])
        details.append(titled(g, title))
    root = root_attrs(g, details)
    cells = []
    for plan, price in zip(plans, prices, strict=False):
        body = [card_text(g, price + period)]
        if features:
            body.append(bullets(_PLAN_FEATURES[:features]))
        body.append(button(action, g.cls("", "btn btn-primary")))
        cells.append(card(g, plan, body, level=1))
    return Piece(what, grid(g, cells, title=title, root=root), details)


_POST = bank(
    "blog post card|blog post preview|article preview|post card|article card|blog card|news card|"
    "blog post teaser|article teaser|news item|Blog post|blog entry|Blog card|post preview|"
    "Second Blog Post|First blog post|news teaser|blog post"
)


def _date(g: Gen) -> str:
    return f"20{g.rng.randint(20, 29)}-{g.rng.randint(1, 12):02d}-{g.rng.randint(1, 28):02d}"


def _time(date: str) -> str:
    return h("time", {"datetime": date}, date)


@component("post-card", 1.5, nests=True)
def post_card(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(g, _POST)
    title, date, who, text_ = ARTICLES[0], "2025-01-15", "", SENTENCES[0]
    more = "Read more"
    if g.chance(0.7):
        title = one(g, [*ARTICLES, *HEADLINES])
        date = ""
        details.append(titled(g, title))
        if g.chance(0.4):
            date = g.given(_date(g))
            details.append(
                g.pick(
                    ["the date {}", "date {}", "{}", "published {}", "published on {}", "dated {}"]
                ).format(date)
            )
        if g.chance(0.4):
            who = g.pick(lexicon.PEOPLE) if g.chance(0.6) else lexicon.phrase(g, 2, 2)
            details.append(
                ask(g, who, ["the author {v}", "by {v}", "author {q}", "written by {v}"])
            )
        if g.chance(0.3):
            text_ = text_detail(
                g, details, ["the excerpt {q}", "the summary {q}", "the text {q}", "the teaser {q}"]
            )
        if g.chance(0.2):
            more = one(g, ["Read the article", "Continue reading", "Full story", "More"], 1, 2)
            details.append(ask(g, more, _LINK_FORMS))
    root = root_attrs(g, details, "card")
    body = [h("p", None, _time(date))] if date else []
    if who:
        body.append(para(f"By {who}"))
    body += [card_text(g, cap(text_)), link(more, path(title))]
    return Piece(what, card(g, title, body, root=root), details)


@component("event-card", 1.2, nests=True)
def event_card(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "event card|event|event teaser|event listing|upcoming event|Event|"
            "meetup card|concert card|event item|event announcement|workshop card|"
            "calendar event"
        ),
    )
    title, date, place, action = "Summer concert", "2025-06-21", "Town hall", "Register"
    if g.chance(0.7):
        title = one(
            g,
            [
                "Summer party",
                "Open day",
                "Jazz night",
                "Book fair",
                "Design conference",
                "City run",
                "Wine tasting",
                "Code workshop",
            ],
        )
        details.append(titled(g, title, ["name", "title", "event", "event name"]))
        date, place = "", ""
        if g.chance(0.7):
            date = g.given(_date(g))
            details.append(
                g.pick(["the date {}", "date {}", "on {}", "{}", "date: {}"]).format(date)
            )
        if g.chance(0.6):
            place = one(g, lexicon.CITIES, 1, 2)
            details.append(
                ask(
                    g,
                    place,
                    ["the place {v}", "location {v}", "in {v}", "venue {q}", "the location {q}"],
                )
            )
        if g.chance(0.3):
            action = one(g, ["Buy tickets", "Sign up", "Save my seat", "Book now"], 1, 2)
            details.append(ask(g, action, _BUTTON_FORMS))
    root = root_attrs(g, details, "card")
    body = [h("p", None, _time(date))] if date else []
    if place:
        body.append(card_text(g, cap(place)))
    body.append(button(action, g.cls("", "btn btn-primary")))
    return Piece(what, card(g, title, body, root=root), details)


@component("job-card", 1.0, nests=True)
def job_card(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "job posting|job card|job listing|job ad|job offer|open position|vacancy|"
            "Job posting|job opening|career card"
        ),
    )
    title, place, pay = "Web developer", "Berlin", ""
    if g.chance(0.7):
        title = one(
            g,
            [
                "Frontend developer",
                "Nurse",
                "Chef",
                "Sales manager",
                "Data analyst",
                "Graphic designer",
                "Truck driver",
                "Product owner",
            ],
        )
        place = ""
        if g.chance(0.4):
            what = f"{what} for {g.given(title)}"
        else:
            details.append(titled(g, title, ["title", "job title", "position"]))
        if g.chance(0.6):
            place = one(g, [*lexicon.CITIES, "Remote"], 1, 1)
            details.append(
                ask(g, place, ["the location {v}", "location {v}", "in {v}", "place {q}"])
            )
        if g.chance(0.4):
            pay = g.given(f"${g.rng.randint(20, 150)},000")
            details.append(
                g.pick(["the salary {}", "salary {}", "a salary of {}", "pay {}"]).format(pay)
            )
    root = root_attrs(g, details, "card")
    body = [card_text(g, cap(part)) for part in (place, pay) if part]
    body.append(link("Apply now", "/apply", g.cls("", "btn btn-primary")))
    return Piece(what, card(g, title, body, root=root), details)


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
            parts = some(g, foods, amount(g, 2, 6))
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


@component("comment", 1.0, nests=True)
def comment(g: Gen) -> Piece:
    details: list[str] = []
    what = noun(
        g,
        bank(
            "comment|user comment|blog comment|comment card|Comment|review card|"
            "chat message|forum post|post with author|comment box with author and text|"
            "message bubble|tweet|social media post"
        ),
    )
    name, text_, date = PEOPLE[0], "Thank you, this helped me a lot.", ""
    if g.chance(0.7):
        name = g.pick(lexicon.PEOPLE) if g.chance(0.6) else lexicon.phrase(g, 1, 2)
        details.append(
            ask(
                g,
                name,
                ["by {v}", "the author {v}", "from {v}", "the name {q}", "author {q}", "user {v}"],
            )
        )
        if g.chance(0.7):
            text_ = text_detail(
                g, details, ["the text {q}", "saying {q}", "the message {q}", "{q}", "text {q}"]
            )
        if g.chance(0.3):
            date = g.given(_date(g))
            details.append(g.pick(["the date {}", "date {}", "on {}", "posted {}"]).format(date))
    root = root_attrs(g, details, "card")
    body = [h("p", None, _time(date))] if date else []
    body.append(card_text(g, cap(text_)))
    return Piece(what, card(g, name, body, root=root), details)


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
        names = some(g, _FEATURE_BANK, amount(g, 2, 5), 1, 3)
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
    cells = [card(g, name, [card_text(g, SENTENCES[i])], level=1) for i, name in enumerate(names)]
    return Piece(what, grid(g, cells, title=title, root=root), details)


@component("topic-card", 1.0)
def topic_card(g: Gen) -> Piece:
    """A card about something, in one long sentence."""
    what, purpose = topic(g)
    action = one(g, ACTIONS, 1, 2)
    name = g.pick(["card", "info card", "promo card", "box", "teaser", "ad", "promo box"])
    root: list[str] = []
    attrs = root_attrs(g, root, "card")
    body = [card_text(g), button(action, g.cls("", "btn btn-primary"))]
    forms = [
        f"{name} {purpose}, with a {{q}} button",
        f"{name} {purpose} and a button that says {{q}}",
    ]
    words = ask(g, action, forms)
    return Piece(words, card(g, what, body, root=attrs), root)
