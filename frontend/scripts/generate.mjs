// Writes the types of the HTTP API from openapi.json. With --check nothing is written and a difference is an error.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

import openapiTS, { astToString } from 'openapi-typescript';

const schema = new URL('../openapi.json', import.meta.url);
const target = new URL('../src/api/schema.gen.ts', import.meta.url);
const head = '// Generated from openapi.json by `npm run generate`; not for editing.\n\n';

const text = head + astToString(await openapiTS(schema, { alphabetize: true }));
if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('src/api/schema.gen.ts does not match openapi.json: run `npm run generate`.');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
