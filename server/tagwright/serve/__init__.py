"""The HTTP server: an API, a playground and language servers over WebSocket, with one model.

``app`` puts the parts together, ``run`` is the process. Needs the extra ``serve``.
"""
