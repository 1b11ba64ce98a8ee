"""The command line: a file a command, shared options declared once, progress, exit status."""
