"""Emphasis beside punctuation in scripts that do not part words from marks as English does.

CommonMark's flanking rule reads `**“প্রথম আলো”**র` as no emphasis, since a closing mark follows punctuation and
a letter follows the mark. Bangla, Hindi and Chinese write just so: beside punctuation, a letter at or above
U+0900 on the far side counts as a space. Latin text keeps CommonMark's rule to the letter.
"""

from unicodedata import category

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType


class NewsInline(StateInline):
    """Inline state whose delimiter runs flank words in every script."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Return whether the run of marks at `start` can open and close emphasis, and its length (CommonMark 6.2)."""
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        space_before, space_after = _is_space(before), _is_space(after)
        mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
        left = not space_after and (not mark_after or space_before or mark_before or _is_unspaced(before))
        right = not space_before and (not mark_before or space_after or mark_after or _is_unspaced(after))
        can_open = left and (canSplitWord or not right or mark_before)
        can_close = right and (canSplitWord or not left or mark_after)
        return Scanned(can_open, can_close, end - start)


def _is_space(letter: str) -> bool:
    return isWhiteSpace(ord(letter))


def _is_punctuation(letter: str) -> bool:
    return isMdAsciiPunct(ord(letter)) or isPunctChar(letter)


def _is_unspaced(letter: str) -> bool:
    return ord(letter) >= 0x0900 and category(letter)[0] in "LM"


class NewsParser(ParserInline):
    """Inline parser whose states are `NewsInline`."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse one inline text and append its tokens to `tokens`."""
        state = NewsInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
