"""What every page is made of: elements, sections, figures, texts side by side, and how to make it again."""
