"""Classes that torch does not have, written out where a module needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["helper_sources"]

_ATTENTION = '''
class MultiHeadAttention(nn.Module):
    """softmax(QKᵀ / √d_k) V in several heads; fewer for keys and values where kv_heads says so."""

    def __init__(self, dim, heads, context=None, causal=False, kv_heads=None):
        super().__init__()
        self.heads, self.kv_heads, self.causal = heads, kv_heads or heads, causal
        head_size = dim // heads
        self.q_proj = nn.Linear(dim, dim)
        self.k_proj = nn.Linear(context or dim, self.kv_heads * head_size)
        self.v_proj = nn.Linear(context or dim, self.kv_heads * head_size)
        self.out_proj = nn.Linear(dim, dim)

    def forward(self, x, context=None):
        context = x if context is None else context  # (B, S, d)
        q = self.q_proj(x).unflatten(-1, (self.heads, -1)).transpose(1, 2)  # (B, h, T, d/h)
        k = self.k_proj(context).unflatten(-1, (self.kv_heads, -1)).transpose(1, 2)
        v = self.v_proj(context).unflatten(-1, (self.kv_heads, -1)).transpose(1, 2)
        groups = self.heads // self.kv_heads
        k, v = k.repeat_interleave(groups, dim=1), v.repeat_interleave(groups, dim=1)  # (B, h, S, d/h)
        scores = q @ k.transpose(-2, -1) * q.shape[-1] ** -0.5  # (B, h, T, S)
        if self.causal:
            later = torch.ones(scores.shape[-2:], dtype=torch.bool, device=x.device).triu(1)
            scores = scores.masked_fill(later, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B, h, T, d/h)
        return self.out_proj(heads.transpose(1, 2).flatten(2))  # (B, T, d)
'''

_SWIGLU = '''
class SwiGLU(nn.Module):
    """W_2 (SiLU(W_1 x) ⊙ W_3 x)."""

    def __init__(self, dim, hidden):
        super().__init__()
        self.gate = nn.Linear(dim, hidden, bias=False)
        self.up = nn.Linear(dim, hidden, bias=False)
        self.down = nn.Linear(hidden, dim, bias=False)

    def forward(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))
'''

_CONV_BLOCK = '''
class ConvBlock(nn.Module):
    """Twice: convolution, norm, ReLU."""

    def __init__(self, channels, out):
        super().__init__()
        self.conv_1 = nn.Conv2d(channels, out, 3, padding=1)
        self.norm_1 = nn.BatchNorm2d(out)
        self.conv_2 = nn.Conv2d(out, out, 3, padding=1)
        self.norm_2 = nn.BatchNorm2d(out)

    def forward(self, x):
        x = F.relu(self.norm_1(self.conv_1(x)))
        return F.relu(self.norm_2(self.conv_2(x)))
'''

_RESIDUAL_BLOCK = '''
class ResidualBlock(nn.Module):
    """Two convolutions with norms, and a shortcut."""

    def __init__(self, channels, out):
        super().__init__()
        self.conv_1 = nn.Conv2d(channels, out, 3, padding=1)
        self.norm_1 = nn.BatchNorm2d(out)
        self.conv_2 = nn.Conv2d(out, out, 3, padding=1)
        self.norm_2 = nn.BatchNorm2d(out)
        self.shortcut = nn.Identity() if channels == out else nn.Conv2d(channels, out, 1)

    def forward(self, x):
        y = F.relu(self.norm_1(self.conv_1(x)))
        return F.relu(self.norm_2(self.conv_2(y)) + self.shortcut(x))
'''

_DECODER_STAGE = '''
class DecoderStage(nn.Module):
    """Twice as high and wide, joined with what was kept on the way down, and convolved."""

    def __init__(self, channels, skip, out):
        super().__init__()
        self.up = nn.ConvTranspose2d(channels, out, 2, stride=2)
        self.block = ConvBlock(out + skip, out)

    def forward(self, x, skip=None):
        x = self.up(x)  # (B, out, 2H, 2W)
        return self.block(x if skip is None else torch.cat([skip, x], dim=1))
'''

_SQUEEZE = '''
class SqueezeExcitation(nn.Module):
    """Each channel times a weight between 0 and 1 that the means of all channels decide."""

    def __init__(self, channels, reduction):
        super().__init__()
        self.reduce = nn.Linear(channels, channels // reduction)
        self.expand = nn.Linear(channels // reduction, channels)

    def forward(self, x):
        means = x.mean(dim=(2, 3))  # (B, C)
        weights = torch.sigmoid(self.expand(F.relu(self.reduce(means))))  # (B, C)
        return x * weights[:, :, None, None]
'''

_TRANSFORMER_BLOCK = '''
class TransformerBlock(nn.Module):
    """x + attention(norm(x)), then y + ffn(norm(y))."""

    def __init__(self, dim, heads, causal=False):
        super().__init__()
        self.norm_1 = nn.LayerNorm(dim)
        self.attention = MultiHeadAttention(dim, heads, causal=causal)
        self.norm_2 = nn.LayerNorm(dim)
        self.ffn = nn.Sequential(nn.Linear(dim, 4 * dim), nn.GELU(), nn.Linear(4 * dim, dim))

    def forward(self, x):
        x = x + self.attention(self.norm_1(x))
        return x + self.ffn(self.norm_2(x))
'''

_ROTARY_ATTENTION = '''
class RotaryAttention(MultiHeadAttention):
    """Attention with queries and keys turned by their places."""

    def forward(self, x):
        q, k, v = (
            project(x).unflatten(-1, (heads, -1)).transpose(1, 2)  # (B, h, T, d/h)
            for project, heads in (
                (self.q_proj, self.heads),
                (self.k_proj, self.kv_heads),
                (self.v_proj, self.kv_heads),
            )
        )
        heads = F.scaled_dot_product_attention(rotate(q), rotate(k), v, is_causal=self.causal, enable_gqa=True)
        return self.out_proj(heads.transpose(1, 2).flatten(2))  # (B, T, d)
'''

_ENCODER_BLOCK = '''
class EncoderBlock(nn.Module):
    """norm(x + attention(x)), then norm(y + ffn(y)); no place is hidden."""

    def __init__(self, dim, heads, activation=nn.ReLU):
        super().__init__()
        self.attention = MultiHeadAttention(dim, heads)
        self.norm_1 = nn.LayerNorm(dim)
        self.ffn = nn.Sequential(nn.Linear(dim, 4 * dim), activation(), nn.Linear(4 * dim, dim))
        self.norm_2 = nn.LayerNorm(dim)

    def forward(self, x):
        x = self.norm_1(x + self.attention(x))
        return self.norm_2(x + self.ffn(x))
'''

_DECODER_BLOCK = '''
class DecoderBlock(nn.Module):
    """Causal self-attention, attention to the memory, feed-forward; each added, then normed."""

    def __init__(self, dim, heads):
        super().__init__()
        self.attention = MultiHeadAttention(dim, heads, causal=True)
        self.norm_1 = nn.LayerNorm(dim)
        self.cross_attention = MultiHeadAttention(dim, heads)
        self.norm_2 = nn.LayerNorm(dim)
        self.ffn = nn.Sequential(nn.Linear(dim, 4 * dim), nn.ReLU(), nn.Linear(4 * dim, dim))
        self.norm_3 = nn.LayerNorm(dim)

    def forward(self, x, memory):
        x = self.norm_1(x + self.attention(x))
        x = self.norm_2(x + self.cross_attention(x, memory))  # queries of x; keys and values of the memory
        return self.norm_3(x + self.ffn(x))
'''

_WAVES = '''
def waves(places, dim):
    """Fixed vectors for places: sines and cosines of many lengths."""
    angles = torch.arange(places)[:, None] * 10_000 ** (-torch.arange(dim // 2) / (dim // 2))  # (T, d/2)
    return torch.cat([angles.sin(), angles.cos()], dim=-1)  # (T, d)
'''

_HIDE_TOKENS = '''
def hide_tokens(tokens, vocabulary, share=0.15):
    """Some tokens of each row hidden, and which: of these 80 % are [MASK], the last id; 10 % any token; 10 % stay."""
    count = max(1, round(share * tokens.shape[1]))
    chosen = torch.rand(tokens.shape).argsort(dim=1) < count  # (B, T)
    how = torch.rand(tokens.shape)
    anything = torch.randint(vocabulary, tokens.shape)
    masked = tokens.masked_fill(chosen & (how < 0.8), vocabulary - 1)
    return torch.where(chosen & (how >= 0.9), anything, masked), chosen
'''

_HIDE_LATER = '''
def hide_later(scores):
    """Scores in which no place sees a later one."""
    later = torch.ones(scores.shape[-2:], dtype=torch.bool, device=scores.device).triu(1)
    return scores.masked_fill(later, float("-inf"))
'''

_TIME_EMBEDDING = '''
class TimeEmbedding(nn.Module):
    """Sines and cosines of many lengths, and two linear layers."""

    def __init__(self, dim):
        super().__init__()
        self.dim = dim
        self.mlp = nn.Sequential(nn.Linear(dim, 4 * dim), nn.SiLU(), nn.Linear(4 * dim, dim))

    def forward(self, t):
        half = self.dim // 2
        rates = 10_000 ** (-torch.arange(half, device=t.device) / half)
        angles = t[:, None] * rates  # (B, d/2)
        return self.mlp(torch.cat([angles.sin(), angles.cos()], dim=-1))  # (B, d)
'''

_SMALL_UNET = '''
class SmallUNet(nn.Module):
    """Once down and up again, with the time added to every channel; it stands for a deeper one."""

    def __init__(self, channels, width, time):
        super().__init__()
        self.first = nn.Conv2d(channels, width, 3, padding=1)
        self.time = nn.Linear(time, width) if time else None
        self.down = nn.Conv2d(width, 2 * width, 3, stride=2, padding=1)
        self.up = nn.ConvTranspose2d(2 * width, width, 2, stride=2)
        self.last = nn.Conv2d(2 * width, channels, 3, padding=1)

    def forward(self, x, time=None):
        kept = F.silu(self.first(x))  # (B, width, H, W)
        if time is not None:
            kept = kept + self.time(time)[:, :, None, None]
        deep = F.silu(self.down(kept))  # (B, 2 width, H/2, W/2)
        return self.last(torch.cat([kept, F.silu(self.up(deep))], dim=1))  # (B, C, H, W)
'''

_ADD_NOISE = '''
def add_noise(x, noise, t):
    """√ᾱ_t x + √(1 − ᾱ_t) ε, with β from 0.0001 to 0.02 over 1,000 steps."""
    kept = torch.cumprod(1 - torch.linspace(1e-4, 0.02, 1000, device=x.device), dim=0)[t]  # (B,)
    kept = kept.view(-1, *[1] * (x.dim() - 1))
    return kept.sqrt() * x + (1 - kept).sqrt() * noise
'''

_ROTATE = '''
def rotate(x):
    """Rotary positions: pairs of features turned by angles that grow with the place."""
    half = x.shape[-1] // 2
    places = torch.arange(x.shape[-2], device=x.device)[:, None]
    angles = places * 10_000 ** (-torch.arange(half, device=x.device) / half)  # (T, d/2)
    first, second = x.chunk(2, dim=-1)
    turned = (first * angles.cos() - second * angles.sin(), first * angles.sin() + second * angles.cos())
    return torch.cat(turned, dim=-1)
'''

_SOURCES = {
    "TimeEmbedding": _TIME_EMBEDDING,
    "SmallUNet": _SMALL_UNET,
    "add_noise": _ADD_NOISE,
    "rotate": _ROTATE,
    "MultiHeadAttention": _ATTENTION,
    "SwiGLU": _SWIGLU,
    "ConvBlock": _CONV_BLOCK,
    "ResidualBlock": _RESIDUAL_BLOCK,
    "DecoderStage": _DECODER_STAGE,
    "SqueezeExcitation": _SQUEEZE,
    "TransformerBlock": _TRANSFORMER_BLOCK,
    "RotaryAttention": _ROTARY_ATTENTION,
    "EncoderBlock": _ENCODER_BLOCK,
    "DecoderBlock": _DECODER_BLOCK,
    "waves": _WAVES,
    "hide_tokens": _HIDE_TOKENS,
    "hide_later": _HIDE_LATER,
}
_NEED = {
    "DecoderStage": ("ConvBlock",),
    "TransformerBlock": ("MultiHeadAttention",),
    "EncoderBlock": ("MultiHeadAttention",),
    "DecoderBlock": ("MultiHeadAttention",),
    "RotaryAttention": ("MultiHeadAttention", "rotate"),
}


def helper_sources(names: Iterable[str]) -> list[str]:
    """The sources of helpers, each after what it is made of."""
    wanted: dict[str, None] = {}
    for name in names:
        for other in _NEED.get(name, ()):
            wanted.setdefault(other)
        wanted.setdefault(name)
    return [_SOURCES[name].strip("\n") for name in wanted]
