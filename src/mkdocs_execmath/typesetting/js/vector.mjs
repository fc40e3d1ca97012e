// Draws formulas at build time as pictures for lists: from LaTeX to {svg, width, height}, in ems, or {} where it cannot be
// typeset. For how it is asked and answers see answers.mjs. A picture is one element of its page, whatever it shows.

import { init } from 'mathjax';
import { questions, tell } from './answers.mjs';

const asked = questions();
const MathJax = await init({
  loader: { load: ['adaptors/liteDOM', 'input/tex-base', '[tex]/ams', '[tex]/boldsymbol', '[tex]/cancel', 'output/svg'] },
  tex: {
    packages: ['base', 'ams', 'boldsymbol', 'cancel'],
    tags: 'none',
    ignoreDuplicateLabels: true,
    formatError: (_, error) => { throw error; },
  },
  svg: { fontCache: 'local', displayOverflow: 'overflow', linebreaks: { inline: false } },
  startup: { typeset: false },
});
// As on the pages: see render.mjs.
MathJax.startup.input[0].postFilters.add(({ data }) => data.root.walkTree(({ kind, attributes }) => {
  attributes?.unset('data-latex'); // it may hold a <, which XML does not allow there
  if (kind === 'mtable' && attributes.get('rowspacing') === '3pt') attributes.set('rowspacing', '.7em');
}));

const { adaptor } = MathJax.startup;
const EM = 1000; // units of the drawing

async function drawn(tex) {
  MathJax.texReset();
  const container = await MathJax.tex2svgPromise(tex, { display: true });
  const svg = adaptor.tags(container, 'svg')[0];
  const [, , width, height] = adaptor.getAttribute(svg, 'viewBox').split(' ').map((number) => Number(number) / EM);
  ['style', 'role', 'focusable'].forEach((name) => adaptor.removeAttribute(svg, name));
  adaptor.setAttribute(svg, 'xmlns', 'http://www.w3.org/2000/svg');
  return { svg: adaptor.outerHTML(svg), width, height };
}

for (const [key, tex] of asked) tell([[key, await drawn(tex).catch(() => ({}))]]);
