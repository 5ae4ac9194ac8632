"""The same claim told twice: in two documents of one briefing, or in two places of one document.

Two documents of a briefing are laid side by side: figures that are equal, in order, are anchors, and what stands
between two anchors in both must be the same claim. Within a document only a number that is repeated for the same
measure counts, or one that rounds the other; two numbers contradict each other when their sentences say the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from policestats_tui.engine.audit.comparing import measure, same_setting
from policestats_tui.engine.audit.evidence import Term
from policestats_tui.engine.audit.explain import same_lines
from policestats_tui.engine.audit.tolerance import amount, compare, likely, significant_digits
from policestats_tui.engine.model import Check, CheckStatus
