import { describe, expect, it } from 'vitest';

import { ariaChord, chordCaps, matchSequence, mayRun, parseChord, type KeyPress } from './keymap';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('matching', () => {
  it('takes Ctrl and Cmd alike', () => {
    const steps = parseChord('mod+enter');
    expect(matchSequence(steps, [press('Enter', { ctrlKey: true })])).toBe('full');
    expect(matchSequence(steps, [press('Enter', { metaKey: true })])).toBe('full');
    expect(matchSequence(steps, [press('Enter')])).toBe('none');
  });

  it('goes by the place of the key with Alt, whatever the layout types', () => {
    expect(matchSequence(parseChord('alt+s'), [press('ß', { altKey: true, code: 'KeyS' })])).toBe('full');
  });

  it('follows a sequence key by key', () => {
    const steps = parseChord('g t');
    expect(matchSequence(steps, [press('g')])).toBe('partial');
    expect(matchSequence(steps, [press('g'), press('t')])).toBe('full');
    expect(matchSequence(steps, [press('g'), press('x')])).toBe('none');
    expect(matchSequence(steps, [press('g'), press('t'), press('t')])).toBe('none');
  });

  it('tells a named key with Shift from one without', () => {
    expect(matchSequence(parseChord('shift+enter'), [press('Enter', { shiftKey: true })])).toBe('full');
    expect(matchSequence(parseChord('enter'), [press('Enter', { shiftKey: true })])).toBe('none');
    expect(matchSequence(parseChord('?'), [press('?', { shiftKey: true })])).toBe('full');
  });

  it('does not take a plain letter for one with a modifier', () => {
    expect(matchSequence(parseChord('?'), [press('?', { altKey: true })])).toBe('none');
  });
});

describe('showing', () => {
  it('names the caps of the machine at hand', () => {
    expect(chordCaps('mod+enter', false)).toEqual([['Ctrl', '↵']]);
    expect(chordCaps('mod+enter', true)).toEqual([['⌘', '↵']]);
    expect(chordCaps('g t', false)).toEqual([['G'], ['T']]);
    expect(chordCaps('shift+enter', false)).toEqual([['Shift', '↵']]);
  });

  it('tells assistive technology about single steps only', () => {
    expect(ariaChord('mod+enter')).toBe('Control+Enter');
    expect(ariaChord('alt+s')).toBe('Alt+S');
    expect(ariaChord('g t')).toBeUndefined();
  });
});

describe('when a shortcut may run', () => {
  const free = { typing: false, onControl: false, inDialog: false };
  it('leaves plain keys to a text field, but not chords', () => {
    expect(mayRun(parseChord('?'), { ...free, typing: true })).toBe(false);
    expect(mayRun(parseChord('mod+enter'), { ...free, typing: true })).toBe(true);
  });
  it('leaves Enter to the button that has the focus', () => {
    expect(mayRun(parseChord('enter'), { ...free, onControl: true })).toBe(false);
    expect(mayRun(parseChord('u'), { ...free, onControl: true })).toBe(true);
    expect(mayRun(parseChord('enter'), free)).toBe(true);
  });
  it('rests while a dialog is open', () => {
    expect(mayRun(parseChord('mod+enter'), { ...free, inDialog: true })).toBe(false);
  });
});
