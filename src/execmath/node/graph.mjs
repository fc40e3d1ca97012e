// Draws graphs at build time: a JSON list of DOT sources on stdin, a JSON list of SVGs on stdout.

import fs from 'node:fs';
import { Graphviz } from '@hpcc-js/wasm-graphviz';

const graphviz = await Graphviz.load();
const drawings = JSON.parse(fs.readFileSync(0, 'utf8')).map((dot) => graphviz.dot(dot, 'svg'));
fs.writeSync(1, JSON.stringify(drawings));
