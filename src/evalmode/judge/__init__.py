"""Running submissions and saying how they fared."""
