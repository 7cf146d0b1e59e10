import { execFileSync } from 'node:child_process';

import { expect, it } from 'vitest';

it('is what openapi.json says: nobody edited it, and nobody forgot to generate it', () => {
  const check = () => execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { stdio: 'pipe' });
  expect(check).not.toThrow();
}, 30_000);
