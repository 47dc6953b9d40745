"""The tables of docs/themes.md and docs/languages.md, made from the code that they tell of."""
