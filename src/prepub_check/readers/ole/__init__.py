"""Compound files (MS-CFB): Word, Excel, PowerPoint and Outlook before XML, and those of Kingsoft."""

from .document import read

__all__ = ["read"]
