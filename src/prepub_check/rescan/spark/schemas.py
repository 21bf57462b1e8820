"""The published columns as Spark names them."""

from __future__ import annotations

from typing import Final

from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from .. import columns

PAGES: Final[StructType] = from_arrow_schema(columns.PAGES)
RESULTS: Final[StructType] = from_arrow_schema(columns.RESULTS)
DIGESTS: Final[StructType] = from_arrow_schema(columns.DIGESTS)
