"""Which comments are prompts: words that ask for markup, and nothing that means something else.

Terse section labels ("navbar", "Area chart") are prompts. Licences, directives, closers,
commented-out code and notes to developers are not.
"""

from __future__ import annotations

import re

LONGEST = 4000
"""Characters of the longest prompt."""
_DECORATION = "=*#~_-–—/\\|+<>"

_CONDITIONAL = re.compile(r"\s*\[if\b|.*\[endif\]|\s*<!\[", re.IGNORECASE | re.DOTALL)
_DEVELOPER_NOTE = re.compile(
    r"\W*(?:@?(?:TODO|FIXME|XXX|HACK|NOTE|BUG|NB|DEPRECATED)\b"
    r"|@(?:todo|fixme)\b|(?i:todo|fixme|xxx|hack|note|bug|nb|deprecated)"
    r"\s*(?:\([^)]*\)\s*)?:)"
)
_LICENCE_START = re.compile(
    r"\W*(?:copyright\s*(?:\(c\)|©|&copy;|\d{4}|by\b|:)|\(c\)\s|©\s*\d{4}"
    r"|licen[sc]ed\s+under|licen[sc]e\s*[:\-]|the\s+(?:mit|apache|bsd)\s+licen[sc]e\b)",
    re.IGNORECASE,
)
_LICENCE_ANYWHERE = re.compile(
    r"SPDX-License|@licen[sc]e|@preserve|licen[sc]ed\s+under\s+(?:the|a|mit|apache|gpl|cc)\b"
    r"|permission\s+is\s+hereby\s+granted|apache\.org/licenses|opensource\.org/licenses"
    r"|creativecommons\.org/|without\s+warrant|redistribution\s+and\s+use",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"copyright|©|\(c\)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FILE_HEADER = re.compile(
    r"^\W*(?:author|theme|template|website|version|licen[sc]e|updated|file|package|description"
    r"|theme name|template name|template url|theme url|author url|template author|last modified)"
    r"\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_DIRECTIVE = re.compile(
    r"@?(?:prettier|eslint|tslint|jshint|jslint|stylelint|htmlhint|htmllint|html-validate"
    r"|markdownlint|textlint|cspell|spell-checker|djlint|oxlint|noinspection|erb-?lint|rubocop"
    r"|phpcs|phpstan|psalm|theme-check|template-lint|svelte-ignore|curlylint|j2lint|haml-lint"
    r"|webpack\w+|vite-ignore)(?:[-:\s]|\Z)"
    r"|(?:biome|sonar|lint|noqa|herb|remark|alex|dprint)[-:]|noqa\Z|fmt:\s*(?:on|off|skip)"
    r"|(?:istanbul|c8|v8|alex|dprint|vale)[\s-](?:ignore|disable|enable|on|off)\b"
    r"|@(?:ts|vue|astro|phpstan|psalm|codeCoverageIgnore|jsx|formatter|format|generated|flow|client"
    r"|render|component|internal|lint)\b"
    # Rails' strict locals and magic comments, file headers of themes, notes to translators
    r"|locals:\s*\(|(?:encoding|coding|frozen_string_literal|warn_indent|template dependency"
    r"|template name|template post type|block name|translators?|l10n|i18n)\s*:"
    # marks that tools write between
    r"|(?:begin|end|start|stop)(?:[_:]\S|\s+doctoc)|(?-i:BEGIN|END|START|STOP)-\w"
    r"|\S+:\s?(?:begin|start|end|stop)\b"
    r"|/?ko(?:\s+(?:if|ifnot|foreach|with|let|using|component|template|text|stopBinding)\b|\Z)"
    r"|(?-i:ng[A-Z])\w*(?::|\Z)|ng-[a-z]|react-(?:text|empty|mount)|/?wp:\w"
    r"|(?:build|bower|inject|replace|process|region):\S"
    r"|end(?:build|bower|inject|replace|process|region)\b"
    r"|#(?:include|exec|set|if|elif|else|endif|echo|config|fsize|flastmod|printenv|region"
    r"|endregion)\b"
    r"|(?:more|nextpage|noteaser|eof)\s*\Z|@formatter:|vim?:\s|-\*-|html-?min\w*[:\s]"
    r"|(?:start|end)fragment\s*\Z|google_ad_section|saved from url|do not (?:edit|remove|delete)\b",
    re.IGNORECASE,
)
_MARKDOWN_DIRECTIVE = re.compile(
    r"/?(?:toc|tocstop|badges?|truncate|excerpt|readmore|omit (?:in|from) toc|page-?break|new-?page"
    r"|notes?|slide|presenter notes|end list|no toc|{.*})\s*\Z|(?:include|class|theme|marp|layout"
    r"|_class|footer|header|paginate|tabs?|vale|index)\s*:",
    re.IGNORECASE,
)
_GENERATOR = re.compile(
    r"(?:this (?:page|file) (?:was|is)\s+)?(?:auto-?)?(?:generated|created|exported|compiled"
    r"|minified)\s+(?:by|with|using|on|at|from)\s|generator\s*:|page generated\b",
    re.IGNORECASE,
)
_PART = (
    r"(?:[.#][\w-]+|<?/?(?:div|container|wrapper|row|col(?:umn)?|section|article|main|header|footer"
    r"|nav|navbar|body|head|html|content|sidebar|aside|form|table|ul|ol|li|card|modal|page|tag)>?)"
)
_CLOSER = re.compile(
    rf"/+\s*\S.*"
    rf"|end_?(?:if|for|foreach|forelse|each|block|while|with|unless|case|section|macro|call|switch"
    rf"|capture|form|isset|empty|auth|guest|component|slot|push|raw|verbatim|comment)(?:\s+\S+){{0,4}}"
    rf"|end(?:[\s:.]+(?:of|the)\b)*[\s:.]+(?!date|time|user|point|to|result|screen)"
    rf"\S+(?:\s+\S+){{0,3}}|end(?:\s*of\s*\w+)?"
    rf"|(?:\S+\s+){{0,2}}?(?!(?:front|back|high|low|dead|rear)[\s-])\S+\s+(?:ends?|ends?\s+here)"
    rf"|clos(?:e|es|ed|ing)(?:\s+(?:of|the|tag))*\s+(?:\w+\s+)?{_PART}(?:\s+(?:tag|div))?"
    rf"|{_PART}\s+(?:closed|closes|closing|close tag)"
    rf"|[.#][\w-]+(?:[\s,]*[.#][\w-]+)*",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\s*</?[a-zA-Z!]"  # begins with a tag
    r"|.*</[a-zA-Z]"  # has an end tag
    r"|.*<[a-zA-Z][\w-]*\s+[\w:@-]+\s*=\s*[\"']"  # has a tag with an attribute
    r"|.*(?:\{%|\{\{|<%|<\?|\$\{|\{#|#\}|%\}|\}\})"  # template code
    r"|.*(?:=>|\bfunction\s*\w*\s*\(|\)\s*;|[;{}]\s*\Z)"  # script or style
    r"|.*<[A-Z][\w.]*(?:\s[^<>]*)?/?>"  # a component
    r"|\s*[$=][a-zA-Z_]"  # a variable, or its output
    r"|\s*@(?:if|else\w*|end\w*|for\w*|include\w*|extends|section|yield|php|csrf|var|param|type"
    r"|return|since|package|see|link|import|switch|case|unless|auth|guest|foreach)\b"
    r"|\s*@?[\w$]+(?:(?:\.|->|::)[\w$]+)+(?:\(.*\))?(?:\s*[=|&?].*)?\s*\Z"  # a member, its call
    r"|\s*[\w$]+\(\)\s*\Z"
    r"|\s*(?:render|include|extends|import|require|yield|partial)[\s(]+[\"'][\w-]*[./][\w./-]*[\"']"
    r"|.*<!--",
    re.DOTALL,
)
_FILE_NAME = re.compile(
    r"(?:[\w.-]+/)*[\w-]+(?:\.[\w-]+)*\.(?:html?|php|erb|hbs|liquid|vue|svelte|astro|[jt]sx?|s?css)"
)
_ADDRESS = re.compile(r"(?:https?:)?//\S+")


