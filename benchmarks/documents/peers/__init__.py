"""Other readers of the same documents: one file a peer, each with ``read(data) -> text``."""
