"""The words that announce an arithmetic relation, in both languages; texts are simplified and half-width.

They only open the question: a relation that they announce is still computed before it is reported.
"""

import re

PARTS = re.compile(
    r"其中|包括|包含|分别[为是有]|分为"
    r"|\b(?:of which|of whom|of these|of them|among (?:them|these|which|whom)|includ(?:ing|es?|ed)"
    r"|compris(?:ing|es?|ed)|consist(?:ing|s|ed)? of|made up of|broken down|namely|respectively)\b",
    re.IGNORECASE,
)
"""What follows is part of what was just counted."""

COMPLETE = re.compile(
    r"分为|组成|构成|\b(?:compris(?:ing|es?|ed)|consist(?:ing|s|ed)? of|made up of|broken down)\b", re.IGNORECASE
)
"""What follows is all of what was just counted."""

REST = re.compile(
    r"其余|其他|其它|剩余|余下|\b(?:the (?:rest|remaining|remainder|others?)|(?:and|were|was) others?|and other)\b",
    re.IGNORECASE,
)
"""Before the last part of a list: the list is complete."""

REST_BEHIND = re.compile(r"\s?(?:were |was )?others?\b", re.IGNORECASE)
"""Right behind the last part of a complete list: `and 12 other cases`."""

SUM_UP = re.compile(
    r"(?:合计|总计|共计|一共|总共)[^,;。]{0,6}\Z"
    r"|\b(?:in total|total(?:l?ing)?(?: of)?|in all|altogether|together)\b[^,;.]{0,16}\Z",
    re.IGNORECASE,
)
"""Before a number that sums up the list before it."""

ALL_TOLD = re.compile(r"合计|总计|\b(?:in total|total(?:l?ing)|in all|altogether)\b", re.IGNORECASE)
"""Before a number that sums up the whole list before it and nothing else."""

PREVIOUS = re.compile(
    r"去年|上年|前年|上一年|上期|同期|(?<!比)较|(?<![同环占])比(?![较例重])|从|由"
    r"|\b(?:from|than|against|versus|compared (?:with|to)|last year|previous|a year (?:ago|earlier|before)|up on"
    r"|down on)\b",
    re.IGNORECASE,
)
"""Before a number that something is compared with."""

ELSEWHERE = re.compile(
    r"(?:高于|低于|高出|低出|超出|超过|多于|少于|快于|领先|[高低多少]过)[^,;。]{0,12}(?:全国|全省|全区|全市|平均|均值|目标|计划|预期)"
    r"|\b(?:above|below|over|under|beyond|(?:higher|lower|more|less|better|worse|faster|slower) than|ahead of|behind)"
    r" (?:[a-z'-]+ ){0,4}(?:average|mean|level|target|plan|goal|quota)\b",
    re.IGNORECASE,
)
"""Around a difference from another place's or planned number: it says nothing of a number's own past."""

APART = re.compile(r"[;。]|,(?!\d)|(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d[\d.,]*")
"""Another clause or another number, other than a year: what stands before it says nothing of what follows."""

IN_POINTS = re.compile(r"百分点|\bpercentage points?\b|\bpp\b", re.IGNORECASE)
"""Behind a number that counts percentage points."""

PROPORTION = re.compile(
    r"占|比例|比重"
    r"|\b(?:account(?:ing|s|ed)? for|proportion|share|represent(?:ing|s|ed)?|m(?:ade|akes?|aking) up|percentage)\b",
    re.IGNORECASE,
)
"""Before a share of something that was counted."""

ONLY = re.compile(r"[只仅]有?|\b(?:only|just)\b", re.IGNORECASE)
"""Between a share and the number that it stands for."""

RATE = re.compile(r"率|\brate\b", re.IGNORECASE)
"""Before a share of cases in which something was done."""

PEOPLE_PER_CASE = re.compile(
    r"人案比|\b(?:people|persons?|suspects?|defendants?)[- ](?:to|per|by)[- ](?:(?:each|every)[- ])?cases?\b"
    r"|\bratio of (?:people|persons|suspects|defendants)[a-z ]{0,40} to cases\b",
    re.IGNORECASE,
)
"""Before a ratio of people to cases."""

TARGET = re.compile(r"目标|任务|计划|完成|target|quota|plan|goal", re.IGNORECASE)
"""A share of a target may exceed 100 %."""

COUNTER = re.compile(r"[起个名件人条家处次宗只头辆部张份所支]+\Z")
"""The measure word that ends a Chinese number expression."""
