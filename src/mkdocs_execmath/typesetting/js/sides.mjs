// Modules of equations, each run at some points: the values of all its sides there, or why there are none.
// A runtime is read once, however many modules are written in its terms.

import fs from 'node:fs';
import { questions, tell } from './answers.mjs';

const asModule = (source) => import(`data:text/javascript,${encodeURIComponent(source)}`);
const runtimes = {};

function at(runtime, module, texts) {
  try {
    return { sides: runtime.evaluate(module, texts) };
  } catch (error) {
    return { no: error instanceof runtime.NoValue ? error.message : `it breaks down: ${error.message}` };
  }
}

for (const [key, { runtime, source, points }] of questions()) {
  runtimes[runtime.path] ??= await asModule(fs.readFileSync(runtime.path, 'utf8'));
  const used = runtimes[runtime.path];
  const module = (await asModule(source)).default(used);
  tell([[key, points.map((texts) => at(used, module, texts))]]);
}
