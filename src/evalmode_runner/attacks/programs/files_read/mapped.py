"""Maps the file into memory.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import mmap

from evalmode_runner.attacks.tools import facts

with open(facts.secret_file, "rb") as file:
    print(mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)[:])
