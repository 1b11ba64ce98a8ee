"""An index that stays: documents in SQLite, which alone is the truth, beside immutable files that it lists."""
