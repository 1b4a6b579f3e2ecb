"""The languages whose comments can be prompts: one table.

What a document is written in comes from its LSP ``languageId``; its file name decides where the
editor sent one that says nothing about markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scanner = Literal["html", "markdown", "vue", "svelte", "astro", "jsx"]
_BRACES = ("{{", "{%", "{#")
_PERCENT = ("<%",)


@dataclass(frozen=True)
class Language:
    """How prompts stand in a language, and what markup has to look like in it.

    comments: names of the comment syntaxes (``tagwright.page.comments``) that can hold a prompt.
    scanner: what finds tags and comments (``tagwright.page.tokens``).
    reserved: what begins template code, so that generated text and attributes must not hold it.
    """

    name: str
    comments: tuple[str, ...] = ("html",)
    scanner: Scanner = "html"
    reserved: tuple[str, ...] = ()

    @property
    def takes_documents(self) -> bool:
        """Whether a whole page with html and body can stand in it."""
        return self.scanner in ("html", "astro")


HTML = Language("html")
_LANGUAGES = (
    HTML,
    Language("django", ("html", "hash", "tag"), reserved=_BRACES),
    Language("jinja", ("html", "hash"), reserved=_BRACES),
    Language("twig", ("html", "hash"), reserved=_BRACES),
    Language("liquid", ("html", "tag", "inline-tag"), reserved=_BRACES),
    Language("erb", ("html", "percent-hash", "percent-dashes"), reserved=_PERCENT),
    Language("ejs", ("html", "percent-hash"), reserved=_PERCENT),
    Language("php", ("html", "php"), reserved=("<?",)),
    Language("blade", ("html", "blade"), reserved=("{{", "{!!", "@", "<?")),
    Language("handlebars", ("html", "mustache", "mustache-dashes"), reserved=("{{",)),
    Language("mustache", ("html", "mustache"), reserved=("{{",)),
    Language("go", ("html", "go"), reserved=("{{",)),
    Language("vue", scanner="vue", reserved=("{{",)),
    Language("svelte", scanner="svelte", reserved=("{", "}")),
    Language("astro", ("html", "braces"), "astro", ("{", "}")),
    Language("jsx", ("braces",), "jsx", ("{", "}")),
    Language("markdown", scanner="markdown"),
    # Known, and without a place for markup.
    Language("other", ()),
)
# languageId -> language: VS Code and its extensions, Neovim and Vim, Helix, Emacs, Zed.
_IDS = {
    "html": "html xhtml html5 angular htmlangular vue-html",
    "django": "django-html htmldjango django djangohtml django-txt",
    "jinja": "jinja jinja2 jinja-html html.jinja htmljinja nunjucks njk",
    "twig": "twig html.twig",
    "liquid": "liquid liquid-html html-liquid",
    "erb": "erb eruby html.erb html-erb html-eex eex heex html-heex",
    "ejs": "ejs html.ejs embedded-template",
    "php": "php html.php",
    "blade": "blade blade.php html.blade",
    "handlebars": "handlebars hbs html.handlebars html-handlebars glimmer htmlbars",
    "mustache": "mustache html.mustache",
    "go": "gotmpl gohtmltmpl gohtml go-template html-go-template gohtml-template",
    "vue": "vue",
    "svelte": "svelte",
    "astro": "astro",
    "jsx": "javascriptreact typescriptreact jsx tsx javascript.jsx typescript.tsx javascript",
    "markdown": "markdown md gfm quarto rmd markdown.gfm",
    "other": "typescript css scss less sass json jsonc yaml toml xml python ruby rust go mdx pug",
}
_EXTENSIONS = {
    "html": "html htm xhtml shtml",
    "django": "djhtml",
    "jinja": "j2 jinja jinja2 njk nunjucks",
    "twig": "twig",
    "liquid": "liquid",
    "erb": "erb rhtml eex leex heex",
    "ejs": "ejs",
    "php": "php phtml php5 php7 php8 inc",
    "blade": "blade.php",
    "handlebars": "hbs handlebars",
    "mustache": "mustache",
    "go": "gohtml gotmpl tmpl",
    "vue": "vue",
    "svelte": "svelte",
    "astro": "astro",
    "jsx": "jsx tsx js mjs",
    "markdown": "md markdown",
    "other": "ts css scss less json yaml yml toml xml py rb rs go mdx pug haml",
}


def language_of(language_id: str = "", name: str = "") -> Language:
    """Return the language of a document.

    language_id: as LSP has it; one that isn't known, plain text for example, decides nothing.
    name: file name, path or URI, read from its end. HTML where neither is known.
    """
    by_name = {language.name: language for language in _LANGUAGES}
    wanted = language_id.strip().lower()
    for known, ids in _IDS.items():
        if wanted in ids.split():
            return by_name[known]
    return language_of_file(name) or HTML


def language_of_file(name: str) -> Language | None:
    """Return the language that a file name, path or URI ends in, None for one that isn't known."""
    by_name = {language.name: language for language in _LANGUAGES}
    parts = name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1].lower().split(".")[1:]
    for ending in (".".join(parts[-2:]), parts[-1] if parts else ""):
        for known, endings in _EXTENSIONS.items():
            if ending in endings.split():
                return by_name[known]
    return None
