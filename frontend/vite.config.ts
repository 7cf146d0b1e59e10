import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

import { offlineCanvas } from './vite/offlineCanvas.ts';

const target = resolve(import.meta.dirname, '../src/evalmode/web/static');
const LICENCES = 'licenses.md';

/** Empties the target folder but for `.gitkeep`, which keeps the folder in the repository. */
function emptyTarget(): Plugin {
  return {
    name: 'empty-target',
    apply: 'build',
    buildStart() {
      for (const name of readdirSync(target)) {
        if (name !== '.gitkeep') rmSync(resolve(target, name), { recursive: true });
      }
    },
  };
}

const MIT_NOTICE = /Permission is hereby granted, free of charge[\s\S]*?DEALINGS\s+IN\s+THE\s+SOFTWARE\./g;
const AS_ABOVE = '(Here stand the permission notice and the disclaimer of the MIT License, word for word as in the first entry above.)';

/** The same page of the MIT License stands in the file once, and under each further copyright it is referred to. */
function saidOnce(licences: string): string {
  const plain = (notice: string) => notice.replaceAll(/\s+/g, ' ');
  const [first = ''] = licences.match(MIT_NOTICE) ?? [];
  let seen = 0;
  return licences.replaceAll(MIT_NOTICE, (notice) => (plain(notice) === plain(first) && (seen += 1) > 1 ? AS_ABOVE : notice));
}

/** Under the SIL Open Font License 1.1, or the MIT one (Comic Shanns); they come with the canvas and carry their notices. */
const CANVAS_FONTS = '\n## Fonts of the canvas\n\nExcalifont, Lilita One and Nunito: SIL Open Font License 1.1. Comic Shanns: MIT.\n';

/** Adds the fonts' licences to those of the scripts, which Vite collects by itself. */
function fontLicences(): Plugin {
  return {
    name: 'font-licences',
    apply: 'build',
    closeBundle() {
      const fonts = resolve(import.meta.dirname, 'node_modules/@fontsource-variable');
      for (const name of readdirSync(fonts)) {
        const licence = readFileSync(resolve(fonts, name, 'LICENSE'), 'utf8');
        appendFileSync(resolve(target, LICENCES), `\n## @fontsource-variable/${name}\n\n${licence}`);
      }
      appendFileSync(resolve(target, LICENCES), CANVAS_FONTS);
      writeFileSync(resolve(target, LICENCES), saidOnce(readFileSync(resolve(target, LICENCES), 'utf8')));
    },
  };
}

/** Every browser that runs this page reads the smallest of the three forms in which formulas bring their letters. */
function oneFormOfFonts(): Plugin {
  return {
    name: 'one-form-of-fonts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('katex.min.css') && !id.includes('katex.css')) return null;
      return { code: code.replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''), map: null };
    },
  };
}

/** Keeps each script and style sheet packed only; the server unpacks it for the few who cannot. Blanks go, too. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    closeBundle() {
      const assets = resolve(target, 'assets');
      // A build that has failed says why by itself.
      if (!existsSync(assets)) return;
      const manifest = resolve(target, '.vite/manifest.json');
      writeFileSync(manifest, JSON.stringify(JSON.parse(readFileSync(manifest, 'utf8'))));
      for (const name of readdirSync(assets)) {
        if (!/\.(?:js|css)$/.test(name)) continue;
        const file = resolve(assets, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
        rmSync(file);
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), offlineCanvas(), oneFormOfFonts(), emptyTarget(), fontLicences(), packed()],
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  build: {
    outDir: target,
    emptyOutDir: false,
    // The server's content policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    manifest: true,
    // The licences of everything that is bundled go along with it.
    license: { fileName: LICENCES },
    target: 'es2023',
    cssTarget: 'chrome123',
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': process.env.EVALMODE_URL ?? 'http://127.0.0.1:8757' } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
