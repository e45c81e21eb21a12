"""A course in plain files becomes a multilingual training site.

    modules/ quizzes/ docs/  →  reading   →  one frozen `model.Course`
    Course                   →  checking  →  `Problem`s, all of them at once
    Course + language        →  pages     →  Markdown bodies and worded views
    pages                    →  hooks/    →  MkDocs, and so the site

`flow` joins reading and checking; `hooks/build.py` and `__main__` are the two doors.
"""
