"""Whole requests for cards and groups of cards, as people write them."""

from __future__ import annotations

from tagwright_training.corpus import lexicon
from tagwright_training.corpus.gen import Gen, Piece, cap
from tagwright_training.corpus.natural_say import Value, Wish, natural
from tagwright_training.corpus.part_words import GOODS, PLANS, plan_prices
from tagwright_training.corpus.parts_cards import (
    card,
    card_text,
    grid,
    people_cards,
    priced_cards,
    product_html,
    text_cards,
)
from tagwright_training.corpus.parts_site import action_button
from tagwright_training.corpus.site_words import (
    ACTIONS,
    HEADLINES,
    PEOPLE,
    ROLES,
    TEXTS,
    TITLES,
    amount,
    bank,
    one,
    some,
)

# The parts that a card's request gives: t title, x text, b button, i image on top.
_CARD = {
    "t": (
        "[Card|Box|Info card]: {title}",
        "A card headed {title}",
        "card, headline {title_q}",
        "a [box|card] that has {title_q} written on top",
        "[Can I get|Could you make] a card that is called {title_q}?",
        "card > h: {title}",
        "{title_q} as a card",
        "one card. The headline is {title}.",
        "[Create|Design] a card whose heading reads {title_q}",
        "we want a card here, title to be {title}",
    ),
    "tx": (
        "[Card|Box]: {title} / {text}",
        "card: {title_q}, {text_q}",
        "[Card|Info box] headed {title}. Below the headline: {text}",
        "A card. Headline: {title}. Body: {text_q}",
        "[Can I get|Could you write] a card that says {title_q} and, below it, {text_q}?",
        "{title_q} in large, {text_q} in small, all in one [card|box]",
        "card > h + p: {title_q} + {text_q}",
        "[Create|Write|Design] an HTML card. The heading should be {title} and the paragraph should"
        " be {text_q}.",
        "We need a box for {title_q} where one reads {text_q}",
        "card\ntitle: {title}\ntext: {text}",
        "I want visitors to see a card called {title}. It explains: {text_q}",
        "title={title_q} text={text_q} -> card",
        "The card's headline is {title_q}; under it stands {text_q}",
        "info card, on top {title_q}, then {text_q}",
    ),
    "txb": (
        "Card: {title_q}, {text_q}, button {action_q}",
        "card > h + p + btn: {title_q}, {text_q}, {action_q}",
        "[Create|Build|Write] a card. Title: {title}. Text: {text_q}. Button: {action}.",
        "A card headed {title} saying {text_q}. The button should read {action_q}.",
        "I need a box with {title_q} on top, {text_q} below and {action_q} to click on",
        "card | {title_q} | {text_q} | [{action_q}|button {action_q}]",
        "[Can I get|Could I have] a card for {title_q}? It says {text_q}. Label the button"
        " {action_q}.",
        "Design a card component that has three parts: a heading {title_q}, a paragraph {text_q}"
        " and a button {action_q}",
        "card\nheading: {title}\ntext: {text}\nbutton: {action}",
        "The card announces {title_q}. People read {text_q} and press {action_q}.",
        "first {title_q}, then {text_q}, finally a button {action_q} - all in a card",
        "heading {title_q}, body {text_q}, a button that reads {action_q}: [card|in a card]",
        "We want a teaser card: headline {title_q}, copy {text_q}, call the button {action_q}",
    ),
    "tb": (
        "Card {title_q} + button {action_q}",
        "A card with {title_q} as its headline. Clicking {action_q} is all one can do (a button).",
        "card > h + button: {title}, {action}",
        "[Create|Write] a card. Heading: {title}. Button label: {action}.",
        "a box that says {title_q} and has a button, label it {action_q}",
        "[Can you|Could you] make a card {title_q} where the button reads {action_q}?",
        "we need a card, headline {title_q}, the button should say {action_q}",
        "card; title {title_q}; btn {action_q}",
        "{title_q} on a card with {action_q} as the button",
    ),
    "itx": (
        "Card with a picture on top, then {title_q}, then {text_q}",
        "img + h + p card: {title_q}, {text_q}",
        "A card that starts with an image, followed by the headline {title_q} and the words"
        " {text_q}",
        "[Create|Design] a card. At the top is an image. Below it comes the title {title_q} and the"
        " text {text_q}.",
        "image card, headline {title}, copy {text_q}",
        "We need a card where a photo is shown above {title_q}, and below that {text_q}",
        "card: picture / {title_q} / {text_q}",
        "[Can I get|Could I have] a card with a photo, {title_q} and {text_q}?",
    ),
    "itxb": (
        "Image on top, headline {title_q}, text {text_q}, button {action_q}: a card",
        "[Create|Write] a card that contains an image, a heading {title_q}, a paragraph {text_q}"
        " and"
        " a button that reads {action_q}",
        "card > img + h + p + button: {title_q}, {text_q}, {action_q}",
        "A picture card for {title_q}. It says {text_q} and the button says {action_q}.",
        "photo card\ntitle: {title}\ntext: {text}\nbutton: {action}",
        "We want cards like this one: picture, then {title_q}, {text_q} and a button {action_q}",
        "card with image; {title_q}; {text_q}; the button is labelled {action_q}",
    ),
}


