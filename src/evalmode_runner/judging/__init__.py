"""The trusted judge: it holds a problem's checks and reference, and never runs a submission in its own process."""
