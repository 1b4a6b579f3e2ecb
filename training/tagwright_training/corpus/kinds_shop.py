"""Products and price plans."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece
from tagwright_training.corpus.given_parts import (
    BUTTON_FORMS,
    image_detail,
    price_detail,
    text_detail,
)
from tagwright_training.corpus.kinds_shared import noun, root_attrs
from tagwright_training.corpus.part_words import GOODS, PLANS, plan_prices
from tagwright_training.corpus.parts_cards import grid, priced_cards, product_html
from tagwright_training.corpus.phrasing import count, items, listing
from tagwright_training.corpus.site_words import (
    TITLES,
    amount,
    ask,
    bank,
    component,
    numbers,
    one,
    some,
    titled,
)

_PRODUCT = bank(
    "product card|product|shop item|product tile|product box|e-commerce product card|Product card|"
    "store item card|product preview|item card|Product|product listing item|shopping card|"
    "product component|webshop product"
)


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
        name = one(g, GOODS)
        g.given(name)
        if g.chance(0.4):
            forms = [" for {v}", " for {q}", " called {v}", " named {q}", ": {v}", " {q}"]
            what += ask(g, name, forms)
        else:
            details.append(titled(g, name, ["name", "title", "product name", "product"]))
        price = price_detail(g, details) if g.chance(0.8) else price
        if g.chance(0.35):
            text_ = text_detail(g, details)
        if g.chance(0.35):
            action = one(
                g, ["Buy now", "Add to basket", "Order now", "View details", "Add to cart"], 1, 2
            )
            details.append(ask(g, action, BUTTON_FORMS))
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
    html = product_html(g, name, price, text_, action, root, img, alt)
    return Piece(what, html, details)


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
        pairs = [(name, lexicon.price(g)) for name in some(g, GOODS, amount(g, 2, 8))]
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
    below = 1 if title else 0
    cells = priced_cards(g, pairs[:n], "Add to cart", level=below, img="product.jpg")
    return Piece(what, grid(g, cells, title=title, root=root), details)


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
    plans, features, period = PLANS[:3], 0, " per month"
    prices: list[str] = []
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
            lexicon.vary_case(g, g.sample(PLANS, n))
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
    pairs = [
        (plan, price + period)
        for plan, price in zip(plans, prices or plan_prices(plans), strict=True)
    ]
    cells = priced_cards(g, pairs, action, level=1, points=_PLAN_FEATURES[:features])
    return Piece(what, grid(g, cells, title=title, root=root), details)
