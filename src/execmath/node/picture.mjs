// Typesets formulas as drawings at build time: a JSON list of TeX on stdin, a JSON list on stdout, each item an SVG
// whose glyphs are paths, so that whoever turns it into pixels needs no font, or "" where TeX cannot be typeset.

import fs from 'node:fs';
import { init } from 'mathjax';

console.log = console.info = console.warn = console.error; // stdout is for the answer alone
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
const answers = [];
for (const tex of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  MathJax.texReset();
  const drawn = await MathJax.tex2svgPromise(tex, { display: true }).then(
    (container) => adaptor.outerHTML(adaptor.tags(container, 'svg')[0]),
    () => '',
  );
  answers.push(drawn);
}
fs.writeSync(1, JSON.stringify(answers));
