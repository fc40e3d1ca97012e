// Draws graphs at build time: from DOT to SVG. For how it is asked and answers see answers.mjs.

import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { questions, tell } from './answers.mjs';

const asked = questions();
const graphviz = await Graphviz.load();
for (const [key, dot] of asked) tell([[key, graphviz.dot(dot, 'svg')]]);
