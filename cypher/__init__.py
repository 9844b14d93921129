"""The questions, one a file; `graph.queries` reads them."""
