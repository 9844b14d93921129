"""Text to facts: reads Chinese official documents and says what stands in them. Knows no database."""
