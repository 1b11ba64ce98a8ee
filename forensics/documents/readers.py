"""Which reader opens which format of many documents."""

from __future__ import annotations

from forensics.documents.records import Reading, Records


def records(kind: str, name: str, reading: Reading) -> Records:
    """Return a reader of the file `name` of format `kind`, one of formats.RECORDS."""
    match kind:
        case "jsonl":
            from forensics.documents.jsonl import JsonLines

            return JsonLines(name, reading)
        case "json":
            from forensics.documents.json_values import JsonValues

            return JsonValues(name, reading)
        case "csv" | "tsv":
            from forensics.documents.table import Table

            return Table(name, reading, tabs=kind == "tsv")
        case "warc":
            from forensics.documents.warc import Warc

            return Warc(name, reading)
        case "parquet":
            from forensics.documents.parquet import Parquet

            return Parquet(name, reading)
        case _:
            raise ValueError(kind)
