"""A drawing laid on the accepted ones: brought to one form, contracted where it is drawn in full, compared."""
