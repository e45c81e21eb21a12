"""The national teams' side: segments, the ledger of what was translated from what, statuses, interchange.

a file          →  segments   words in slices that joined are the file
ledger          →  what each translated segment was made from, by whom, and who reviewed it
source, ledger, translation  →  pairing  →  a status for each segment, computed, never typed
"""
