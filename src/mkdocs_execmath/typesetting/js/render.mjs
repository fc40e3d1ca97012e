// Typesets formulas at build time: from {tex, display} to either {html, rules, fonts} or {error}. For how it is asked and
// answers see answers.mjs.
//
// `rules` are the CSS rules that this one formula needs, and `fonts` the font files that these rules name. Whoever joins
// formulas to a page joins their rules, so that a formula can be kept and used again without running this. A rule is
// named by its digest; what it says, with its place among the rules of elements, is told once, as an answer of its own.

import crypto from 'node:crypto';
import { init } from 'mathjax';
import { questions, tell } from './answers.mjs';

const FEW = 200; // formulas, after which they are told

// What would define something, load something, or link somewhere has no place in a formula. The packages below
// leave out nearly all of it (no \newcommand, \require, \href, \unicode); these few come with `base` and `ams`.
// Equations have names, not numbers, so there is no \tag either.
const FORBIDDEN = ['DeclareMathOperator', 'newcolumntype', 'mmlToken', 'ref', 'eqref', 'tag'];

// The letters of a display come marked with the number of their note: see letters.py. The macros that give them a
// class have names that nobody can write.
const MARKS = /\ue000(\d+)\ue001|\ue002/g;
const [LETTER, NAME] = ['\ue000', '\ue001'];

function marked(parser, name) {
  const label = parser.GetArgument(name);
  const node = parser.ParseArg(name);
  node.attributes.set('class', label);
  return node;
}

async function start() {
  const MathJax = await init({
    loader: {
      load: [
        'adaptors/liteDOM', 'input/tex-base', '[tex]/ams', '[tex]/boldsymbol', '[tex]/cancel',
        '[tex]/html', 'output/chtml', 'a11y/assistive-mml',
      ],
    },
    tex: {
      // Without `noundefined` an unknown macro is an error, and without `noerrors` an error stays one.
      packages: ['base', 'ams', 'boldsymbol', 'cancel', 'html'],
      // MathJax may go over a formula twice, to fetch a font: its label is then no duplicate.
      tags: 'none',
      ignoreDuplicateLabels: true,
      formatError: (_, error) => { throw error; },
    },
    // A formula is never broken over lines; the page decides what happens to one that is too wide.
    chtml: { fontURL: '.', displayOverflow: 'overflow', linebreaks: { inline: false } },
    startup: { typeset: false },
  });
  const { MapHandler } = MathJax._.input.tex.MapHandler;
  for (const table of ['macros', 'AMSmath-macros']) {
    FORBIDDEN.forEach((name) => MapHandler.getMap(table).map.delete(name));
  }
  const html = MapHandler.getMap('html_macros').map;
  const Macro = html.get('class').constructor;
  html.clear();
  html.set(LETTER, new Macro(LETTER, (parser, name) => parser.Push(marked(parser, name)), []));
  // A name such as softmax stays a function, which sets itself off from what follows.
  html.set(NAME, new Macro(NAME, (parser, name) => {
    parser.Push(parser.itemFactory.create('fn', marked(parser, name)));
  }, []));
  // MathJax writes at every node which LaTeX it comes from, a seventh of all its work. The page has the LaTeX already.
  MathJax._.input.tex.TexParser.default.prototype.updateResult = () => {};
  MathJax.startup.input[0].postFilters.add(({ data }) => data.root.walkTree(tidy));
  // So that the rules of elements come in one order, whichever formula is first.
  const { factory, wrapperUsage } = MathJax.startup.output;
  [...factory.getKinds()].sort().forEach((kind) => wrapperUsage.add(kind));
  return MathJax;
}

function tidy({ kind, attributes }) {
  attributes?.unset('data-latex'); // where it is written all the same
  // The rows of a derivation are full of fractions, which touch at the usual distance of `aligned`.
  if (kind === 'mtable' && attributes.get('rowspacing') === '3pt') attributes.set('rowspacing', '.7em');
}

// With the letters marked a formula must look as without; otherwise it stays without.
async function typesetMarked(MathJax, { tex, display }) {
  const plain = await typeset(MathJax, { tex: tex.replace(MARKS, ''), display });
  if (!MARKS.test(tex)) return plain;
  MARKS.lastIndex = 0;
  const named = tex.replace(MARKS, (mark, number, place) => {
    if (!number) return '}';
    const macro = tex.startsWith('\\operatorname', place + mark.length) ? NAME : LETTER;
    return `\\${macro}{xl-${number}}{`;
  });
  const { html } = await typeset(MathJax, { tex: named, display }).catch(() => plain);
  const bare = html.replace(/ ?xl-\d+/g, '').replace(/ class=""/g, '');
  return bare === plain.html ? { ...plain, html } : plain;
}

const ENTITIES = new Map([['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;'], ['"', '&quot;']]);

