"""Reading: files, folders and records become documents, or are skipped with a reason."""
