// Draws pictures at build time: from a list of {tex, middle, tallest, em, color} to a PNG in base64, or "" where the first
// line of the picture cannot be typeset. For how it is asked and answers see answers.mjs.
//
// All text is typeset as a formula too, into paths, so that a picture needs no font and is the same wherever it is made.

import fs from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { init } from 'mathjax';
import { questions, tell } from './answers.mjs';
import { png } from './png.mjs';

const [WIDTH, HEIGHT, MARGIN] = [1200, 630, 70];
const [INK, PAPER] = ['#152535', '#ffffff'];
const SMALLEST = 28; // pixels of an em, however small the statement

const asked = questions();
await initWasm(fs.readFileSync(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
const MathJax = await init({
  loader: { load: ['adaptors/liteDOM', 'input/tex-base', '[tex]/ams', '[tex]/boldsymbol', '[tex]/cancel', 'output/svg'] },
  tex: {
    packages: ['base', 'ams', 'boldsymbol', 'cancel'],
    tags: 'none',
    formatError: (_, error) => { throw error; },
  },
  svg: { fontCache: 'none', displayOverflow: 'overflow', linebreaks: { inline: false } },
  startup: { typeset: false },
});
// As on the pages: see render.mjs.
MathJax.startup.input[0].postFilters.add(({ data }) => data.root.walkTree(({ kind, attributes }) => {
  attributes?.unset('data-latex'); // it may hold a <, which XML does not allow there
  if (kind === 'mtable' && attributes.get('rowspacing') === '3pt') attributes.set('rowspacing', '.7em');
}));

const { adaptor } = MathJax.startup;

async function typeset(tex) {
  MathJax.texReset();
  return MathJax.tex2svgPromise(tex, { display: true }).then((container) => {
    const svg = adaptor.tags(container, 'svg')[0];
    const view = adaptor.getAttribute(svg, 'viewBox');
    const [, , width, height] = view.split(' ').map(Number);
    return { view, width, height, paths: adaptor.innerHTML(svg) };
  }, () => null);
}

function scaleOf({ tallest, em }, { width, height }) {
  return Math.min((WIDTH - 2 * MARGIN) / width, tallest / height, em / 1000);
}

// What is not to be cut off at its box needs no layer of its own, which is a fifth of the time.
function placed(line, formula, largest) {
  const scale = Math.min(scaleOf(line, formula), Math.max(largest, SMALLEST / 1000));
  const [width, height] = [scale * formula.width, scale * formula.height];
  return `<svg x="${(WIDTH - width) / 2}" y="${line.middle - height / 2}" width="${width}" height="${height}" `
    + `viewBox="${formula.view}" overflow="visible" color="${line.color}">${formula.paths}</svg>`;
}

async function drawn(lines) {
  const formulas = [];
  for (const { tex } of lines) formulas.push(await typeset(tex));
  if (!formulas[0]) return '';
  const largest = scaleOf(lines[0], formulas[0]); // nothing is larger than the statement
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`
    + `<rect width="100%" height="100%" fill="${PAPER}"/>`
    + `<rect y="${HEIGHT - 12}" width="100%" height="12" fill="${INK}"/>`
    + lines.map((line, place) => formulas[place] && placed(line, formulas[place], largest)).join('') + '</svg>';
  return rendered(svg);
}

// The image lies in WebAssembly's memory, which nothing else clears away.
function rendered(svg) {
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  try {
    return Buffer.from(png(image)).toString('base64');
  } finally {
    image.free();
  }
}

for (const [key, lines] of asked) tell([[key, await drawn(lines)]]);
