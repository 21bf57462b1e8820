"""Made-up values that hold by their standards: each maker takes a random source and gives one value."""
