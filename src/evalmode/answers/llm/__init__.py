"""A language model of the user's choice as the judge, with the built-in grader's guards before and behind it.

Nothing is imported here: settings need the address only, and most people need none of it.
"""
