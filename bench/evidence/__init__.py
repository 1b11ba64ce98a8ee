"""What of a disguise is seen, what is told of clean texts, and what taking disguises off costs."""
