import { beforeEach, describe, expect, it } from 'vitest';

import { ApiError, UnreachableError } from '@/api/errors';

import { DraftKeeper, type DraftPort } from './draftKeeper';

/** A server that behaves as the real one: it refuses a draft that was typed on an older revision. */
class Server implements DraftPort {
  text = '';
  revision = 0;
  answered = false;
  reachable = true;
  losesReceipts = false;
  refusals = 0;
  saves = 0;

  save = (text: string, revision: number, force: boolean) => {
    if (!this.reachable) return Promise.reject(new UnreachableError());
    if (text.length > 100) {
      this.refusals += 1;
      return Promise.reject(new ApiError(422, 'invalid_input', 'Too long.', 'Say it in fewer words.'));
    }
    if (this.answered || (revision !== this.revision && !force)) {
      return Promise.reject(new ApiError(409, 'conflict', 'Changed elsewhere.', null));
    }
    this.text = text;
    this.revision += 1;
    this.saves += 1;
    if (this.losesReceipts) return Promise.reject(new UnreachableError());
    return Promise.resolve({ revision: this.revision, saved_at: '2026-03-04T09:00:00Z' });
  };

  load = () => Promise.resolve(this.answered ? null : { text: this.text, revision: this.revision });
}

let server: Server;
const keeperOf = (text = '') => new DraftKeeper(server, { text: server.text, revision: server.revision }, text);

beforeEach(() => {
  server = new Server();
});

describe('saving', () => {
  it('sends what was typed, once', async () => {
    const keeper = keeperOf();
    keeper.type('softmax');
    await keeper.tick();
    await keeper.tick();
    expect(server).toMatchObject({ text: 'softmax', saves: 1 });
    expect(keeper.read().status.is).toBe('saved');
  });

  it('takes along what was typed while a save was on its way', async () => {
    const keeper = keeperOf();
    keeper.type('soft');
    const first = keeper.tick();
    keeper.type('softmax');
    await first;
    expect(keeper.read().status.is).toBe('dirty');
    await keeper.tick();
    expect(server.text).toBe('softmax');
  });

  it('brings to the server what only this browser had', async () => {
    const keeper = keeperOf('typed while offline');
    await keeper.tick();
    expect(server.text).toBe('typed while offline');
  });

  it('stops before the answer goes', async () => {
    const keeper = keeperOf();
    keeper.type('a');
    void keeper.tick();
    await keeper.close();
    expect(keeper.revision).toBe(1);
    keeper.type('ab');
    await keeper.tick();
    expect(server.saves).toBe(1);
  });
});

describe('without a server', () => {
  it('keeps the text and tries again', async () => {
    const keeper = keeperOf();
    server.reachable = false;
    keeper.type('kept');
    await keeper.tick();
    expect(keeper.read()).toMatchObject({ text: 'kept', status: { is: 'kept-here' } });
    server.reachable = true;
    await keeper.tick();
    expect(server.text).toBe('kept');
  });

  it('does not mistake its own save, whose receipt got lost, for another tab', async () => {
    const keeper = keeperOf();
    server.losesReceipts = true;
    keeper.type('mine');
    await keeper.tick();
    server.losesReceipts = false;
    await keeper.tick();
    expect(keeper.read().status.is).toBe('saved');
    keeper.type('mine, longer');
    await keeper.tick();
    expect(server.text).toBe('mine, longer');
  });
});

it('says why a text was refused, and does not send the same one again every second', async () => {
  const keeper = keeperOf();
  keeper.type('x'.repeat(101));
  for (let second = 0; second < 5; second += 1) await keeper.tick();
  expect(server.refusals).toBe(1);
  expect(keeper.read().status).toEqual({ is: 'refused', why: 'Too long. Say it in fewer words.' });
  keeper.type('shorter');
  await keeper.tick();
  expect(server.text).toBe('shorter');
});

describe('two tabs', () => {
  async function conflict() {
    const keeper = keeperOf();
    await server.save('the other tab', 0, false);
    keeper.type('this tab');
    await keeper.tick();
    return keeper;
  }

  it('asks instead of overwriting', async () => {
    const keeper = await conflict();
    expect(keeper.read().status).toEqual({ is: 'conflict', other: { text: 'the other tab', revision: 1 } });
    await keeper.tick();
    expect(server.text).toBe('the other tab');
  });

  it('keeps mine', async () => {
    const keeper = await conflict();
    await keeper.keepMine();
    expect(server.text).toBe('this tab');
    expect(keeper.read().status.is).toBe('saved');
  });

  it('takes the other', async () => {
    const keeper = await conflict();
    keeper.takeOther();
    expect(keeper.read().text).toBe('the other tab');
    keeper.type('the other tab, and more');
    await keeper.tick();
    expect(server.text).toBe('the other tab, and more');
  });

  it('notices that the question was answered there', async () => {
    const keeper = keeperOf();
    server.answered = true;
    keeper.type('too late');
    await keeper.tick();
    expect(keeper.read()).toMatchObject({ text: 'too late', status: { is: 'answered' } });
  });
});
