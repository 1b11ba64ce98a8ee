"""The faces of a result: tables, JSON, pages, and the schema that describes them."""
