"""Labels as strangers write them: what says a shape, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalmode.board.shapes import parse_shape

SHAPES = r"""
(B, T, d_model) | (B, T, d_model)
[B,C,H/2,W/2] | (B, C, H/2, W/2)
B×3×224×224 | (B, 3, 224, 224)
B x 3 x 224 x 224 | (B, 3, 224, 224)
56x56x64 | (56, 56, 64)
N x H+X | (N, H + X)
56 x 56 x 64 | (56, 56, 64)
56X56X64 | (56, 56, 64)
3*224*224 | (3, 224, 224)
64@56×56 | (64, 56, 56)
64 @ 56x56 | (64, 56, 56)
56²×64 | (56, 56, 64)
64×64, 128 | (64, 64, 128)
64 × 56² | (64, 56, 56)
64×56^2 | (64, 56, 56)
572²×1 | (572, 572, 1)
128² | (128, 128)
(N, L, 512) | (N, L, 512)
B, T, d | (B, T, d)
B,T,d_model | (B, T, d_model)
N, C, H, W | (N, C, H, W)
64, 56, 56 | (64, 56, 56)
b t d | (b, t, d)
B T D | (B, T, D)
(B T D) | (B, T, D)
b c h w | (b, c, h, w)
[batch seq d_model] | (batch, seq, d_model)
ℝ^{n×d} | (n, d)
ℝ^{n × d} | (n, d)
R^{B×T×d} | (B, T, d)
R^(n x d) | (n, d)
R^d | (d,)
ℝ^512 | (512,)
ℝᴮˣᵀˣᵈ | (B, T, d)
ℝⁿˣᵈ | (n, d)
\mathbb{R}^{B \times T \times d} | (B, T, d)
$x \in \mathbb{R}^{n \times d_{\text{model}}}$ | (n, d_model)
$\mathbb{R}^{H/2 \times W/2 \times 2C}$ | (H/2, W/2, 2C)
x ∈ R^{B×T×d} | (B, T, d)
Q ∈ ℝ^{T×d_k} | (T, d_k)
d_model=512 | (…, 512)
d_model = 512 | (…, 512)
d=64 | (…, 64)
512-d | (…, 512)
256-dim | (…, 256)
256-dimensional vector | (…, 256)
64 channels | (…, 64)
64 ch | (…, 64)
64 filters | (…, 64)
dim 768 | (…, 768)
4d | (…, 4d)
d_ff | (…, d_ff)
d_model | (…, d_model)
256 | (…, 256)
(batch, seq, d_model) | (batch, seq, d_model)
(batch, seq_len, hidden_size) | (batch, seq_len, hidden_size)
(batch_size, seq_len, embed_dim) | (batch_size, seq_len, embed_dim)
(batch, time, features) | (batch, time, features)
(seq len, batch, d) | (seq_len, batch, d)
(bs, len, dim) | (bs, len, dim)
batch × seq × d_model | (batch, seq, d_model)
seq_len × d_model | (seq_len, d_model)
tokens × d | (tokens, d)
(B, h, T, d/h) | (B, h, T, d/h)
(B, h, T, d_k) | (B, h, T, d_k)
(B, n_heads, T, head_dim) | (B, n_heads, T, head_dim)
(B, h, T, d_model/h) | (B, h, T, d_model/h)
(B, 8, T, 64) | (B, 8, T, 64)
(B·h, T, d_k) | (B·h, T, d_k)
(B*h, T, d_k) | (B·h, T, d_k)
(B, T, h·d_v) | (B, T, d_v·h)
(B, T, 3d) | (B, T, 3d)
(B, T, 3·d) | (B, T, 3d)
(B, T, 4*d_model) | (B, T, 4d_model)
(B, T, 4 d) | (B, T, 4d)
(B, T, d×4) | (B, T, 4d)
(B, T, 8d/3) | (B, T, 8d/3)
(T, vocab) | (T, vocab)
(B, T, V) | (B, T, V)
(B, T, |V|) | (B, T, V)
B×T×|V| | (B, T, V)
(B, T, vocab_size) | (B, T, vocab_size)
(B, T, 50257) | (B, T, 50257)
() | ()
[] | ()
(1,) | (1,)
[1] | (1,)
scalar | ()
scalar loss | ()
(B,) | (B,)
(B) | (B,)
[B] | (B,)
(B, 1) | (B, 1)
(512,) | (512,)
(512) | (512,)
q,k,v: (B,h,T,d_h) | (B, h, T, d_h)
Q, K, V: (B, T, d) | (B, T, d)
Q,K,V (B,T,d_k) | (B, T, d_k)
h_t: (B, H) | (B, H)
c_{t-1}: (B, H) | (B, H)
h_{t-1} (B, hidden) | (B, hidden)
x_t : [B, D] | (B, D)
[h_{t-1}, x_t]: (B, H+D) | (B, D + H)
[h; x] (B, D+H) | (B, D + H)
z: (B, 100) | (B, 100)
z ~ N(0, I) (B, 100) | (B, 100)
z ∈ R^100 | (100,)
z (B, |z|) | (B, z)
z: (B, latent_dim) | (B, latent_dim)
z (B, nz) | (B, nz)
x (B,T,d) | (B, T, d)
x(B,T,d) | (B, T, d)
logits (B, T, V) | (B, T, V)
logits: B×K | (B, K)
scores (B, h, T, T) | (B, h, T, T)
scores: (B,h,T,S) | (B, h, T, S)
Kᵀ: (B,h,d_k,T) | (B, h, d_k, T)
K^T (B,h,d_k,T) | (B, h, d_k, T)
attention weights (T × T) | (T, T)
skip (B, 64, H, W) | (B, 64, H, W)
residual [B, T, d] | (B, T, d)
skip: 64×H×W | (64, H, W)
skip\n64×128×128 | (64, 128, 128)
concat\n(128,64,64) | (128, 64, 64)
maxpool 2×2\n128×64×64 | (128, 64, 64)
max pool 2x2 (B, 64, H/2, W/2) | (B, 64, H/2, W/2)
up-conv 2×2\n(B,128,H/4,W/4) | (B, 128, H/4, W/4)
copy & crop 64×568×568 | (64, 568, 568)
tokens (B, T) | (B, T)
ids: (B, T) | (B, T)
mask (T, T) | (T, T)
μ: (B, z) | (B, z)
mu (B, d_z) | (B, d_z)
real x (B, 3, 64, 64) | (B, 3, 64, 64)
fake: [B,3,H,W] | (B, 3, H, W)
G(z): (B, 3, 32, 32) | (B, 3, 32, 32)
D(x): (B, 1) | (B, 1)
image 3×224×224 | (3, 224, 224)
(3, 224, 224) RGB | (3, 224, 224)
(B, 3, H, W) image | (B, 3, H, W)
(B, T, d) per token | (B, T, d)
(B, T, d)\nnormalised | (B, T, d)
torch.Size([2, 3, 64]) | (2, 3, 64)
Tensor[B, T, d] | (B, T, d)
Tensor (B, T, d) | (B, T, d)
f32[B,T,d] | (B, T, d)
float32 [B, T, d] | (B, T, d)
shape: (B, T, d) | (B, T, d)
shape = (B, T, d) | (B, T, d)
shape=(B,T,d) | (B, T, d)
out: shape (B,T,d) | (B, T, d)
Float[Tensor, "B T d"] | (B, T, d)
zeros(B, H) | (B, H)
randn(B, 100) | (B, 100)
reshape(B, T, h, d_h) | (B, T, h, d_h)
view(B, T, h, d_k) | (B, T, h, d_k)
(B=32, T=128, d=512) | (32, 128, 512)
(B, T, d=512) | (B, T, 512)
(batch=B, seq=T, dim=d) | (B, T, d)
C=64, H=W=56 | (64, 56, 56)
H=W=56, C=64 | (56, 56, 64)
B=32, T=128, D=512 | (32, 128, 512)
(B, T, d) = (2, 128, 512) | (B, T, d)
(B, T, d), (B, T, d) | (B, T, d)
3 × (B, h, T, d_h) | (B, h, T, d_h)
(B, h, T, d_h) × 3 | (B, h, T, d_h)
N× (B, T, d) | (B, T, d)
(…, d) | (…, d)
(..., d_model) | (…, d_model)
[..., C] | (…, C)
(*, d) | (?, d)
(-1, 512) | (?, 512)
(?, T, d) | (?, T, d)
(None, 224, 224, 3) | (None, 224, 224, 3)
(B, HW, C) | (B, H·W, C)
(B, H·W, C) | (B, H·W, C)
(B, H*W, C) | (B, H·W, C)
(B, H×W, C) | (B, H·W, C)
(B, HW/P², d) | (B, H·W/P², d)
(B, N, P²·C) | (B, N, C·P²)
(B, N, P^2C) | (B, N, C·P²)
(B, N, 3P²) | (B, N, 3P²)
(B, N+1, D) | (B, N + 1, D)
B×(N+1)×D | (B, N + 1, D)
Bx(N+1)xD | (B, N + 1, D)
(B, 1+N, d) | (B, N + 1, d)
(B, 197, 768) | (B, 197, 768)
(N, N) | (N, N)
N×N | (N, N)
NxN | (N, N)
T×T | (T, T)
BxTxd | (B, T, d)
BxTxV | (B, T, V)
BxhxTxT | (B, h, T, T)
CxHxW | (C, H, W)
[BxTxd] | (B, T, d)
Cx1x1 | (C, 1, 1)
C/rx1x1 | (C/r, 1, 1)
C/r×1×1 | (C/r, 1, 1)
(C/r, 1, 1) | (C/r, 1, 1)
(C,1,1) | (C, 1, 1)
Nx3x224x224 | (N, 3, 224, 224)
Kx256x256 | (K, 256, 256)
4C×H×W | (4C, H, W)
2C × H/2 × W/2 | (2C, H/2, W/2)
C × H × W | (C, H, W)
H×W×C | (H, W, C)
H x W x 3 | (H, W, 3)
H/16 × W/16 × 1024 | (H/16, W/16, 1024)
(C, ⌊H/2⌋, ⌊W/2⌋) | (C, H/2, W/2)
(C, H//2, W//2) | (C, H/2, W/2)
(C_out, H', W') | (C_out, H', W')
(B, C_in, H, W) | (B, C_in, H, W)
(B, c, h/2, w/2) | (B, c, h/2, w/2)
(c, h, w) | (c, h, w)
(h, w) | (h, w)
(H, W) | (H, W)
28×28 | (28, 28)
224×224 | (224, 224)
(t, d) | (t, d)
(n, d) | (n, d)
n×d | (n, d)
(T, d) | (T, d)
(E, T, d) | (E, T, d)
(B, T, E) | (B, T, E)
(B, T, k) | (B, T, k)
(B·T, E) | (B·T, E)
(BT, d) | (B·T, d)
(V, d) | (V, d)
(d, r) | (d, r)
(r, d_in) | (r, d_in)
d×4d | (d, 4d)
d_in × r | (d_in, r)
(B, T, r) | (B, T, r)
(B, 4H) | (B, 4H)
(B, D+H) | (B, D + H)
(B, H+D) | (B, D + H)
B×(D+H) | (B, D + H)
(B, 2H) | (B, 2H)
(B, n_classes) | (B, n_classes)
(B, num_classes) | (B, num_classes)
(B, foo) | (B, foo)
x.shape == (B, T, d) | (B, T, d)
x.shape: [B,T,D] | (B, T, D)
# (B, nh, T, hs) | (B, nh, T, hs)
q.view(B,T,h,hs).transpose(1,2) | (B, T, h, hs)
(B, T, 4*n_embd) | (B, T, 4n_embd)
(bs, 3, img_size, img_size) | (bs, 3, img_size, img_size)
(N, ngf*8, 4, 4) | (N, 8ngf, 4, 4)
(bs, input_size + hidden_size) | (bs, hidden_size + input_size)
(N, C_in, H_in, W_in) | (N, C_in, H_in, W_in)
(N, planes, H/stride, W/stride) | (N, planes, H/stride, W/stride)
(planes, H, W) | (planes, H, W)
(B, C//r, 1, 1) | (B, C/r, 1, 1)
s2 -> (B,128,28,28) | (B, 128, 28, 28)
(64 channels, 56, 56) | (64, 56, 56)
64ch × 256 × 256 | (64, 256, 256)
128 @ H/2×W/2 | (128, H/2, W/2)
(64, 256²) | (64, 256, 256)
BCHW | (B, C, H, W)
NLD | (N, L, D)
[h_{t-1}, x_t] ∈ R^{h+d} | (d + h,)
prob (B,1) | (B, 1)
(B,3,64,64) in [-1,1] | (B, 3, 64, 64)
(N, 10) | (N, 10)
"""

NO_SHAPES = r"""
real
fake
noise z
BCE
NCE
B,T,C = x.shape
256x56x56 -> 64x56x56
3→64
512->1024
100-d noise
p ∈ [0,1]
scalar in (0,1)
d_k = d/h = 64
skip
residual
x
h_t
c_{t-1}
+
×
⊙
σ
N×
6×
×6
x6
12 × block
N× Encoder
2× Conv
×2
2x
x2
↑2
3×3
1×1
2×2
3x3 conv
1x1, 64
conv 3×3, 64
Conv2d(64, 128, 3)
Conv2d (64, 128, 3)
nn.Linear(512, 2048)
Linear (512, 2048)
Linear(d, 4d)
Linear d→4d
LSTM(128)
MaxPool(2)
maxpool 2×2
max pool 2x2
pool /2
up-conv 2×2
up ×2
upsample ×2
bilinear ×2
stride 2
(k=3, s=2)
(k=3, s=2, p=1)
(s=2)
k=3
h=8
(h=8)
(r=8)
r = 16
N=6
(N=6)
p=0.1
(p=0.1)
(β=0.9)
lr = 1e-4
T=1000
(h, c)
(h_t, c_t)
(C, H)
h, c
h_t, c_t
[h, x]
[x, h]
[h_{t-1}, x_t]
[x_t, h_{t-1}]
[h_{t-1}; x_t]
concat(h, x)
cat([h, x])
Q, K, V
(Q, K, V)
QKV
K, V
(K, V)
q, k, v
(q, k, v)
x, y
(x, y)
(i, j)
(x, t)
(x_t, t)
(z, c)
(s, a)
mu, sigma
μ, σ
(μ, σ²)
mean, logvar
(mean, log var)
N(0, 1)
N(0, I)
N(0,1)
z ~ N(0, I)
z ~ N(0,1)
N(μ, σ²)
U(0, 1)
D(x)
D(G(z))
G(z)
F(x)
F(x) + x
x + F(x)
p(x|z)
q(z|x)
p(y|x)
f(x, y)
MHA(Q, K, V)
softmax(QK^T/√d_k)V
softmax(QKᵀ)
QK^T
Q Kᵀ / √d_k
Q Kᵀ × √d_k
Q × K^T
A × V
W x + b
Wx + b
y = Wx
f ⊙ c
f*c
i*g
i × g
f × c_{t-1}
o × tanh(c)
α × β
α/r
0.5 × x
1/√d
× 1/√d_k
β·KL
log D(x)
-log D(G(z))
max(0, x)
min_G max_D
E[log D(x)]
∇θ_D
∂L/∂θ
dL/dw
[CLS]
[MASK]
[SEP]
[0, 1]
[-1, 1]
(0, 1)
(-1, 1)
(1)
(2)
(3)
(a)
(b)
(i)
step 1
Fig. 3
(see fig. 2)
(optional)
(frozen)
(shared weights)
(no grad)
(detached)
(real, fake)
(keys, values)
(encoder, decoder)
(residual, skip)
(image, text)
(forget, input, output)
(pre-norm)
(eq. 1)
(ConvT + BN + ReLU) x4
(ViT-B/32)
ResNeXt (32x4d)
(5 classes)
(h heads)
80/10/10
80%
1000 classes
224→112→56
copy & crop
copy and concat
concat
shortcut
identity
detach
stop grad
backprop
update D
weights tied
MSE(ε, ε̂)
t ~ U(1, T)
E[f(x)] - E[f(G(z))]
add & norm
conv3×3, BN, ReLU
L = rec + β KL
label = 1
real=1, fake=0
top-2
top-k
2 x (3x3 conv + relu)
W_q, W_k, W_v
x: image
loss
L_D
true / false
yes
1
2
x = x + MHA(LN(x))
c_t = f ⊙ c_{t-1} + i ⊙ g
(B, T, d) → (B, T, 4d)
(B,T,d) -> (B,h,T,d_h)
"""


def _rows(text):
    return [tuple(part.strip() for part in row.rsplit(" | ", 1)) for row in text.strip().splitlines()]


@pytest.mark.parametrize(("label", "expected"), _rows(SHAPES))
def test_a_shape_is_read_however_it_is_written(label, expected):
    assert str(parse_shape(label.replace(r"\n", "\n"))) == expected


@pytest.mark.parametrize("label", NO_SHAPES.strip().splitlines())
def test_what_is_no_shape_gives_nothing(label):
    assert parse_shape(label) is None


def test_the_names_before_a_shape_are_kept():
    assert parse_shape("q, k: (B, h, T, d_h)").names == ("q", "k")
    assert parse_shape("x (B,T,d)").names == ("x",)
    assert parse_shape("maxpool (B,64,H/2,W/2)").names == ()


def test_what_a_label_says_about_sizes_is_kept():
    shape = parse_shape("(B, T, d=512)")
    assert [(name, str(size)) for name, size in shape.facts] == [("d", "512")]
    both = parse_shape("(B, T, d) = (2, 128, 512)")
    assert dict(both.facts)["T"].number == 128


@pytest.mark.parametrize("label", ["Kᵀ: (B,h,d_k,T)", "K^T (B,h,d_k,T)", r"$K^\top$ (B,h,d_k,T)", "transposed (d, T)"])
def test_a_transpose_is_noticed(label):
    assert parse_shape(label).transposed


def test_no_transpose_is_seen_in_a_space_of_length_t():
    assert not parse_shape("x ∈ R^T").transposed


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_survived(text):
    shape = parse_shape(text)
    assert shape is None or str(shape)


@settings(deadline=None)
@given(st.text(alphabet="BTdhHWC0123456789()[]{},x×·*/+-^_ |=ℝR∈²ᵀ\\\n", max_size=60))
def test_text_that_looks_like_shapes_is_survived(text):
    shape = parse_shape(text)
    assert shape is None or len(shape.sizes) <= 8


@settings(deadline=None)
@given(
    st.lists(st.sampled_from("B T C H W d_model 3 64 512 H/2 W/4 4d N+1".split()), min_size=3, max_size=4, unique=True),
    st.sampled_from(["({})", "[{}]"]),
    st.sampled_from([", ", ",", " × ", "×"]),
)
def test_brackets_and_signs_make_no_difference(sizes, brackets, sign):
    wanted = parse_shape("(" + ", ".join(sizes) + ")")
    inside = sign.join(f"({size})" if "+" in size and "×" in sign else size for size in sizes)
    assert parse_shape(brackets.format(inside)).sizes == wanted.sizes
