"""What is said about a drawing: sentences about places, each with its reason."""
