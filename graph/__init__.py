"""Facts to graph: resolves what the extractors found, keeps it in a store, answers from it."""
