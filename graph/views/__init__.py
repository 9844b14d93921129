"""What people look at: a part of the graph as one page that opens without a network."""
