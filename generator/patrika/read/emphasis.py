"""Emphasis beside punctuation in scripts that do not part words from marks as English does.

CommonMark's flanking rule reads `**“প্রথম আলো”**র` as no emphasis, since a closing mark follows punctuation and
a letter follows the mark. Bangla, Hindi, Thai, Korean and Chinese write just so: beside punctuation, a letter from U+0900 on
counts as a space on the far side, and the wide punctuation of Chinese, Japanese and Korean counts as a letter. Latin text
keeps CommonMark's rule to the letter, as does that of all scripts whose letters have case, and of those below U+0900.
"""

import regex
from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

_UNSPACED = regex.compile(
    r"(?V1)[[\p{L}\p{M}\p{Nd}]&&[\u0900-\U0010ffff]"
    r"--[\p{LC}\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}\p{Hebrew}\p{Inherited}]"
    r"||[\uff21-\uff3a\uff41-\uff5a]]"
)
"""Letters, marks and digits of scripts that join words to marks, and Latin letters as wide as Chinese ones."""

_WIDE = regex.compile(r"(?V1)[[\p{P}\p{S}]&&[\p{ea=W}\p{ea=F}\p{ea=H}]--\p{Emoji_Presentation}]")
"""Punctuation of Chinese, Japanese and Korean, whose space is within it (Unicode Standard Annex 11)."""

_SILENT = regex.compile(r"[\u200c\u200d\ufe00-\ufe0e\U000e0100-\U000e01ef]")
"""Joiners and selectors of forms, which say nothing without their letter. U+FE0F makes an emoji of it."""

_OPENING = regex.compile(r"[\p{Ps}\p{Pi}]")
_CLOSING = regex.compile(r"[\p{Pe}\p{Pf}\p{Terminal_Punctuation}]")
"""What words cannot end with, and what they cannot begin with: `দাম*। কর*।` is a star behind each of two words."""


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
        left = not space_after and (not mark_after or space_before or mark_before or self._begins(start - 1, after))
        right = not space_before and (not mark_before or space_after or mark_after or self._ends(end, before))
        can_open = left and (canSplitWord or not right or mark_before)
        can_close = right and (canSplitWord or not left or mark_after)
        return Scanned(can_open, can_close, end - start)

    def _begins(self, before: int, mark: str) -> bool:
        """Return whether words may begin with a mark of punctuation behind the letter at `before`."""
        return not _CLOSING.match(mark) and (_is_wide(mark) or self._is_unspaced(before, -1))

    def _ends(self, after: int, mark: str) -> bool:
        """Return whether words may end with a mark of punctuation in front of the letter at `after`."""
        return not _OPENING.match(mark) and (_is_wide(mark) or self._is_unspaced(after, 1))

    def _is_unspaced(self, at: int, step: int) -> bool:
        while 0 <= at < self.posMax and _SILENT.match(self.src[at]):
            at += step
        return 0 <= at < self.posMax and _UNSPACED.match(self.src[at]) is not None


def _is_space(letter: str) -> bool:
    return isWhiteSpace(ord(letter))


def _is_punctuation(letter: str) -> bool:
    return isMdAsciiPunct(ord(letter)) or isPunctChar(letter)


def _is_wide(letter: str) -> bool:
    return _WIDE.match(letter) is not None


class NewsParser(ParserInline):
    """Inline parser whose states are `NewsInline`."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse one inline text and append its tokens to `tokens`."""
        state = NewsInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens
