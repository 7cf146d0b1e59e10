/** Shortcuts as data: reading them, matching them against key presses, showing them. */

export interface Step {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean;
}

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Reads `mod+enter`, `shift+enter`, `alt+s`, `?`, or a sequence such as `g t`. */
export function parseChord(chord: string): Step[] {
  return chord.split(' ').map((part) => {
    const names = part.split('+');
    return { key: names.at(-1) ?? '', mod: names.includes('mod'), alt: names.includes('alt'), shift: names.includes('shift') };
  });
}

/** Whether a key press is that step. With Alt the key's place counts, because Option+S types “ß” on a Mac. */
export function matchesStep(step: Step, press: KeyPress): boolean {
  if (step.mod !== (press.ctrlKey || press.metaKey) || step.alt !== press.altKey) return false;
  // A sign such as “?” needs Shift on some keyboards and not on others; a key with a name is pressed with it or without.
  if (step.key.length > 1 && step.shift !== press.shiftKey) return false;
  if (step.alt && /^[a-z]$/.test(step.key)) return press.code === `Key${step.key.toUpperCase()}`;
  return press.key.toLowerCase() === step.key;
}

/** How far a sequence of presses has come: done, on its way, or no match. */
export function matchSequence(steps: readonly Step[], presses: readonly KeyPress[]): 'full' | 'partial' | 'none' {
  if (presses.length > steps.length) return 'none';
  const fits = presses.every((press, index) => {
    const step = steps[index];
    return step !== undefined && matchesStep(step, press);
  });
  if (!fits) return 'none';
  return presses.length === steps.length ? 'full' : 'partial';
}

const NAMES: Record<string, string> = {
  enter: '↵',
  escape: 'Esc',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
};

/** The caps to show, one list per step: `[['Ctrl', '↵']]`, on a Mac `[['⌘', '↵']]`. */
export function chordCaps(chord: string, mac: boolean): string[][] {
  return parseChord(chord).map((step) => {
    const caps: string[] = [];
    if (step.mod) caps.push(mac ? '⌘' : 'Ctrl');
    if (step.alt) caps.push(mac ? '⌥' : 'Alt');
    if (step.shift) caps.push(mac ? '⇧' : 'Shift');
    caps.push(NAMES[step.key] ?? step.key.toUpperCase());
    return caps;
  });
}

/** The same for the attribute `aria-keyshortcuts`; a sequence cannot be said there. */
export function ariaChord(chord: string): string | undefined {
  const steps = parseChord(chord);
  const [step] = steps;
  if (steps.length !== 1 || step === undefined) return undefined;
  const key = step.key.length > 1 ? step.key.charAt(0).toUpperCase() + step.key.slice(1) : step.key.toUpperCase();
  return [step.mod ? 'Control' : '', step.alt ? 'Alt' : '', step.shift ? 'Shift' : '', key].filter(Boolean).join('+');
}

export interface Situation {
  /** The press goes into a text field. */
  typing: boolean;
  /** The press goes to a button, a link or another control that has its own use for Enter and Space. */
  onControl: boolean;
  /** A dialog is open and has the focus. */
  inDialog: boolean;
}

/** Whether a shortcut may run: nothing is taken away from a person who types or presses a button. */
export function mayRun(steps: readonly Step[], situation: Situation): boolean {
  if (situation.inDialog) return false;
  const [first] = steps;
  if (first === undefined) return false;
  if (first.mod || first.alt) return true;
  if (situation.typing) return false;
  return !(situation.onControl && (first.key === 'enter' || first.key === ' '));
}
