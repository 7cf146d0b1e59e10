"""Subclasses torch's own layer.

verdict: forbidden
check: bans
teaches: You inherit the whole layer from torch. Draw the mask yourself.
"""

from torch.nn.modules import dropout as ready_made


class Dropout(ready_made.Dropout):
    def __init__(self, p=0.5):
        super().__init__(p)
