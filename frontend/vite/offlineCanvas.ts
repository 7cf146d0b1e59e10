import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import type { Plugin } from 'vite';

const DIST = resolve(import.meta.dirname, '../node_modules/@excalidraw/excalidraw/dist/prod');
/** Families that the canvas offers; the one for Chinese, Japanese and Korean alone would be 13 MB. */
const FAMILIES = ['ComicShanns', 'Excalifont', 'Lilita', 'Nunito'];
const FONTS_AT = 'assets/canvas';

/** What the canvas may ask for and evalmode leaves out, and what stands in for it. */
const LEFT_OUT: readonly { asked: RegExp; instead: string }[] = [
  // Cutting fonts down needs WebAssembly, which the content policy forbids: an exported SVG carries them whole.
  {
    asked: /subset-shared\.chunk\.js$/,
    instead: `
      export const Commands = { Subset: 'SUBSET' };
      export const toBase64 = (buffer) => new Promise((done, fail) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.onerror = () => fail(reader.error);
        reader.readAsDataURL(new Blob([buffer], { type: 'font/woff2' }));
      });
      export const subsetToBinary = (buffer) => buffer;
      export const subsetToBase64 = toBase64;
    `,
  },
  { asked: /subset-worker\.chunk\.js$/, instead: 'export const WorkerUrl = undefined;' },
  { asked: /locales\/(?!en-)[\w-]+\.js$/, instead: 'export default {};' },
  // Images cannot be put on this canvas, so nothing makes them smaller.
  { asked: /^(?:pica|image-blob-reduce)$/, instead: 'export default undefined;' },
  { asked: /^@excalidraw\/mermaid-to-excalidraw$/, instead: 'export const parseMermaidToExcalidraw = undefined;' },
];

/** Places in the canvas's own code that would lead off this machine. A new version that has others must be looked at. */
const REWRITTEN: readonly { here: RegExp; to: string }[] = [
  { here: /`https:\/\/esm\.sh\/.{0,120}?\/dist\/prod\/`/, to: `\`\${globalThis.location.origin}/${FONTS_AT}/\`` },
  // Families that are not shipped: older drawings that use them get the one that took its place.
  { here: /n\(Mn,\.\.\.b1\)/, to: 'n(Mn)' },
  { here: /n\("Cascadia",\.\.\.Gd\)/, to: 'n("Cascadia",...Qd)' },
  { here: /n\("Virgil",\.\.\.yc\)/, to: 'n("Virgil",...sc)' },
  { here: /n\("Liberation Sans",\.\.\.lc\)/, to: 'n("Liberation Sans")' },
  // A style attribute is refused by the content policy; the same through the object model is not.
  { here: /(\w+)\.setAttribute\("style",("[^"]*")\)/, to: '$1.style.cssText=$2' },
  // Workers only cut fonts down.
  { here: /(\w+)=typeof Worker<"u"/, to: '$1=false' },
];

const STAND_IN = '\0canvas:';

/** Excalidraw without anything that is fetched from elsewhere, compiled at run time, or not needed here. */
export function offlineCanvas(): Plugin {
  return {
    name: 'offline-canvas',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer?.includes('@excalidraw/excalidraw/dist') !== true) return null;
      const at = LEFT_OUT.findIndex(({ asked }) => asked.test(source));
      return at < 0 ? null : `${STAND_IN}${at}`;
    },
    load(id) {
      return id.startsWith(STAND_IN) ? (LEFT_OUT[Number(id.slice(STAND_IN.length))]?.instead ?? null) : null;
    },
    transform(code, id) {
      if (!id.startsWith(DIST)) return null;
      // The page has its own letters for buttons and menus.
      if (id.includes('/index.css')) return { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), map: null };
      if (!code.includes('esm.sh')) return null;
      let next = code;
      for (const { here, to } of REWRITTEN) {
        if (!here.test(next)) this.error(`The canvas has changed: ${String(here)} is nowhere in ${id}.`);
        next = next.replace(here, to);
      }
      return { code: next, map: null };
    },
    generateBundle() {
      for (const family of FAMILIES) {
        const folder = resolve(DIST, 'fonts', family);
        for (const name of readdirSync(folder)) {
          this.emitFile({ type: 'asset', fileName: `${FONTS_AT}/fonts/${family}/${name}`, source: readFileSync(resolve(folder, name)) });
        }
      }
    },
  };
}
