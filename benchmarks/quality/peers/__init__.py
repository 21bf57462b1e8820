"""Other checkers on the same documents: one file a peer, each with ``title``, ``COVERS`` and ``scan``."""
