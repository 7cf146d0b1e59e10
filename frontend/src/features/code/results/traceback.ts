/** The candidate's own lines of a traceback: `line 15, in softmax`, each followed by the line itself. */

export interface Frame {
  line: number;
  /** What stands there, besides the number. */
  place: string;
  code: string;
}

const HEAD = /^line (?<line>\d+)(?:, in (?<place>.+))?$/;

/** The frames, outermost first; none where it is written otherwise. */
export function readFrames(traceback: string): Frame[] {
  const frames: Frame[] = [];
  for (const row of traceback.split('\n')) {
    const groups = HEAD.exec(row.trim())?.groups;
    const last = frames.at(-1);
    if (groups !== undefined) frames.push({ line: Number(groups.line), place: groups.place ?? '', code: '' });
    else if (last !== undefined) last.code += `${last.code === '' ? '' : '\n'}${row.replace(/^ {4}/, '')}`;
  }
  return frames;
}
