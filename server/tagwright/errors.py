"""The exceptions that Tagwright raises on purpose.

Every message is one sentence that can be shown to a user as it is, and says what to do.

* ``TagwrightError``
    * ``InputError``      what the user gave: a file, a prompt, a position
    * ``SettingsError``   an option that has no meaning
    * ``ModelError``      a model, adapter or engine that can't be loaded or run
        * ``AdapterMismatch``  an adapter made for another base model, prompt or codec
    * ``NothingUsable``   the model answered, but no markup could be made of it
    * ``Cancelled``       the user or the client stopped the generation
"""


class TagwrightError(Exception):
    """Base of all errors with a message meant for the user."""


class InputError(TagwrightError):
    """The prompt, file or position given can't be used."""


class SettingsError(TagwrightError):
    """A setting has a value that it can't take."""


class ModelError(TagwrightError):
    """The model, adapter or engine can't be loaded or failed while running."""


class AdapterMismatch(ModelError):
    """The adapter was trained for another base model, prompt version or codec."""


class NothingUsable(TagwrightError):
    """The model's answer held no markup; the document stays as it was."""


class Cancelled(TagwrightError):
    """The generation was stopped before it ended."""