@natural("natural_card", 2.4)
def card_(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["t", "tx", "tx", "txb", "txb", "tb", "itx", "itxb"])
    title = one(g, [*HEADLINES, *TITLES])
    values: dict[str, Value] = {"title": title}
    root = wish.root("card")
    body = []
    if "x" in parts:
        text = one(g, TEXTS, 3, 6)
        values["text"] = text
        body.append(card_text(g, cap(text)))
    if "b" in parts:
        action = one(g, ACTIONS, 1, 2)
        values["action"] = action
        body.append(action_button(g, action))
    html = card(g, title, body, root=root, img="image.jpg" if "i" in parts else "")
    return wish.piece(html, _CARD[parts], **values)


_CARDS = (
    "Cards: {titles}",
    "[Some|A few] things to show as cards: {titles}",
    "{titles_pipe} [as cards|-> cards]",
    "{n_d}x card ({titles_comma})",
    "{n_d} cards: {titles_slash}",
    "div > {n_d} cards: {titles_comma}",
    "[I want|We want] one card each for {titles}",
    "There should be a card for {titles}",
    "[Can I get|Could you make] cards for {titles}?",
    "[Create|Write|Design] HTML code for {n} cards. Their titles are {titles}.",
    "a grid where every tile stands for one of these: {titles}",
    "Card row:{titles_bul}",
    "boxes next to each other, {titles_then}",
    "make a card out of each: {titles_semi}",
    "Our topics are {titles}. Show them as cards.",
    "The section is made of {n} boxes called {titles}",
)


@natural("natural_cards", 1.1)
def cards(g: Gen) -> Piece:
    wish = Wish(g)
    titles = some(g, TITLES, amount(g, 2, 5), 1, 3)
    root = wish.root()
    html = grid(g, text_cards(g, titles), root=root)
    return wish.piece(html, _CARDS, titles=titles, n=len(titles))


_PRODUCT = {
    "np": (
        "{name_b}, {price_b}: [product card|shop item]",
        "We sell {name} for {price_b}. Product card please",
        "product: {name} | {price_b}",
        "[Create|Write|Design] a product card. The product is {name}. It costs {price_b}.",
        "[Can I get|Could you make] a card for our shop that sells {name} at {price_b}?",
        "shop tile: {name_q} {price_b}",
        "{name_q} costs {price_b}. [Make|Build] a card where people can buy it.",
        "item card\nname: {name}\nprice: {price_b}",
        "People should be able to put {name} ({price_b}) into the cart",
        "[Product|Shop item] called {name_q}, to be sold for {price_b}",
        "card for a product, name {name}, price tag {price_b}",
    ),
    "npx": (
        "{name_q} - {text_q} - {price_b} -> product card",
        "Product card. Name: {name}. Description: {text_q}. Price: {price_b}.",
        "We sell {name} for {price_b}. The description of the product is {text_q}. Make a card.",
        "[Create|Design] a card for the product {name}. It should describe it as {text_q} and show"
        " the price {price_b}.",
        "shop item: {name}, {price_b}, description {text_q}",
        "product\nname: {name}\ntext: {text}\nprice: {price_b}",
        "a product called {name_q}, described by {text_q}, for {price_b}",
    ),
    "npb": (
        "Product {name_q}, {price_b}, button reads {action_q}",
        "{name_q} for {price_b}, label the button {action_q}: product card",
        "[Create|Write] a product card for {name_q}. Price {price_b}. The button should read"
        " {action_q}.",
        "product card > {name_q}, {price_b}, btn {action_q}",
        "A shop card for {name_q} at {price_b}. Instead of the usual button text use {action_q}.",
        "product\nname: {name}\nprice: {price_b}\nbutton: {action}",
        "We want to sell {name_q} ({price_b}); the button on the card says {action_q}",
    ),
}


