// How these programs are asked and answer: a JSON object of questions by their keys on stdin; on stdout a line for each
// answer, its key, a tab, and JSON. So who asked can read answers while others are still being worked out.

import fs from 'node:fs';

export function questions() {
  console.log = console.info = console.warn = console.error; // stdout is for the answers alone
  return Object.entries(JSON.parse(fs.readFileSync(0, 'utf8')));
}

export function tell(answers) {
  const lines = Buffer.from(answers.map(([key, answer]) => `${key}\t${JSON.stringify(answer)}\n`).join(''));
  for (let told = 0; told < lines.length;) told += fs.writeSync(1, lines, told);
}
