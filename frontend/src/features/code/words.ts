import type { ProblemBrief, ProblemState } from '@/api/types';
import { plural } from '@/lib/format';

/** How far one got, in words. */
export const stateWords: Record<ProblemState, string> = {
  new: 'New',
  started: 'Tried',
  given_up: 'Given up',
  passed: 'Solved',
};

/** What the ban groups are called, where the group's own name says it badly. */
const BANS: Record<string, string> = {
  'cross-entropy': 'cross-entropy and NLL losses',
  'transformer-layers': 'transformer layers',
  attention: 'ready-made attention',
  autograd: 'autograd',
  'clip-grad': 'gradient clipping',
  conv: 'convolutions',
  init: 'torch.nn.init',
  lstm: 'LSTM',
  gru: 'GRU',
  rnn: 'RNN',
  optimizers: 'torch.optim',
  schedulers: 'learning-rate schedulers',
  svd: 'SVD',
  torch: 'PyTorch at all',
};

export const sayBan = (ban: string): string => BANS[ban] ?? ban.replaceAll('-', ' ');

/** `PyTorch`, `NumPy`. */
export const sayLibrary = (library: string): string =>
  ({ torch: 'PyTorch', numpy: 'NumPy' })[library] ?? library;

export const sayTries = (brief: ProblemBrief): string =>
  brief.attempts === 0 ? 'not tried yet' : plural(brief.attempts, 'try', 'tries');
