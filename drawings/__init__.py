"""The pictures of the sample newsroom, drawn by script: scenes, portraits and one attached sheet.

Knows nothing of the site generator. `python -m drawings` writes them all into `content/`.
"""