// A formula that a reader selects is copied as its LaTeX: see execmath.js.
function withLatex({ html }, { tex }) {
  const latex = tex.replace(MARKS, '').replace(/\\label\s*\{[^{}]*\}/g, '').replace(/\s+/g, ' ').trim().replace(/[&<>"]/g, (sign) => ENTITIES.get(sign));
  return { html: html.replace('<mjx-container', `<mjx-container data-latex="${latex.replaceAll('$', '$$$$')}"`) };
}

async function typeset(MathJax, { tex, display }) {
  const { adaptor } = MathJax.startup;
  if (!tex.trim()) throw Error('The formula is empty');
  MathJax.texReset(); // no label or number of one formula is known to another
  const html = adaptor.outerHTML(await MathJax.tex2chtmlPromise(tex, { display }));
  const unknown = /<mjx-utext[^>]*>([^<]*)/.exec(html);
  if (unknown) throw Error(`No glyph for ${unknown[1]}`);
  if (html.includes('<mjx-merror')) throw Error('MathJax typeset an error');
  return { html };
}

// While a font is on its way, the lines of a formula take their height from another. This one has the measures of
// MJX-NCM-ZERO, which stands first wherever MathJax names a font, so that nothing moves when the font arrives.
const WAITING = 'MJX-WAITING';
const MEASURES = `@font-face { font-family: ${WAITING}; src: ${
  ['Arial', 'Roboto', 'Helvetica', 'Liberation Sans', 'DejaVu Sans', 'Noto Sans'].map((name) => `local("${name}")`).join(', ')
}; ascent-override: 75%; descent-override: 75%; line-gap-override: 0%; }`;

const OF_CHARACTERS = /^(mjx-c\.|mjx-stretchy|\.NCM-|@font-face)/; // and of their fonts

// The rules of MathJax's style sheet that can match something in a formula, by their digests.
class Rules {
  #known = new Map();
  #mentioning = new Map([['', new Set()]]); // of each name the rules with a selector that begins with it

  // What MathJax had to add for the last formulas; each as [digest, [place, rule]]. Those of elements it gives whole the
  // first time alone.
  learn({ output, document }) {
    const isFirst = this.#known.size === 0;
    output.chtmlStyles = null; // it would write what is new into a sheet that nobody reads
    output.styleSheet(document);
    const never = [/^@media/, /\.mjx-selected/, /^mjx-merror/, /mjx-break/, /breakable/]; // no menu, errors, line breaks
    const added = output.styleJson.getStyleRules()
      .map((rule) => rule.replace(/\/\*.*?\*\/ /g, '').replace(/\s+/g, ' '))
      .filter((rule) => !never.some((pattern) => pattern.test(rule)) && (isFirst || OF_CHARACTERS.test(rule)))
      .concat([MEASURES])
      .map((rule, place) => this.#add(place, rule));
    return added.filter((rule) => rule);
  }

  #add(place, found) {
    const isFont = found.startsWith('@font-face');
    const rule = found === MEASURES ? found
      : isFont ? found.replace('{', '{ font-display: block;')
      : found.replace(/(font-family: MJX-[^;]*);/g, `$1, ${WAITING};`);
    const digest = crypto.createHash('sha256').update(rule).digest('hex').slice(0, 12);
    if (this.#known.has(digest)) return null;
    const selectors = rule.split('{')[0].split(',').map((selector) => selector.match(/mjx-[\w-]+|NCM-[\w-]+/g) ?? []);
    for (const [first = ''] of selectors) this.#mentioning.set(first, (this.#mentioning.get(first) ?? new Set()).add(digest));
    this.#known.set(digest, {
      isFont, selectors,
      families: rule.match(/MJX-[\w-]+/g) ?? [],
      file: /url\("\.\/([^"]+)"\)/.exec(rule)?.[1],
    });
    return [digest, [OF_CHARACTERS.test(rule) ? 0 : place, rule]];
  }

  // Those that a formula needs, and the font files that they name.
  needed(html) {
    const names = new Set(Array.from(html.matchAll(/<(mjx-[\w-]+)| class="([^"]*)"/g), ([, tag, classes]) => tag ?? classes.split(' ')).flat());
    const matching = new Set(['', ...names].flatMap((name) => [...this.#mentioning.get(name) ?? []]));
    const found = [...matching].map((digest) => [digest, this.#known.get(digest)])
      .filter(([, { selectors }]) => selectors.some((selector) => selector.every((name) => names.has(name))));
    const families = new Set(found.filter(([, { isFont }]) => !isFont).flatMap(([, rule]) => rule.families));
    const kept = found.filter(([, rule]) => !rule.isFont || families.has(rule.families[0]));
    return { rules: kept.map(([digest]) => digest), fonts: kept.map(([, { file }]) => file).filter((file) => file) };
  }
}

const asked = questions();
const MathJax = await start();
const rules = new Rules();
for (let first = 0; first < asked.length; first += FEW) {
  const answers = [];
  for (const [key, formula] of asked.slice(first, first + FEW)) {
    answers.push([key, await typesetMarked(MathJax, formula).then((shown) => withLatex(shown, formula)).catch((error) => ({ error: error.message }))]);
  }
  tell(rules.learn(MathJax.startup));
  tell(answers.map(([key, answer]) => [key, answer.error ? answer : { ...answer, ...rules.needed(answer.html) }]));
}
