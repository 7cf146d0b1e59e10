import torch


def filter_logits(logits, top_k=None, top_p=None):
    """Plain Python over the rows: walk down the ranking and stop."""
    rows = logits.reshape(-1, logits.shape[-1])
    result = torch.full_like(rows, -torch.inf)
    for row, out in zip(rows, result, strict=True):
        ranking = [i for i in row.argsort(descending=True).tolist() if row[i] > -torch.inf]
        if top_k is not None:
            ranking = ranking[:top_k]
        if top_p is not None and top_p < 1:
            probabilities = torch.softmax(row[ranking].double(), 0).tolist()
            total, kept = 0.0, 0
            while kept == 0 or (kept < len(ranking) and total < top_p):
                total += probabilities[kept]
                kept += 1
            ranking = ranking[:kept]
        out[ranking] = row[ranking]
    return result.reshape(logits.shape)
