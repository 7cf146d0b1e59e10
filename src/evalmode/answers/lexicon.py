"""Small word lists of the field: what carries no meaning, what means the same, what means the opposite.

They are about how people talk about deep learning in general; nothing here knows any question.
"""

from __future__ import annotations

STOP_WORDS = frozenset(
    """a about again ah all also am an and any anyway are as at basically be because been being but by can could did do does doing
    done during each either else er etc every few for from get gets getting give gives given go goes going gonna got had has have having
    he hence her here him his honestly hm hmm how however i if in into is it its itself just kind let lets like literally lot made make
    makes making many may maybe me mean means might more most much must my namely now of off ok okay on one's onto or other our out over
    own pretty quite rather really right said same say says see should simply so some something sort still stuff such take takes taking
    than that the their them then there therefore these they thing things think this those though through thus to too uh um up upon us use
    used uses using usually very want was way we well were what when where whether which while who why will with would yeah yes you your
    called know one ones only even actually already both it's that's you're you'd you'll we're don't let's i'd i'm they're there's what's""".split()
)
"""Words that say nothing about a claim by themselves. Negations are kept out: see ``negation``."""

KEPT_SHORT = frozenset({"k", "v", "q", "n", "x", "y", "w", "b", "p", "d", "l", "h", "z"})
"""Letters that are symbols in formulas rather than stray characters."""

_SYNONYMS = """
exp exponential exponentials exponentiate exponentiates exponentiating exponentiated
sum sums summed total totals
divide divides divided dividing over quotient division
normalise normalises normalised normalising normalize normalized normalizes normalizing
derivative derivatives gradient gradients slope slopes grad
neuron neurons unit units node nodes cell
kernel kernels filter filters
larger bigger greater higher large big great high wide wider
smaller lower fewer less small low little narrower
costly expensive pricey
cheap cheaper inexpensive
fast faster quick quicker quickly speed speeds
slow slower slowly
token tokens word words
sequence sequences
position positions positional
vanish vanishes vanishing vanished disappear disappears
weight weights
parameter parameters param params
hyperparameter hyperparameters hyperparam hyperparams
learn learns learned learnt learning trained train trains training trainable fit fits fitted fitting
validation val
layer layers
sqrt root
squared square squares quadratic quadratically
linear linearly proportional proportionally
example examples sample samples instance instances datapoint datapoints row rows
epoch epochs
batch batches minibatch minibatches
iteration iterations step steps update updates updated updating
pass passes
class classes category categories label labels
probability probabilities prob probs
logit logits score scores
loss losses cost costs
error errors
predict predicts predicted prediction predictions output outputs
input inputs feature features
entire whole complete full
forward forwards
backward backwards backprop backpropagation backpropagate
decrease decreases decreasing decreased reduce reduces reduced reducing shrink shrinks shrinking shrank lowers drop drops dropped
increase increases increasing increased grow grows growing raise raises raising grew
stop stops stopped stopping halt halts
freeze freezes frozen freezing fixed
pretrained pre-trained pretraining
overfit overfits overfitting overfitted memorise memorises memorised memorize memorizes memorized
underfit underfits underfitting
generalise generalises generalize generalizes generalisation generalization unseen
regularise regularisation regularization regularizer regulariser regularize
noise noisy noisier
random randomly
store stores stored storing keep keeps kept keeping save saves saved saving
memory ram
compute computes computing computation computations calculate calculates calculation flops
discard discards throw throws
dropout
active activate activates activated on
zero zeros zeroed 0
max maximum largest biggest top
min minimum smallest
mean average averages averaged averaging avg
variance variances var
std deviation
add adds added adding plus
multiply multiplies multiplied multiplying times product
subtract subtracts subtracted subtracting minus
concat concatenate concatenates concatenated concatenation
transpose transposed
share shares shared sharing
combine combines combined combining mix mixes mixed mixing
different differs differ difference distinct
compress compresses compressed squeeze squeezes squeezed
generate generates generated generating generation create creates produce produces synthesise
noise-free clean
map maps mapped mapping turn turns turned turning convert converts converted transform transforms transformed
lookup look-up
attend attends attended attending attention
hide hides hidden hiding mask masks masked masking
future later next following subsequent ahead
past previous earlier prior preceding before
independent independently separately
parallel simultaneously concurrently
sequential sequentially serial serially
boundary boundaries threshold thresholds
frequency frequencies
rotate rotates rotated rotation rotary
relative relatively
absolute absolutely
pixel pixels
region area patch
initialise initialisation initialization initialized init
exact exactly precisely
guarantee guarantees guaranteed promise promises promised
prove proves proven proof theorem
function functions
approximate approximates approximation approximating
continuous continuously
task tasks
data dataset datasets
model models network networks net nets
useful helpful helps help
need needs needed require requires required
change changes changed changing alter alters
"""

_ANTONYMS = """
increase decrease
larger smaller
fast slow
cheap costly
before after
always never
more less
max min
stable unstable
positive negative
parallel sequential
linear squared
forward backward
first last
same different
independent dependent
past future
absolute relative
sharper flatter
sharp flat
upper lower
sparse dense
local global
add subtract
add multiply
add concat
divide multiply
easy hard
easier harder
better worse
best worst
strong weak
stronger weaker
noise exact
fixed learn
overfit underfit
generative discriminative
encoder decoder
possible impossible
useful useless
necessary unnecessary
on off
enabled disabled
enables disables
uniform peaked
unlimited limited
short long
early late
convex concave
biased unbiased
symmetric asymmetric
deterministic random
online offline
continuous discrete
inside outside
above below
row column
left right
explode vanish
wide narrow
deep shallow
true false
with without
everything nothing
everyone nobody
any no
require optional
precision recall
freeze learn
"""


def _groups() -> dict[str, str]:
    return {word: line.split()[0] for line in _SYNONYMS.strip().splitlines() for word in line.split()}


CONCEPTS: dict[str, str] = _groups()
"""A word's concept: the first word of its group of near-synonyms."""


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _ANTONYMS.strip().splitlines():
        one, two = (CONCEPTS.get(word, word) for word in line.split())
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES: dict[str, frozenset[str]] = _opposites()
"""Concepts that exclude the given one where they stand for each other."""
