"""Rescan Parquet pages with Ray Data: ``python examples/rescan_ray.py PAGES OUT``.

Needs ``pip install "prepub-check[parquet]" "ray[data]"``. PAGES is Parquet in the columns of
``prepub_check.rescan.arrow.PAGES``; OUT gets Parquet in those of ``RESULTS``.
"""

from __future__ import annotations

import sys

import pyarrow as pa
import ray

from prepub_check.rescan.arrow import RESULTS, scan_batch

_ROWS = 200


def scan(table: pa.Table) -> pa.Table:
    """Check a block of pages."""
    return pa.Table.from_batches((scan_batch(batch) for batch in table.to_batches()), schema=RESULTS)


if __name__ == "__main__":
    source, out = sys.argv[1:]
    pages = ray.data.read_parquet(source)
    pages.map_batches(scan, batch_format="pyarrow", batch_size=_ROWS).write_parquet(out)
