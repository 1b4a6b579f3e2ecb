"""The settings a user can give, their JSON names, and one sentence for each wrong value.

The metadata of each field (``name``, ``type``, ``doc``) is what configuration tables and client
manifests are made from; ``minimum``, ``maximum`` and ``choices`` are there where they apply, and
``loads`` where another value means another engine or model.
"""

from __future__ import annotations

import json
import math
from dataclasses import Field, dataclass, field, fields, replace
from typing import Any, Literal

SECTION = "tagwright"
"""The section that clients keep these settings under."""

CLIENT_KEYS = ("server", "trace")
"""Keys that editor clients keep in the same section for themselves (``tagwright.trace.server``)."""


def _setting(default: Any, name: str, kind: str, doc: str, **limits: Any) -> Any:
    return field(default=default, metadata={"name": name, "type": kind, "doc": doc, **limits})


@dataclass(frozen=True)
class Settings:
    """What the user chose; every field has a default that works without any configuration."""

    engine: str = _setting(
        "auto",
        "engine",
        "string",
        "The engine that runs the model; auto takes the best one for this machine.",
        choices="engines",
        loads=True,
    )
    model: str = _setting(
        "",
        "model",
        "string",
        "The base model: a GGUF file, a Hugging Face model directory or hub id for the engine "
        "bitsandbytes, or the name that the server of baseUrl knows it by; empty means the "
        "embedded model, or the only one of the server.",
        loads=True,
    )
    adapter: str = _setting(
        "",
        "adapter",
        "string",
        "Path of a PEFT adapter directory; empty means the adapter that belongs to the embedded "
        "model, none means the base model alone.",
        loads=True,
    )
    max_new_tokens: int = _setting(
        768,
        "maxNewTokens",
        "integer",
        "The most tokens that one answer may have.",
        minimum=1,
        maximum=8192,
    )
    temperature: float = _setting(
        0.0,
        "temperature",
        "number",
        "How freely the model chooses its words: 0 always takes the likeliest one.",
        minimum=0.0,
        maximum=2.0,
    )
    comment: Literal["keep", "replace"] = _setting(
        "keep",
        "comment",
        "string",
        "Whether the comment stays above the markup or is replaced by it.",
        choices=("keep", "replace"),
    )
    completion_budget: int = _setting(
        1500,
        "completionBudgetMs",
        "integer",
        "Milliseconds after which a completion is answered with what has been written so far.",
        minimum=0,
        maximum=60000,
    )
    inline_completion: Literal["all", "comments", "off"] = _setting(
        "comments",
        "inlineCompletion",
        "string",
        "Where ghost text comes while you type: below comments, or all, which is also in lists, "
        "tables and other elements that have begun; asked for, it comes at both unless it is off.",
        choices=("all", "comments", "off"),
    )
    inline_delay: int = _setting(
        150,
        "inlineDelayMs",
        "integer",
        "Milliseconds without typing before ghost text that nobody asked for is generated.",
        minimum=0,
        maximum=10000,
    )
    inline_timeout: int = _setting(
        3000,
        "inlineTimeoutMs",
        "integer",
        "Milliseconds after which ghost text that nobody asked for is given up; where it was asked "
        "for there is no limit.",
        minimum=1,
        maximum=60000,
    )
    code_lens: bool = _setting(
        False,
        "codeLens",
        "boolean",
        "Whether a button to generate stands above each prompt comment.",
    )
    adapter_scale: float = _setting(
        1.0,
        "adapterScale",
        "number",
        "How much of the adapter is added to the base model: 0 is none of it, 1 as trained.",
        minimum=0.0,
        maximum=4.0,
        loads=True,
    )
    gpu_layers: int = _setting(
        -1,
        "gpuLayers",
        "integer",
        "How many layers the engine llamacpp puts on a GPU, where its build has one; -1 is as "
        "many as fit.",
        minimum=-1,
        maximum=1000,
        loads=True,
    )
    allow_download: bool = _setting(
        False,
        "allowDownload",
        "boolean",
        "Whether a model given by its hub id may be downloaded; otherwise nothing is fetched.",
        loads=True,
    )
    base_url: str = _setting(
        "",
        "baseUrl",
        "string",
        "Address of an OpenAI-compatible server, with its version (http://127.0.0.1:8000/v1); "
        "the prompt and what is said of the page go there.",
        loads=True,
    )
    api_key_env: str = _setting(
        "",
        "apiKeyEnv",
        "string",
        "Name of the environment variable that holds the server's token; empty means no token.",
        loads=True,
    )
    codec: Literal["none", "pointer"] = _setting(
        "none",
        "codec",
        "string",
        "The notation of the server's model: none for ordinary models, pointer where the server "
        "runs the embedded one.",
        choices=("none", "pointer"),
        loads=True,
    )
    grammar: Literal["auto", "off", "vllm", "sglang", "llama.cpp"] = _setting(
        "auto",
        "grammar",
        "string",
        "Whether the model is held to the grammar of HTML while it writes: auto does it in the "
        "engines of this machine, off nowhere; the others also have the server of baseUrl do it, "
        "and say what it runs (vllm with the backend guidance, sglang with llguidance, llama.cpp "
        "built with llguidance).",
        choices=("auto", "off", "vllm", "sglang", "llama.cpp"),
        loads=True,
    )
    connect_timeout: float = _setting(
        10.0,
        "connectTimeout",
        "number",
        "Seconds to wait for a connection to the server.",
        minimum=0.1,
        maximum=600.0,
        loads=True,
    )
    idle_timeout: float = _setting(
        120.0,
        "idleTimeout",
        "number",
        "Seconds that the server may stay silent, before its first token too.",
        minimum=0.1,
        maximum=3600.0,
        loads=True,
    )
    allow_insecure: bool = _setting(
        False,
        "allowInsecure",
        "boolean",
        "Whether baseUrl may be plain http on another machine, where anyone between can read "
        "along; on this machine it may always.",
        loads=True,
    )
    idle_minutes: float = _setting(
        15.0,
        "idleMinutes",
        "number",
        "Minutes without a request after which the model is freed until it is needed again; "
        "0 keeps it.",
        minimum=0.0,
        maximum=10080.0,
    )
    log_generations: bool = _setting(
        False,
        "logGenerations",
        "boolean",
        "Whether accepted, edited and rejected generations are kept in a file of yours on this "
        "machine, to train on; nothing is sent.",
    )


