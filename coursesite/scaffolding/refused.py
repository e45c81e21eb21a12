"""What stops a command that makes something new."""


class Refused(Exception):
    """Why nothing was made; a sentence for the person who asked."""
