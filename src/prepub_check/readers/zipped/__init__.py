"""Packages: files that are a zip of parts, opened without trust in what they say of themselves."""

from .package import Package

__all__ = ["Package"]
