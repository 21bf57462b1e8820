"""How fast documents are read, next to the libraries that people use for them."""
