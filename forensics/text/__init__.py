"""Texts: words, sentences, stems, shingles and fingerprints, with offsets into the original."""