def parse_settings(options: object) -> tuple[Settings, list[str]]:
    """Read settings as a client sends them: the section itself, or an object that holds it.

    A missing or null setting takes its default. Returns the settings and one sentence for each
    wrong value or unknown name, with the default that is used instead. Never raises.
    """
    options = section_of(options)
    if options is None:
        return Settings(), []
    if not isinstance(options, dict):
        return Settings(), [
            f"The settings {_shown(options)} can't be read: give an object with names and values; "
            "all defaults are used."
        ]
    known = {item.metadata["name"]: item for item in fields(Settings)}
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in options.items():
        if name in known and value is not None:
            item = known[name]
            try:
                values[item.name] = _checked(item, value)
            except ValueError as wish:
                problems.append(
                    f"The setting {SECTION}.{name} can't be {_shown(value)}: {wish}; "
                    f"the default {_shown(item.default)} is used."
                )
        elif name not in known and name not in CLIENT_KEYS:
            problems.append(
                f"There is no setting {SECTION}.{name} (its value is {_shown(value)}): "
                f"it is ignored; the settings are {', '.join(known)}."
            )
    return Settings(**values), problems


def model_key(settings: Settings) -> tuple[object, ...]:
    """Return the values that decide what is loaded: equal keys can share one loaded model."""
    return tuple(
        getattr(settings, item.name) for item in fields(Settings) if item.metadata.get("loads")
    )


def hosted_by(host: Settings, client: Settings) -> Settings:
    """Return a client's settings, but the host's in what is loaded, how long, and what is kept."""
    kept = [item.name for item in fields(Settings) if item.metadata.get("loads")]
    kept += ["idle_minutes", "log_generations"]
    return replace(client, **{name: getattr(host, name) for name in kept})


def section_of(options: object) -> object:
    """Return the section itself, whether it comes bare or in an object that holds it."""
    if isinstance(options, dict) and SECTION in options:
        return options[SECTION]
    return options


def choices(item: Field[Any]) -> tuple[str, ...]:
    """Return the values that a setting can take, or an empty tuple where any text will do."""
    listed = item.metadata.get("choices", ())
    if listed == "engines":
        # The engines know their names; imported late because they take Settings themselves.
        from tagwright.engines import ENGINES

        return tuple(ENGINES)
    return tuple(listed)


def _checked(item: Field[Any], value: object) -> object:
    """Return the value in the setting's own type. Raises ``ValueError`` saying what to give."""
    kind = item.metadata["type"]
    if kind == "string":
        allowed = choices(item)
        if allowed and value not in allowed:
            raise ValueError(f"give one of {', '.join(allowed)}")
        if not isinstance(value, str):
            raise ValueError("give a text")
        return value
    if kind == "boolean":
        if not isinstance(value, bool):
            raise ValueError("give true or false")
        return value
    low, high = item.metadata["minimum"], item.metadata["maximum"]
    wish = f"give a {'whole ' if kind == 'integer' else ''}number from {low} to {high}"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError(wish)
    # Some clients have one number type only and send 512.0.
    if not math.isfinite(value) or not low <= value <= high:
        raise ValueError(wish)
    if kind == "integer":
        if value != int(value):
            raise ValueError(wish)
        return int(value)
    return float(value)


def _shown(value: object) -> str:
    """Return the value as it stands in JSON, shortened: it is shown in one line."""
    try:
        text = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