@natural("natural_product", 0.9)
def product(g: Gen) -> Piece:
    wish = Wish(g)
    parts = g.pick(["np", "np", "npx", "npb"])
    name, price = one(g, GOODS), lexicon.price(g)
    values: dict[str, Value] = {"name": name, "price": price}
    text, action = "", "Add to cart"
    if "x" in parts:
        text = one(g, TEXTS, 3, 6)
        values["text"] = text
    if "b" in parts:
        action = one(g, bank("Buy now|Add to basket|Order now|View details|Buy it"), 1, 2)
        values["action"] = action
    html = product_html(g, name, price, text, action, wish.root("card"))
    return wish.piece(html, _PRODUCT[parts], **values)


_PRODUCTS = (
    "Products: {goods}",
    "Our shop sells {goods}. [Show|List] them as product cards.",
    "{goods_semi} [as product cards|-> shop grid]",
    "Shop page section, products and prices:{goods_bul}",
    "[Can I get|Could you make] product cards for {goods}?",
    "product grid ({goods_comma})",
    "we sell these, make {n} product cards: {goods_semi}",
    "[Create|Write] HTML that shows {n} products. They are {goods}.",
    "products to buy\n{goods_lines}",
    "People should be able to buy {goods}",
)


@natural("natural_products", 0.6)
def products(g: Gen) -> Piece:
    wish = Wish(g)
    pairs = [(name, lexicon.price(g)) for name in some(g, GOODS, amount(g, 2, 8))]
    root = wish.root()
    cells = priced_cards(g, pairs, "Add to cart", img="product.jpg")
    return wish.piece(grid(g, cells, root=root), _PRODUCTS, goods=pairs, n=len(pairs))


_PRICING = (
    "Pricing: {plans}",
    "[Plans|Price plans|Our plans]: {plans_comma}",
    "{plans_semi} [as pricing plans|-> pricing section]",
    "We have {n} [plans|subscriptions]: {plans}. Build the pricing section.",
    "pricing section > {n_d} cards: {plans_comma}",
    "[Create|Design|Write] a pricing section with {n} options. They are {plans}.",
    "[Can I get|Could you make] price cards for {plans}?",
    "People choose between {plans}. Show the prices.",
    "Pricing{plans_bul}",
    "what we charge: {plans_semi} (pricing cards)",
    "customers can subscribe to {plans}; I need the pricing part of the page",
    "price table, no table element but cards, plans {plans}",
    "{n}-column pricing: {plans_slash}",
)


@natural("natural_pricing", 1.0)
def pricing(g: Gen) -> Piece:
    wish = Wish(g)
    n = amount(g, 2, 4)
    names = some(g, PLANS, n, 1, 1)
    root = wish.root()
    if g.chance(0.65):
        plans = [(name, lexicon.price(g)) for name in names]
        given: Value = plans
        prices = [price for _, price in plans]
    else:
        given = names
        prices = [f"{price} per month" for price in plan_prices(names)]
    cells = priced_cards(g, list(zip(names, prices, strict=True)), "Choose plan", level=1)
    html = grid(g, cells, title="Pricing", root=root)
    return wish.piece(html, _PRICING, plans=given, n=n)


