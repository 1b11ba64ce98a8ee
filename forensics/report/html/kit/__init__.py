"""What all pages share: elements, the page itself, texts side by side, plots, the manifest."""
