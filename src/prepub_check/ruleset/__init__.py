"""Rules as data: one TOML file, one rule."""