_FEATURES = (
    "Features: {names}",
    "[Our product|The app|Our tool] [offers|has|comes with] {names}. [Make|Write] a features"
    " section.",
    "{names_pipe} (features)",
    "section features > {n_d} boxes: {names_comma}",
    "Why people love the app: {names_semi}. Feature section",
    "[Can I get|Could you make] a features section that covers {names}?",
    "[Create|Design|Write] a section that lists the features {names}.",
    "feature highlights:{names_bul}",
    "show off our {n} features {names}",
    "The [app|product] is all about {names}. Present these as features.",
    "features block, {names_then}",
    "{n}-column features section: {names_slash}",
    "The features of our product are {names}",
)


@natural("natural_features", 0.8)
def features(g: Gen) -> Piece:
    wish = Wish(g)
    words = bank(
        "Free shipping|24/7 support|Easy returns|Fast delivery|Dark mode|Offline mode|"
        "Custom themes|Secure payments|Analytics|Team chat|Automatic backups|API access"
    )
    names = some(g, words, amount(g, 2, 8), 1, 3)
    root = wish.root()
    html = grid(g, text_cards(g, names, 1), title="Features", root=root)
    return wish.piece(html, _FEATURES, names=names, n=len(names))


_COUNTED = {
    "card": (
        "{n_d}x card",
        "[I need|We need] {n} cards [next to each other|in one row|on the page]",
        "[Can I get|Could you make] {n} cards?",
        "div > {n_d} cards",
        "[Create|Write] HTML code that shows {n} cards. The text does not matter yet.",
        "card layout, how many: {n_d}",
        "{n} placeholder cards",
    ),
    "team": (
        "[Our team has|We are] {n} people. Team section please",
        "team section for {n}, [names are up to you|any names]",
        "[Create|Write|Design] a team section. There are {n} team members.",
        "section > {n_d} team members",
        "[Can I get|Could you make] a team section that shows {n} members?",
        "the {n} of us, as team cards with photos",
    ),
    "plan": (
        "[Create|Write|Design] a pricing section. There should be {n} plans.",
        "{n_d}-tier pricing",
        "pricing > {n_d} plans",
        "We offer {n} plans, [names and prices are open|invent them]",
        "[Can I get|Could you make] {n} pricing plans?",
        "let people choose from {n} price plans",
    ),
    "product": (
        "shop grid, {n_d} products",
        "[Create|Write|Design] a product grid. It should show {n} products.",
        "we want to sell {n} products, show each as a card",
        "div > {n_d} product cards",
        "[Can I get|Could you make] {n} product cards for a shop?",
        "{n_d}x product with price and cart button",
    ),
}


@natural("natural_cards_count", 0.7)
def cards_count(g: Gen) -> Piece:
    wish = Wish(g)
    what = g.pick(list(_COUNTED))
    n = amount(g, 2, 4 if what == "plan" else 6)
    root = wish.root()
    if what == "card":
        names = bank("Card one|Card two|Card three|Card four|Card five|Card six")[:n]
        cells = text_cards(g, names)
        return wish.piece(grid(g, cells, root=root), _COUNTED[what], n=n)
    if what == "team":
        people = list(zip(PEOPLE, ROLES, strict=True))[:n]
        cells = people_cards(g, people)
        return wish.piece(grid(g, cells, title="Our team", root=root), _COUNTED[what], n=n)
    if what == "plan":
        plans = bank("Basic|Pro|Enterprise|Premium")[:n]
        prices = plan_prices(plans)
        priced = [(plan, f"{price} per month") for plan, price in zip(plans, prices, strict=True)]
        cells = priced_cards(g, priced, "Choose plan", level=1)
        return wish.piece(grid(g, cells, title="Pricing", root=root), _COUNTED[what], n=n)
    names = bank("Coffee mug|Desk lamp|Notebook|Backpack|Wall clock|Wool scarf")
    goods = list(zip(names, bank("$12|$39|$8|$59|$25|$19"), strict=True))[:n]
    cells = priced_cards(g, goods, "Add to cart", img="product.jpg")
    return wish.piece(grid(g, cells, root=root), _COUNTED[what], n=n)
