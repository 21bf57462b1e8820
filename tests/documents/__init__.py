"""Documents and readers that the tests make."""
