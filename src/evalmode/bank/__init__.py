"""Content packs: the kinds of items, reading them, and what is done with them before a candidate sees one."""

from evalmode.bank.bank import Bank
from evalmode.bank.kinds import KINDS, Kind
from evalmode.bank.loader import load_bank, read_bank
from evalmode.bank.models import (
    Area,
    BoardItem,
    CodeItem,
    DeepItem,
    DeepPoint,
    FollowUp,
    GradedFollowUp,
    GradedItem,
    GuideItem,
    GuideSection,
    Item,
    Level,
    Link,
    Narration,
    Point,
    Proof,
    RapidItem,
    SpokenItem,
    Topic,
)
from evalmode.bank.packs import Manifest, Pack, TopicMap, installed_pack_folders
from evalmode.bank.points import points_of
from evalmode.bank.problems import Problem
from evalmode.bank.proofs import ProofOutcome, ProofResult, prove
from evalmode.bank.turns import Turn, turns_of
from evalmode.bank.wrong import WrongSolution, read_wrong_solutions

__all__ = [
    "KINDS",
    "Area",
    "Bank",
    "BoardItem",
    "CodeItem",
    "DeepItem",
    "DeepPoint",
    "FollowUp",
    "GradedFollowUp",
    "GradedItem",
    "GuideItem",
    "GuideSection",
    "Item",
    "Kind",
    "Level",
    "Link",
    "Manifest",
    "Narration",
    "Pack",
    "Point",
    "Problem",
    "Proof",
    "ProofOutcome",
    "ProofResult",
    "RapidItem",
    "SpokenItem",
    "Topic",
    "TopicMap",
    "Turn",
    "WrongSolution",
    "installed_pack_folders",
    "load_bank",
    "points_of",
    "prove",
    "read_bank",
    "read_wrong_solutions",
    "turns_of",
]
