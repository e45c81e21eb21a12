"""Commands of the command line that are many enough for files of their own: a door, like `__main__`."""
