"""`python -m forensics` is the command `forensics`."""

from forensics.cli.main import run

if __name__ == "__main__":
    run()
