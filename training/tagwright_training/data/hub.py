"""Data sets of the Hugging Face hub, streamed: nothing is fetched but what is read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tagwright.errors import InputError
from tagwright_training.data.files import Entry

_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")


def is_hub_id(source: str) -> bool:
    """Whether a text can be the id of a data set: ``owner/name``."""
    return _ID.fullmatch(source) is not None


@dataclass(frozen=True)
class HubTable:
    """One split of a data set at one commit, so that later runs read the same rows."""

    name: str
    split: str
    commit: str
    is_small = False

    @classmethod
    def find(cls, name: str, split: str, revision: str) -> HubTable:
        """Look the data set up. Raises ``InputError`` where there is no such one, or no network."""
        from huggingface_hub import HfApi
        from huggingface_hub.errors import (
            GatedRepoError,
            HfHubHTTPError,
            HFValidationError,
            OfflineModeIsEnabled,
            RepositoryNotFoundError,
            RevisionNotFoundError,
        )

        try:
            info = HfApi().dataset_info(name, revision=revision or None, timeout=30)
        except GatedRepoError:
            raise InputError(
                f"The data set {name} is gated: ask for access on its page and log in with "
                "hf auth login."
            ) from None
        except RevisionNotFoundError:
            raise InputError(
                f"The data set {name} has no revision {revision!r}; give a branch, tag or commit."
            ) from None
        except RepositoryNotFoundError:
            raise InputError(
                f"There is no file, directory or hub data set {name}; check its name, or log in "
                "with hf auth login if it is private."
            ) from None
        except HFValidationError as error:
            raise InputError(f"{name} can't be the id of a hub data set ({error}).") from None
        except OfflineModeIsEnabled:
            raise InputError(
                f"There is no file or directory {name}, and the hub is switched off by "
                "HF_HUB_OFFLINE: unset it, or give a local file."
            ) from None
        except (HfHubHTTPError, OSError, _transport_error()):
            raise InputError(
                f"There is no file or directory {name}, and the hub could not be reached to look "
                "for a data set of that name: check the network, or download it elsewhere and "
                "give the file."
            ) from None
        return cls(name, split, info.sha or revision)

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield where an entry stands, for messages, and the entry. Raises ``InputError``."""
        from datasets import load_dataset
        from datasets.exceptions import DatasetsError

        number = 0
        try:
            rows = load_dataset(
                self.name, split=self.split, revision=self.commit or None, streaming=True
            )
            for number, entry in enumerate(rows, 1):
                yield f"Row {number} of {self.name}", entry
        except (DatasetsError, ValueError) as error:
            why = str(error).splitlines()[0]
            raise InputError(
                f"The split {self.split!r} of the data set {self.name} can't be read ({why}); "
                "choose another split, or give a downloaded file."
            ) from None
        except (OSError, _transport_error()) as error:
            raise InputError(
                f"The data set {self.name} broke off after {number} rows ({type(error).__name__}); "
                "check the network and start again: training goes on from its last checkpoint."
            ) from None

    def columns(self) -> tuple[str, ...]:
        """Return the columns of the first entry. Raises ``InputError`` if there is none."""
        for _, entry in self.entries():
            return tuple(entry)
        raise InputError(f"The split {self.split!r} of {self.name} is empty; choose another.")

    def digest(self) -> str:
        """Return a SHA-256 that stands for the split at its commit."""
        return hashlib.sha256(f"{self.name}@{self.commit}:{self.split}".encode()).hexdigest()


def _transport_error() -> type[Exception]:
    """What the hub's client raises where there is no connection; which client that is changes."""
    from huggingface_hub import utils

    error: type[Exception] = getattr(utils, "httpx").TransportError  # noqa: B009 (not exported)
    return error
