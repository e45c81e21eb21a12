"""Ground floor: the frozen types that mirror a course's files. Imports nothing else of ours."""
