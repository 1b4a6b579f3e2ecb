"""A commit to the Hugging Face hub, made whole before anything is sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tagwright.engines.identity import IDENTITY, read_json
from tagwright.errors import InputError, ModelError
from tagwright_training.deliver.contents import adapter_files, model_files

if TYPE_CHECKING:
    from huggingface_hub import CommitOperationAdd

_CARD = "README.md"


@dataclass(frozen=True)
class Publication:
    """What goes. files: by name, the card among them. left: names in the directory that stay."""

    repository: str
    message: str
    card: str
    files: dict[str, Path | bytes]
    left: list[str]

    def manifest(self) -> list[tuple[str, int, str]]:
        """Return name, bytes and SHA-256 of each file."""
        rows = []
        for name, content in self.files.items():
            digest, size = hashlib.sha256(), 0
            if isinstance(content, bytes):
                digest.update(content)
                size = len(content)
            else:
                with content.open("rb") as file:
                    while block := file.read(1 << 20):
                        digest.update(block)
                        size += len(block)
            rows.append((name, size, digest.hexdigest()))
        return rows

    def operations(self) -> list[CommitOperationAdd]:
        """Return the same files as parts of a commit."""
        from huggingface_hub import CommitOperationAdd

        return [CommitOperationAdd(name, content) for name, content in self.files.items()]


def prepare(folder: Path, repository: str, *, adapter: bool, card: str) -> Publication:
    """Return what of ``folder`` goes to ``repository`` (ORG/NAME). Raises ``InputError``.

    card: text of README.md, ``""`` for that of the run or a minimal one. Uses no network.
    """
    org, slash, name = repository.partition("/")
    if not (org and slash and name) or "/" in name:
        raise InputError(f"--to must be ORG/NAME at the hub, not {repository!r}.")
    going, staying = adapter_files(folder) if adapter else model_files(folder)
    text = card or _card(folder, name, adapter=adapter)
    what = "adapter" if adapter else "model"
    return Publication(
        repository,
        f"Tagwright: {what} {name}",
        text,
        {_CARD: text.encode(), **{path.name: path for path in going}},
        [path.name for path in staying if path.name != _CARD],
    )


def push(publication: Publication, *, private: bool, update: bool) -> str:
    """Create the repository, commit, and return the commit's address.

    update: whether the repository may exist. The token is the environment's or the login's. Raises
    ``ModelError`` with what to do.
    """
    import httpx
    from huggingface_hub import HfApi, get_token
    from huggingface_hub.errors import HfHubHTTPError

    repository = publication.repository
    if get_token() is None:
        raise ModelError("There is no token for the hub: run hf auth login, or set HF_TOKEN.")
    api = HfApi()
    try:
        api.create_repo(repository, private=private, exist_ok=update)
        done = api.create_commit(
            repository, publication.operations(), commit_message=publication.message
        )
    except HfHubHTTPError as error:
        raise ModelError(_refused(repository, error.response.status_code)) from error
    except (httpx.HTTPError, OSError, RuntimeError) as error:
        raise ModelError(
            f"The hub can't be reached or the upload broke off ({type(error).__name__}): check "
            "the network, then repeat the command with --update."
        ) from error
    return str(done.commit_url)


def _refused(repository: str, status: int) -> str:
    if status == 401:
        return "The hub does not know the token: run hf auth login again, or set another HF_TOKEN."
    if status == 403:
        return f"The token may not write to {repository}: use one with write access there."
    if status == 409:
        return f"{repository} exists at the hub: give another --to, or --update to commit to it."
    return f"The hub refused {repository} with status {status}: try again later."


def _card(folder: Path, name: str, *, adapter: bool) -> str:
    """The card of the run that the adapter is of; else what ``tagwright.json`` says."""
    run = folder.absolute().parent
    if adapter and (run / "run.json").is_file():
        from tagwright_training.report.card import model_card

        return model_card(run, name=name)
    path = folder / IDENTITY
    said = read_json(path) if path.exists() else {}
    about = said.get("base") if isinstance(said.get("base"), dict) else {}
    base = about.get("name", "") if isinstance(about, dict) else ""
    front = ["tags:", "- html", "- tagwright", "pipeline_tag: text-generation"]
    front += [f"base_model: {base}"] if base else []
    front += ["library_name: peft" if adapter else "library_name: transformers"]
    facts = {
        "Base model": base,
        "Revision": about.get("revision", "") if isinstance(about, dict) else "",
        "Prompt version": said.get("prompt_version", ""),
        "Answer codec": said.get("codec", ""),
        "SHA-256 of the data": said.get("data_sha256", ""),
        "Rows": said.get("rows", ""),
    }
    lines = [f"- {key}: {value}" for key, value in facts.items() if value != ""]
    what = "An adapter (PEFT)" if adapter else "A model"
    body = f"# {name}\n\n{what} that writes HTML from a request, for Tagwright.\n"
    return "\n".join(["---", *front, "---", body, *lines]).rstrip() + "\n"
