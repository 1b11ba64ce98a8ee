"""Results a line each: a JSON object a finding, and a summary last."""
