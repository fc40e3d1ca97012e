// Read the expressions of a corpus with Compute Engine: JSON in, JSON out.
//
//   node with_compute_engine.mjs FOLDER-OF-PACKAGES < EXPRESSIONS.json
//
// Runs with packages of its own and knows nothing of this project.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const PACKAGE = '@cortex-js/compute-engine';
const folder = process.argv[2];
const home = join(folder, 'node_modules', PACKAGE);
const description = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const entry = join(home, description.exports['.'].import);
const { ComputeEngine } = await import(pathToFileURL(entry).href);

function number(text) {
  const [above, below] = text.split('/');
  return below === undefined ? Number(above) : Number(above) / Number(below);
}

function boxed(value) {
  return Array.isArray(value) ? ['List', ...value.map(boxed)] : number(value);
}

// The letters with their values, and the components of vectors as x_1, x_2.
function assign(engine, values) {
  const put = (tex, value) => {
    const name = engine.parse(tex).json;
    if (typeof name === 'string') engine.assign(name, engine.box(value));
  };
  for (const [tex, value] of Object.entries(values)) {
    put(tex, boxed(value));
    if (!Array.isArray(value)) continue;
    value.forEach((item, place) => {
      if (!Array.isArray(item)) put(`${tex}_{${place + 1}}`, boxed(item));
    });
  }
}

function numbersOf(expression) {
  if (expression.operator === 'List') return expression.ops.flatMap(numbersOf);
  const { re, im } = expression.N();
  if (!Number.isFinite(re)) throw new Error('no number');
  if (Math.abs(im) > 1e-12) throw new Error('a complex value');
  return [re];
}

function outcome({ latex, values }) {
  const engine = new ComputeEngine();
  engine.timeLimit = 10_000;
  try {
    assign(engine, values);
  } catch {
    // what has no letter of its own there keeps its meaning
  }
  let expression;
  try {
    expression = engine.parse(latex);
  } catch (error) {
    return { state: 'unread', why: String(error).slice(0, 200) };
  }
  const read = JSON.stringify(expression.json).slice(0, 200);
  if (!expression.isValid) return { state: 'unread', why: read };
  try {
    return { state: 'value', read, value: numbersOf(expression.N()) };
  } catch (error) {
    return { state: 'open', read, why: String(error).slice(0, 200) };
  }
}

const outcomes = JSON.parse(readFileSync(0, 'utf8')).map(outcome);
process.stdout.write(JSON.stringify({ version: description.version, outcomes }));
