// A formula from relation to relation: of x < y = z the pieces are x, < y and = z. What stands in brackets is not cut.

const TOKEN = /\\(?:left|right|middle|[bB]igg?[lmr]?)\s*(?:\\[A-Za-z]+|\\.|[^])|\\[A-Za-z]+|\\.|:=|[^]/g; // with its delimiter
const RELATIONS = new Set(['=', ':=', '<', '>', '\\le', '\\ge', '\\leq', '\\geq', '\\ne', '\\neq', '\\in']);
const OPENING = /^(?:\{|\\left|\\begin$)/;
const CLOSING = /^(?:\}|\\right|\\end$)/;
// What reaches beyond a relation, or is one together with it.
const REACHING = /\\(?:over|atop|above|choose|brack|brace|\w*delims|not|\w*style|\w*size|tiny|Tiny|small|large|Large|LARGE|huge|Huge|rm|bf|it|sf|tt|cal|mit)(?![A-Za-z])|:(?!=)|%/;

export function pieces(tex) {
  if (REACHING.test(tex)) return [tex];
  const cuts = [0];
  let depth = 0;
  for (const { 0: token, index } of tex.matchAll(TOKEN)) {
    if (OPENING.test(token)) depth += 1;
    else if (CLOSING.test(token)) depth -= 1;
    else if (depth === 0 && RELATIONS.has(token)) cuts.push(index);
  }
  const found = cuts.map((cut, place) => tex.slice(cut, cuts[place + 1]).trim());
  const isAlone = (piece) => piece === '' || RELATIONS.has(piece); // beside another relation, or with nothing around it
  return found.some(isAlone) ? [tex] : found;
}
