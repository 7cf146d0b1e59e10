"""The whiteboard: a drawing is read, understood, compared with what it should be, and turned into a module."""
