"""One file per schema there has been, in the order of their names."""
