"""What names of sizes stand for, and what looks like a size but is something else."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["is_batch", "is_foreign", "is_operation", "is_setting", "is_size_word", "is_value", "role_of"]

_ROLES = {
    "batch": """b bs bsz bz batch batch_size batchsize batch_dim n_batch nbatch none batches mb minibatch
        num_samples samples examples""",
    "length": """t l s t_q t_k t_kv l_q l_k l_kv tq tk lq lk t_max t_enc t_dec t_src t_tgt t_x t_y tx ty t_s t_t
        s_src s_tgt seq seq_len seqlen seq_length sequence sequence_length sequence_len len length time
        timesteps time_steps steps tokens num_tokens n_tokens ntokens src_len tgt_len src tgt source_len
        target_len n_ctx nctx ctx ctx_len context context_len context_length block_size max_len maxlen
        max_seq_len max_position l_max len_q len_k t_in t_out l_in l_out s_in s_out words num_words frames
        q_len k_len kv_len n_q n_k n_v s_len t_len l_text l_img""",
    "features": """d d_model dmodel model_dim d_m dm dim dims dimension d_emb demb d_e d_embed embed emb embed_dim
        emb_dim embedding embedding_dim embedding_size emb_size e hidden hidden_size hidden_dim hid
        hid_dim hs d_hidden d_hid n_embd n_embed features feature feature_dim num_features n_features feat
        feats feat_dim d_in d_out din dout input_dim input_size output_dim output_size in_features
        out_features in_dim out_dim d_x d_input n_hidden nhid n_h units width_dim d_latent latent
        latent_dim latent_size z_dim zdim d_z dz nz n_z noise_dim noise proj_dim d_proj d_p d_t d_i d_text
        d_img d_image d_joint d_shared joint_dim shared_dim d_vit d_enc d_dec model_size d_c d_s d_1 d_2
        h_dim c_dim x_dim channels_last""",
    "vocab": """v vocab vocab_size vocabsize vocabulary n_vocab nvocab num_vocab v_size |v| vocab_dim tgt_vocab
        src_vocab""",
    "heads": """h n_heads num_heads nheads heads n_head nhead n_h_q n_h_kv n_kv_heads h_q h_kv h_k hq hkv nh
        num_head head head_count kv_heads q_heads g""",
    "head": """d_k d_v d_h d_q dk dv dh dq d_head dhead head_dim head_size headdim hd hdim d_kv d_qk d_per_head
        dim_head dph""",
    "inner": """d_ff dff d_ffn dffn ff ff_dim ffn_dim ffn mlp_dim d_mlp d_inner inner inner_dim intermediate
        intermediate_size intermediate_dim hidden_ff f_ff d_f dim_feedforward d_hidden_ff mlp_hidden
        expand_dim""",
    "channels": """planes inplanes outplanes in_planes out_planes mid_channels hidden_channels c ch chan chans
        channel channels n_channels num_channels nc c_in c_out cin cout in_channels out_channels c_1 c_2
        c_3 c_4 c_5 c1 c2 c3 c4 c5 c_mid cmid c_bottleneck c_exp c_hid ngf ndf nf filters num_filters
        n_filters feature_maps maps base_channels base f_1 f_2 f_3 f_4 rgb c0 c_0 c_i c_s c_b c_l c_z
        c_lat c_latent mid""",
    "height": "height h_in h_out hin hout img_h image_height h_0 h0 h_1 h1 h_2 h2 h_p hp",
    "width": "w width w_in w_out win wout img_w image_width w_0 w0 w_1 w1 w_2 w2 w_p wp",
    "classes": """k classes num_classes n_classes nclasses n_class num_class nclass ncls n_cls class cls_count
        labels num_labels n_labels k_classes c_cls n_out out_classes categories num_categories""",
    "patches": "patches num_patches n_patches npatches n_p num_patch np patch_count n_patch",
    "patch": "p p_h p_w patch patch_size patch_dim patchsize",
    "experts": "experts num_experts n_experts n_e n_exp nexperts e_experts",
    "rank": "r rank lora_rank d_r top_k topk n_active",
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split()}
_UPPER = {
    "H": "",
    "N": "",
    "M": "",
    "K": "",
    "R": "",
    "G": "",
    "E": "",
    "S": "length",
    "V": "vocab",
    "D": "features",
    "P": "",
}
"""Capitals of which the small letter says something else, or that say many things."""

_DIMENSIONS = frozenset(
    """B N T L S C H W D d E M b n t l c w bs bsz nc nz None F H' W' T' L' S' N' C' D' d' B' HW hw WH BT BN TB n_c
    n_t n_x n_y n_s n_d N_s N_t N_q N_k N_x N_p N_tok""".split()
)
_VALUES = frozenset(
    """x y z q k v u s a r e g f o i j h c m p Q K V X Y Z A O G I Wq Wk Wv Wo W_q W_k W_v W_o W_i W_f W_c W_Q W_K
    W_V W_O W_g mu sigma eps epsilon theta phi alpha beta gamma logvar log_var mean std var noise mask pos U R P J
    μ σ ε θ φ α β γ τ λ ν""".split()
)
_TIMED = re.compile(
    r"(?:[hcxyzsaegfoiurn]|out|state|hidden|cell|epsilon|eps|mu|x̂|ỹ)_\(?(?:t|i|j|n|l|s|k)?(?:[-+]\d)?\)?"
)
_OPERATIONS = re.compile(
    r"""\b(?:\w*conv\w*|linear|dense|fc|proj|\w*pool\w*|kernel|stride|pad(?:ding)?|dropout|\w*lstm|gru|rnn|\w*norm|bn|ln|
    up-?sampl\w*|down-?sampl\w*|up|down|interpolate|resize|filters?|nn|f|mlp|ffn|mha|attention|attn|softmax|relu|gelu|silu|
    sigmoid|tanh|add|sum|cat|concat\w*|crop|lerp|scale|clip|clamp|uniform|range|normal|gaussian|patch(?:es|ify)?|grid|
    permute|transpose|swap\w*|dim|axis|axes|softplus|split|chunk|mean|max|min|sqrt|log|exp|kl|mse|bce|ce|loss|l1|l2|embedding|
    step|steps|fig|figure|eq|section|epoch|factor|ratio|rate|lr|threshold|groups?|dilation)(?=\b|_|\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_SETTINGS = frozenset(
    """k s p ks kernel kernel_size stride strides pad padding dilation groups g h heads n_heads num_heads nhead r
    rank lr rate drop dropout eps alpha beta gamma lambda tau temp temperature n_layers layers depth t n l dim
    axis i j epoch steps factor scale bias mode act activation dropout_p prob top_k topk""".split()
)


@lru_cache(maxsize=8192)
def role_of(name: str) -> str:
    """What a name of a size stands for: ``batch``, ``length``, ``features``, …; empty where it may be many things."""
    if name in _UPPER:
        return _UPPER[name]
    bare = name.strip("'|").lower()
    return _ROLE_OF.get(bare, "")


def is_batch(name: str) -> bool:
    """Whether the name may stand for the number of examples."""
    return role_of(name) == "batch" or name in {"N", "n", "M", "m"}


def is_size_word(name: str) -> bool:
    """Whether the name by itself speaks of a size rather than of a value."""
    return name in _DIMENSIONS or (len(name) > 1 and bool(role_of(name)) and name not in _VALUES)


@lru_cache(maxsize=8192)
def is_value(name: str) -> bool:
    """Whether the name rather stands for a value that flows: ``x_t``, ``q``, ``mu``."""
    return name in _VALUES or bool(_TIMED.fullmatch(name))


def is_foreign(name: str) -> bool:
    """Whether the name is a word that names no size in this field."""
    return len(name) > 2 and "_" not in name and not role_of(name)


def is_operation(text: str) -> bool:
    """Whether the words speak of an operation, whose numbers may be settings rather than sizes."""
    return bool(_OPERATIONS.search(text))


def is_setting(name: str) -> bool:
    """Whether ``name=3`` sets up an operation rather than saying a size."""
    return name in _SETTINGS
