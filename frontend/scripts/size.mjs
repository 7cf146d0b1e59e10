// Prints what the browser must load before `/` is usable and what the whole front end weighs, checks both against their
// budgets, and writes them for benchmarks to build/frontend-size.json in the project's folder. Run it after `npm run build`.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 250;
const WHOLE_BUDGET_MB = 5;

const built = new URL('../../src/evalmode/web/static/', import.meta.url);
const manifestFile = new URL('.vite/manifest.json', built);
if (!existsSync(manifestFile)) {
  console.error('The front end is not built: run `npm run build` first.');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

/** The entry and everything it imports before it can run; what is loaded later, on demand, is left out. */
function initialChunks() {
  const seen = new Set();
  const queue = ['index.html'];
  for (const key of queue) {
    if (seen.has(key)) continue;
    seen.add(key);
    queue.push(...(manifest[key].imports ?? []));
  }
  return [...seen].map((key) => manifest[key]);
}

/** Scripts and style sheets lie there packed; what is in no need of a hash, as it is. */
function gzipped(file) {
  const packed = new URL(`${file}.gz`, built);
  return existsSync(packed) ? statSync(packed).size : gzipSync(readFileSync(new URL(file, built)), { level: 9 }).length;
}

const whole = readdirSync(built, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .reduce((total, entry) => total + statSync(`${entry.parentPath}/${entry.name}`).size, 0);
const kb = (bytes) => Number((bytes / 1000).toFixed(1));

const chunks = initialChunks();
const scripts = ['theme.js', ...chunks.map((chunk) => chunk.file)];
const styles = [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))];
const files = Object.fromEntries([...scripts, ...styles].map((file) => [file, gzipped(file)]));
const sum = (names) => names.reduce((total, name) => total + files[name], 0);
const report = {
  initial_js_gzip_kb: kb(sum(scripts)),
  initial_css_gzip_kb: kb(sum(styles)),
  budget_js_gzip_kb: BUDGET_KB,
  whole_mb: Number((whole / 1e6).toFixed(2)),
  budget_whole_mb: WHOLE_BUDGET_MB,
  within_budget: sum(scripts) <= BUDGET_KB * 1000 && whole <= WHOLE_BUDGET_MB * 1e6,
  files,
};

const out = new URL('../../build/', import.meta.url);
mkdirSync(out, { recursive: true });
writeFileSync(new URL('frontend-size.json', out), `${JSON.stringify(report, null, 2)}\n`);
for (const [file, bytes] of Object.entries(files)) console.log(`${String(kb(bytes)).padStart(8)} kB  ${file}`);
console.log(`${String(report.initial_js_gzip_kb).padStart(8)} kB  initial JavaScript, gzipped (budget ${BUDGET_KB} kB)`);
console.log(`${String(report.whole_mb).padStart(8)} MB  the whole front end (budget ${WHOLE_BUDGET_MB} MB)`);
if (!report.within_budget) process.exit(1);
