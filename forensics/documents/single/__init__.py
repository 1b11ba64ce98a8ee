"""Files that are one document each: a module a format, each with one function that takes the text out of the bytes."""