def prompt_text(body: str) -> str:
    """Return the words of a comment's body or a selection: no decoration, no line indentation."""
    lines = [line.strip() for line in re.split(r"\r\n|\n|\r", _undecorated(body))]
    return "\n".join(lines)


def is_prompt(body: str, *, markdown: bool = False) -> bool:
    """Whether a comment's body (the text between the delimiters) asks for markup.

    markdown: the comment stands in a Markdown text, where some words are marks for its tools.
    """
    if body.startswith("!") or len(body) > LONGEST or _CONDITIONAL.match(body):
        return False
    if not any(map(str.isalpha, body)) or _CODE.match(body) or _ADDRESS.fullmatch(body.strip()):
        return False
    if _FILE_NAME.fullmatch(body.strip()):
        return False
    plain = body.strip()
    if _DIRECTIVE.match(plain) or _GENERATOR.match(plain) or _DEVELOPER_NOTE.match(plain):
        return False
    if markdown and _MARKDOWN_DIRECTIVE.match(plain):
        return False
    return not (_is_licence(plain) or _CLOSER.fullmatch(plain.strip("=*~_-–— ")))


def _undecorated(body: str) -> str:
    """Drop rulers such as ``=====`` and ``----`` at both ends, but not one mark of a word."""
    text = body.strip()
    ruler = rf"[{re.escape(_DECORATION)}]"
    text = re.sub(rf"\A(?:{ruler}{{2,}}\s*)+", "", text)
    text = re.sub(rf"(?:\s*{ruler}{{2,}})+\Z", "", text)
    # "<!--- navbar --->": the third dash belongs to nobody.
    return re.sub(r"\A-\s+(?=[^\n]*\Z)|(?<=\s)-\Z", "", text).strip()


def _is_licence(text: str) -> bool:
    if _LICENCE_START.match(text) or _LICENCE_ANYWHERE.search(text):
        return True
    lines = text.count("\n") + 1
    if lines >= 3 and _COPYRIGHT.search(text) and _YEAR.search(text):
        return not text.lower().startswith(("a ", "an ", "the "))
    return len(_FILE_HEADER.findall(text)) >= 2
