/** Keeps what is being typed: on the server within a second, and never over what another tab has written. */

import { isConflict, isUnreachable, sayError } from '@/api/errors';

export type DraftStatus =
  | { is: 'clean' }
  | { is: 'dirty' }
  | { is: 'saving' }
  | { is: 'saved'; at: Date }
  /** The server does not answer; this browser keeps the text. */
  | { is: 'kept-here' }
  | { is: 'refused'; why: string }
  /** Another tab was first; one of the two texts has to be chosen. */
  | { is: 'conflict'; other: StoredDraft }
  /** The question was answered elsewhere. */
  | { is: 'answered' };

export interface StoredDraft {
  text: string;
  revision: number;
}

export interface DraftPort {
  save: (text: string, revision: number, force: boolean) => Promise<{ revision: number; saved_at: string }>;
  /** What the server has now; null once the question is answered. */
  load: () => Promise<StoredDraft | null>;
}

export interface DraftState {
  text: string;
  status: DraftStatus;
}

const REST_TICKS = 10;

export class DraftKeeper {
  private state: DraftState;
  private saved: string;
  private flight: Promise<void> | null = null;
  private closed = false;
  /** Ticks to let pass after a refusal: what was refused once is not sent again every second. */
  private rest = 0;
  private readonly listeners = new Set<() => void>();

  /**
   * @param stored What the server has.
   * @param text What stands in the box; differs where this browser kept something newer.
   */
  constructor(
    private readonly port: DraftPort,
    private stored: StoredDraft,
    text: string,
  ) {
    this.saved = stored.text;
    this.state = { text, status: text === stored.text ? { is: 'clean' } : { is: 'dirty' } };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): DraftState => this.state;

  /** The revision that the next write builds on. */
  get revision(): number {
    return this.stored.revision;
  }

  get pending(): boolean {
    return !this.closed && this.state.text !== this.saved;
  }

  readonly type = (text: string): void => {
    const { status } = this.state;
    this.rest = 0;
    const busy = status.is === 'saving' || status.is === 'conflict' || status.is === 'answered';
    this.set({ text, status: busy ? status : { is: 'dirty' } });
  };

  /** Saves if there is something to save; called every second. */
  readonly tick = (): Promise<void> => {
    const { status } = this.state;
    if (!this.pending || status.is === 'conflict' || status.is === 'answered') return Promise.resolve();
    if (this.rest > 0) {
      this.rest -= 1;
      return Promise.resolve();
    }
    return this.send(false);
  };

  /** Waits for a save on its way and stops saving; then the answer itself may go. */
  async close(): Promise<void> {
    this.closed = true;
    await this.flight;
  }

  reopen(): void {
    this.closed = false;
  }

  /** Looks at what the server has after somebody else wrote, and stops where a choice is needed. */
  async meetConflict(attempted: string): Promise<void> {
    const other = await this.port.load();
    if (other === null) {
      this.set({ ...this.state, status: { is: 'answered' } });
    } else if (other.text === attempted) {
      // It was our own save, whose receipt got lost on the way.
      this.stored = other;
      this.saved = other.text;
      this.set({ ...this.state, status: { is: 'saved', at: new Date() } });
    } else {
      this.set({ ...this.state, status: { is: 'conflict', other } });
    }
  }

  readonly keepMine = async (): Promise<void> => {
    if (this.state.status.is === 'conflict') this.stored = this.state.status.other;
    await this.send(true);
  };

  readonly takeOther = (): void => {
    if (this.state.status.is !== 'conflict') return;
    this.stored = this.state.status.other;
    this.saved = this.stored.text;
    this.set({ text: this.stored.text, status: { is: 'saved', at: new Date() } });
  };

  private send(force: boolean): Promise<void> {
    if (this.flight !== null) return this.flight;
    const { text } = this.state;
    this.set({ text, status: { is: 'saving' } });
    this.flight = this.port
      .save(text, this.stored.revision, force)
      .then(
        (receipt) => {
          this.stored = { text, revision: receipt.revision };
          this.saved = text;
          const status: DraftStatus =
            this.state.text === text ? { is: 'saved', at: new Date(receipt.saved_at) } : { is: 'dirty' };
          this.set({ ...this.state, status });
        },
        (error: unknown) => this.fail(error, text),
      )
      .finally(() => (this.flight = null));
    return this.flight;
  }

  private async fail(error: unknown, attempted: string): Promise<void> {
    if (isConflict(error)) {
      await this.meetConflict(attempted).catch(() => this.set({ ...this.state, status: { is: 'kept-here' } }));
    } else if (isUnreachable(error)) {
      this.set({ ...this.state, status: { is: 'kept-here' } });
    } else {
      this.rest = REST_TICKS;
      this.set({ ...this.state, status: { is: 'refused', why: sayError(error) } });
    }
  }

  private set(state: DraftState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
