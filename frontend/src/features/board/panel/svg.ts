/** Drawings that the server gives as SVG, put into the page without anything that could run or break its policy. */

const TAGS = new Set(
  'svg g rect ellipse circle polygon polyline path line text tspan defs marker title desc use clippath lineargradient stop'.split(' '),
);
const REFUSED = /^(?:style|class|href|xlink:href)$|^on/i;

function copyOf(node: Element): Element | null {
  if (!TAGS.has(node.localName.toLowerCase())) return null;
  const copy = document.createElementNS('http://www.w3.org/2000/svg', node.localName);
  for (const { name, value } of node.attributes) {
    if (!REFUSED.test(name) && !name.startsWith('xmlns')) copy.setAttribute(name, value);
  }
  for (const child of node.childNodes) {
    if (child instanceof Element) {
      const kept = copyOf(child);
      if (kept !== null) copy.append(kept);
    } else if (child.nodeType === Node.TEXT_NODE) {
      copy.append(child.textContent ?? '');
    }
  }
  return copy;
}

/** The root of a drawing, made anew from what is allowed; null where the text is no SVG. */
export function readSvg(text: string): Element | null {
  const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
  return root.localName === 'svg' ? copyOf(root) : null;
}
