"""The JSON Schema of the json format, drawn from ``shapes``."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from ..model import SCHEMA_VERSION
from .shapes import ReportRecord


def report_schema() -> dict[str, Any]:
    """Give the schema, named after the version that every report carries as ``schema_version``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:prepub-check:report:{SCHEMA_VERSION}",
        **TypeAdapter(ReportRecord).json_schema(mode="serialization"),
    }
