"""The process that owns the model, shared by all language servers of a user with equal settings.

``start`` connects to it or starts it, ``host`` is the process itself, ``wire`` is what the two say
to each other. Nothing here goes over a network.
"""
