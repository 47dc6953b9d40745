"""How a language writes dates, times, numbers and lists, and the theme's phrases in it. No other room knows babel."""

from patrika.render.locale.locales import og_locale
from patrika.render.locale.phrases import Phrases, po_of, read_phrases, unprintable, unreadable
from patrika.render.locale.plurals import forms_in
from patrika.render.locale.po import NotPo, key_of
from patrika.render.locale.settled import settled
from patrika.render.locale.voice import Voice

__all__ = [
    "NotPo",
    "Phrases",
    "Voice",
    "forms_in",
    "key_of",
    "og_locale",
    "plurals_of",
    "po_of",
    "read_phrases",
    "settled",
    "unprintable",
    "unreadable",
]
