"""The deep-learning pack: questions, their key points and their proofs. Read through its files, never imported."""
