"""Rescan Parquet pages with Daft: ``python examples/rescan_daft.py PAGES OUT``.

Needs ``pip install "prepub-check[parquet]" daft``. PAGES is Parquet in the columns of
``prepub_check.rescan.arrow.PAGES``; OUT gets Parquet in those of ``RESULTS``.
"""

from __future__ import annotations

import sys

import daft
import pyarrow as pa

from prepub_check.rescan.arrow import PAGES, RESULTS, scan_batch

_ROWS = 200
_LIST = pa.list_(pa.struct(RESULTS))


@daft.func.batch(return_dtype=daft.DataType.from_arrow_type(_LIST), use_process=True, batch_size=_ROWS)
def scan(*columns: daft.Series) -> pa.Array:
    """Check pages; each gives a list of rows, for Daft wants as many as it gave."""
    arrays = [column.to_arrow() for column in columns]
    batch = pa.RecordBatch.from_arrays(arrays, names=[column.name() for column in columns])
    rows = [scan_batch(batch.slice(number, 1)).to_pylist() for number in range(batch.num_rows)]
    return pa.array(rows, _LIST)


if __name__ == "__main__":
    source, out = sys.argv[1:]
    pages = daft.read_parquet(source)
    given = [pages[name] for name in pages.column_names if name in PAGES.names]
    rows = pages.select(scan(*given).alias("row")).explode("row")
    rows.select(*(rows["row"].get(name).alias(name) for name in RESULTS.names)).write_parquet(out)
