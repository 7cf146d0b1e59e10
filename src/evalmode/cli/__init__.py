"""The terminal: commands for people and for programs. ``evalmode.cli.app`` names them all."""
