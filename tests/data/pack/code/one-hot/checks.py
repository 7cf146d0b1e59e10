"""The hidden checks; the tests that use this pack judge by the letter and never read them."""
