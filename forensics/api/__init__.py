"""The analyses as functions: read the texts, run one analysis, put the result in its envelope."""
