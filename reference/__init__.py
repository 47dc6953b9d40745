"""The tables of docs/themes.md, made from the code that they tell of."""
