"""Without a reference: candidates, their evidence, a document's rates, and the decoding of it all."""
