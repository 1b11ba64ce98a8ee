"""Where a text comes from: read, compared, judged, and drawn."""
