"""Content packs: the kinds of items, reading them, and what is done with them before a candidate sees one."""

from evalmode.bank.bank import Bank
from evalmode.bank.kinds import KINDS, Kind
from evalmode.bank.loader import load_bank, read_bank
from evalmode.bank.models import (
    Area,
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
    Point,
    Proof,
    RapidItem,
    Topic,
)
from evalmode.bank.packs import Manifest, Pack, TopicMap, installed_pack_folders
from evalmode.bank.problems import Problem
from evalmode.bank.proofs import ProofOutcome, ProofResult, prove
from evalmode.bank.turns import Turn, turns_of

__all__ = [
    "KINDS",
    "Area",
    "Bank",
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
    "Pack",
    "Point",
    "Problem",
    "Proof",
    "ProofOutcome",
    "ProofResult",
    "RapidItem",
    "Topic",
    "TopicMap",
    "Turn",
    "installed_pack_folders",
    "load_bank",
    "prove",
    "read_bank",
    "turns_of",
]
