// What the modules of equations are written in: numbers, those that carry a slope, vectors, sets. It does what the machine does
// that executes the pages, in float64. Where that machine finds no value, or float64 does not tell, nothing is shown.

export class NoValue extends Error {}
const no = (why) => { throw new NoValue(why); };
const MOST = 2e6; // steps, after which a page gives up
let work = 0;
const spend = (steps) => { work += steps; if (work > MOST) no('this takes too many steps for a page'); };

// Numbers.

class Dual { // a number and its slope by the variable of this level
  constructor(level, value, slope) { Object.assign(this, { level, value, slope }); }
}

let levels = 0;
const isPlain = (x) => typeof x === 'number';
const isNumber = (x) => isPlain(x) || x instanceof Dual;
const principal = (x) => { while (x instanceof Dual) x = x.value; return x; };
const within = (x) => (Number.isFinite(x) ? x : no('a number is beyond what float64 holds'));
const levelOf = (x, y) => Math.max(x.level ?? 0, y.level ?? 0);
const parts = (x, level) => (x.level === level ? [x.value, x.slope] : [x, 0]);

function add(x, y) {
  if (isPlain(x) && isPlain(y)) return within(x + y);
  const level = levelOf(x, y);
  const [[a, da], [b, db]] = [parts(x, level), parts(y, level)];
  return new Dual(level, add(a, b), add(da, db));
}

function multiply(x, y) {
  if (isPlain(x) && isPlain(y)) return within(x * y);
  const level = levelOf(x, y);
  const [[a, da], [b, db]] = [parts(x, level), parts(y, level)];
  return new Dual(level, multiply(a, b), add(multiply(da, b), multiply(a, db)));
}

function divide(x, y) {
  if (isPlain(x) && isPlain(y)) return y === 0 ? no('a division by zero') : within(x / y);
  const level = levelOf(x, y);
  const [[a, da], [b, db]] = [parts(x, level), parts(y, level)];
  const quotient = divide(a, b);
  return new Dual(level, quotient, divide(add(da, multiply(-1, multiply(quotient, db))), b));
}

const chain = (x, f, slope) => new Dual(x.level, f(x.value), multiply(slope(x.value), x.slope));

// Where two numbers differ by rounding alone, float64 does not tell in which order they are.
export function holds(relation, left, right) {
  if (!isNumber(left) || !isNumber(right)) no('a condition between what are no numbers');
  const [a, b] = [principal(left), principal(right)];
  const gap = Math.abs(a - b);
  if (gap === 0 && !(isPlain(left) && isPlain(right))) no('a derivative where a condition changes');
  if (gap > 0 && gap < 1e-12 * Math.max(Math.abs(a), Math.abs(b))) no('a condition that float64 does not decide');
  return { '=': a === b, '!=': a !== b, '<': a < b, '>': a > b, '<=': a <= b, '>=': a >= b }[relation];
}

function wholePower(base, exponent) {
  if (isPlain(base)) return exponent < 0 && base === 0 ? no('a division by zero') : within(base ** exponent);
  if (exponent === 0) return 1;
  return chain(base, (v) => wholePower(v, exponent), (v) => multiply(exponent, wholePower(v, exponent - 1)));
}

function numberPower(base, exponent) {
  if (isPlain(exponent) && Number.isInteger(exponent)) return wholePower(base, exponent);
  if (exponent instanceof Dual) return named('exp', multiply(exponent, named('log', base)));
  if (base instanceof Dual) {
    return chain(base, (v) => numberPower(v, exponent), (v) => multiply(exponent, numberPower(v, exponent - 1)));
  }
  if (base < 0 || (base === 0 && exponent <= 0)) no(`a power of ${show(base)} to an exponent that is no integer`);
  return within(base ** exponent);
}

const LANCZOS = [0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

function logGamma(x) { // for x > 0
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const series = LANCZOS.reduce((sum, c, n) => sum + (n ? c / (x - 1 + n) : c), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

function gamma(x) {
  if (x <= 0 && Number.isInteger(x)) no(`gamma of ${x}`);
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  if (Number.isInteger(x) && x <= 171) return factorial(x - 1);
  return Math.exp(logGamma(x));
}

function factorial(n) {
  if (!(Number.isInteger(n) && n >= 0)) no(`the factorial of ${show(n)}, which is no integer from 0 on`);
  let product = 1;
  for (let j = 2; j <= Math.min(n, 171); j += 1) product *= j;
  return product;
}

const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];

function polygamma(order, x) { // by recurrence to where the asymptotic series has all digits
  if (!(x > 0)) no('a polygamma function of what is not positive');
  const sign = order % 2 ? 1 : -1;
  let [sum, at] = [0, x];
  for (; at < 18; at += 1) sum += factorial(order) / at ** (order + 1);
  let tail = order ? factorial(order - 1) / at ** order : -Math.log(at);
  tail += factorial(order) / (2 * at ** (order + 1));
  BERNOULLI.forEach((b, n) => {
    const k = 2 * n + 2;
    tail += (b * factorial(k + order - 1)) / (factorial(k) * at ** (k + order));
  });
  return sign * (sum + tail);
}

const positive = (name, f) => (x) => (x > 0 ? f(x) : no(`${name} of ${show(x)}`));
const poly = (order) => [(x) => polygamma(order, x), (x) => ofNumber(poly(order + 1), x)];
const sign = (x) => (principal(x) === 0 ? no('the slope of |x| at 0') : Math.sign(principal(x)));
const NAMED = { // each with its slope
  exp: [Math.exp, (x) => named('exp', x)],
  log: [positive('log', Math.log), (x) => divide(1, x)],
  sqrt: [(x) => (x < 0 ? no(`the square root of ${show(x)}`) : Math.sqrt(x)), (x) => divide(0.5, named('sqrt', x))],
  sin: [Math.sin, (x) => named('cos', x)],
  cos: [Math.cos, (x) => multiply(-1, named('sin', x))],
  tan: [Math.tan, (x) => add(1, wholePower(named('tan', x), 2))],
  atan: [Math.atan, (x) => divide(1, add(1, wholePower(x, 2)))],
  sinh: [Math.sinh, (x) => named('cosh', x)],
  cosh: [Math.cosh, (x) => named('sinh', x)],
  tanh: [Math.tanh, (x) => add(1, multiply(-1, wholePower(named('tanh', x), 2)))],
  abs: [Math.abs, sign],
  gamma: [gamma, (x) => multiply(named('gamma', x), named('digamma', x))],
  loggamma: [(x) => (x > 0 ? logGamma(x) : named('log', gamma(x))), (x) => named('digamma', x)],
  digamma: poly(0),
  trigamma: poly(1),
  factorial: [factorial, () => no('the slope of a factorial')],
};
const ofNumber = ([f, slope], x) => (isPlain(x) ? within(f(x)) : chain(x, (v) => ofNumber([f, slope], v), slope));
const named = (name, x) => ofNumber(NAMED[name], isNumber(x) ? x : no(`${name} of ${describe(x)}`));

// Vectors and matrices.

class Column { constructor(items) { this.items = items; } }
class Row extends Column {}
class Matrix extends Column {}
const isArray = (x) => x instanceof Column;
const like = (x, items) => new x.constructor(items);
const map = (x, f) => (isArray(x) ? like(x, x.items.map((item) => map(item, f))) : f(x));
const describe = (x) => (isNumber(x) ? 'a number' : isArray(x) ? 'a vector or a matrix' : 'a function');
const numeric = (x) => (isNumber(x) || isArray(x) ? x : no('a function where a number belongs'));

export function plus(x, y) {
  if (isNumber(x) && isNumber(y)) return add(x, y);
  if (!isArray(x) || !isArray(y) || x.constructor !== y.constructor || x.items.length !== y.items.length) no('shapes differ');
  return like(x, x.items.map((item, n) => plus(item, y.items[n])));
}

export const negative = (x) => map(numeric(x), (item) => multiply(-1, item));
export const minus = (x, y) => plus(x, negative(y));
const dot = (x, y) => (x.items.length !== y.items.length ? no('shapes differ')
  : x.items.reduce((sum, item, n) => add(sum, multiply(item, y.items[n])), 0));

export function times(x, y) {
  numeric(x);
  numeric(y);
  if (isNumber(x)) return map(y, (item) => multiply(x, item));
  if (isNumber(y)) return map(x, (item) => multiply(item, y));
  const kinds = [x.constructor, y.constructor];
  const are = (a, b) => kinds[0] === a && kinds[1] === b;
  if (are(Column, Row)) return new Matrix(x.items.map((a) => new Column(y.items.map((b) => multiply(a, b)))));
  if (are(Row, Column)) return dot(x, y);
  if (are(Row, Matrix)) return new Row(transpose(y).items.map((column) => dot(x, column)));
  if (are(Matrix, Column)) return new Column(x.items.map((row) => dot(row, y)));
  if (are(Matrix, Matrix)) {
    const columns = transpose(y).items;
    return new Matrix(x.items.map((row) => new Column(columns.map((column) => dot(row, column)))));
  }
  return no('no such product');
}

export function over(x, y) {
  return isNumber(y) ? map(numeric(x), (item) => divide(item, y)) : no('a quotient by what is no number');
}

export function transpose(x) {
  if (x instanceof Matrix) return new Matrix(x.items[0].items.map((_, n) => new Column(x.items.map((row) => row.items[n]))));
  return x instanceof Row ? new Column(x.items) : isArray(x) ? new Row(x.items) : no('the transpose of a number');
}

export const vector = (items) => new Column(items.every(isNumber) ? items : no('a vector of what is no number'));
export function matrix(rows) {
  return rows.every((row) => isArray(row) && row.items.length === rows[0].items.length) ? new Matrix(rows)
    : no('a matrix with rows of different lengths');
}
export const identity = (size) => diagonal(Array(size).fill(1));
const diagonal = (items) => new Matrix(items.map((item, i) => new Column(items.map((_, j) => (i === j ? item : 0)))));

const square = (x) => (x instanceof Matrix && x.items.length === x.items[0].items.length ? x : no('no square matrix'));
const trace = (x) => square(x).items.reduce((sum, row, n) => add(sum, row.items[n]), 0);

function leVerrier(x) { // determinant and adjugate
  const size = square(x).items.length;
  let [adjugate, coefficient] = [identity(size), negative(trace(x))];
  for (let step = 2; step <= size; step += 1) {
    adjugate = plus(times(x, adjugate), times(identity(size), coefficient));
    coefficient = divide(negative(trace(times(x, adjugate))), step);
  }
  const flip = size % 2 ? -1 : 1;
  return [times(coefficient, flip), times(adjugate, -flip)];
}

export function power(base, exponent) {
  if (!isNumber(exponent) || !(isNumber(base) || base instanceof Matrix)) no('a power of what is no number');
  if (isNumber(base)) return numberPower(base, exponent);
  if (exponent === -1) { const [whole, adjugate] = leVerrier(base); return over(adjugate, whole); }
  if (!Number.isInteger(exponent) || exponent < 0) no('a power of a matrix');
  return Array(exponent).fill(square(base)).reduce(times, identity(base.items.length));
}

function extreme(relation, items) {
  if (!items.length) no('the largest or smallest of nothing');
  return items.reduce((best, item) => {
    if (isPlain(item) && isPlain(best)) return (relation === '>' ? item > best : item < best) ? item : best;
    return holds(relation, item, best) ? item : best;
  });
}

const root = (items) => named('sqrt', items.reduce((sum, item) => add(sum, multiply(item, item)), 0));
const OF_VECTORS = {
  max: (items) => extreme('>', items),
  min: (items) => extreme('<', items),
  norm: root,
  norm1: (items) => items.reduce((sum, item) => add(sum, named('abs', item)), 0),
  maxnorm: (items) => extreme('>', items.map((item) => named('abs', item))),
  diag: diagonal,
};

export function apply(name, x) {
  if (name === 'trace') return trace(x);
  if (name === 'det' || (name === 'abs' && x instanceof Matrix)) return leVerrier(x)[0];
  if (!Object.hasOwn(OF_VECTORS, name)) return named(name, x);
  return isArray(x) && !(x instanceof Matrix) ? OF_VECTORS[name](x.items) : no(`${name} of ${describe(x)}`);
}

export function index(x, place) {
  if (!isArray(x)) no('a component of what is no vector');
  return x.items[place - 1] ?? no(`component ${show(place)} of ${x.items.length}`);
}

function choose(upper, lower) {
  if (!(Number.isInteger(lower) && lower >= 0)) no('a binomial coefficient over what is no integer from 0 on');
  spend(lower);
  let product = 1;
  for (let j = 0; j < lower; j += 1) product = divide(multiply(product, add(upper, -j)), j + 1);
  return product;
}

export function binomial(upper, lower) {
  if (!isArray(lower)) return choose(upper, lower);
  let [product, left] = [1, upper];
  lower.items.forEach((count) => { product = multiply(product, choose(left, count)); left = add(left, -count); });
  return left === 0 ? product : no('lower numbers that do not add up to the upper one');
}

// Sets.

const isWhole = (x) => isPlain(x) && Number.isInteger(x);
const whole = (x) => (isWhole(x) ? x : no('a bound that is no integer'));
const size = (x) => (whole(x) < 0 || x > 1000 ? no(`a size of ${x}; from 0 to 1000`) : x);
const sameShape = (x, kind, length) => isArray(x) && x.constructor === kind && x.items.length === length;
const toRow = (rows) => (rows.length === 1 ? rows[0] : no('one list of numbers is wanted'));
const toNumber = (rows) => (toRow(rows).length === 1 ? rows[0][0] : no('one number is wanted'));
const toColumn = (rows) => new Column(toRow(rows));
// `wants` is what a reader is asked for; `read` makes a value of the rows of numbers that were written.
const numbers = (wants, contains, members = () => null) => ({ wants, contains, members, read: toNumber });
const lists = (length, wants, contains, members = () => null) => ({
  wants, members, contains: (x) => sameShape(x, Column, length) && contains(x.items), read: toColumn, length,
});
const all = (sets) => sets.reduce((lists_, set) => lists_.flatMap((list) => members(set).map((one) => [...list, one])), [[]]);
const toAll = (sets) => (sets.every((set) => set.members()) ? () => all(sets).map((items) => new Column(items)) : () => null);

const SIGNS = { '': 'a number', '>': 'a number above 0', '>=': 'a number from 0 on', '<': 'a number below 0', '<=': 'a number up to 0' };
export const reals = (relation = '') => numbers(SIGNS[relation], (x) => isNumber(x) && (!relation || holds(relation, x, 0)));
export const interval = (lower, upper, above, below) => numbers(
  `a number ${above ? 'above' : 'from'} ${show(lower)} ${below ? 'and below' : 'to'} ${show(upper)}`,
  (x) => isNumber(x) && holds(above ? '>' : '>=', x, lower) && holds(below ? '<' : '<=', x, upper),
);
export const integers = (first, last) => numbers(
  last === Infinity ? `an integer from ${first} on` : `an integer from ${first} to ${last}`,
  (x) => isWhole(x) && whole(first) <= x && x <= last,
  () => (last === Infinity ? null : (spend(Math.max(0, whole(last) - first + 1)), Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n))),
);
export const listed = (items) => numbers(`one of ${items.map(show).join(', ')}`, (x) => items.some((item) => holds('=', x, item)), () => items);
export const vectors = (base, n) => lists(size(n), `${n} number${n === 1 ? '' : 's'}${base.wants === 'a number' ? '' : `, each ${base.wants}`}`, (items) => items.every(base.contains), () => (base.members() ? toAll(Array(n).fill(base))() : null));
export const product = (sets) => lists(sets.length, sets.map((set) => set.wants).join('; then '), (items) => items.every((item, n) => sets[n].contains(item)), () => toAll(sets)());
const sums = (items, total) => Math.abs(principal(items.reduce(add, 0)) - total) <= 1e-9;
export const simplex = (n) => lists(size(n), `${n} positive numbers that add up to 1`, (items) => items.every((x) => isNumber(x) && principal(x) > 0) && sums(items, 1));
export const oneHot = (n) => lists(size(n), `${n} numbers, one of them 1 and all others 0`,
  (items) => items.every((x) => x === 0 || x === 1) && sums(items, 1), () => identity(n).items);
const orders = (items) => (items.length ? items.flatMap((item) => orders(items.filter((one) => one !== item)).map((rest) => [item, ...rest])) : [[]]);
export const permutations = (n) => lists(size(n), `the integers from 1 to ${n} in any order`,
  (items) => [...items].sort((a, b) => a - b).every((x, place) => x === place + 1), () => (n > 6 ? no('too many permutations') : orders(integers(1, n).members()).map((one) => new Column(one))));
export const matrices = (base, rows, columns) => ({
  wants: `${rows} rows of ${columns} numbers, with a semicolon between rows`,
  members: () => null,
  contains: (x) => sameShape(x, Matrix, rows) && x.items.every((row) => sameShape(row, Column, columns) && row.items.every(base.contains)),
  read: (lines) => matrix(lines.map((line) => new Column(line))),
});
// A function on a finite set is the list of its values; where these are vectors, one row for each.
export const tables = (domain, codomain) => {
  const places = members(domain);
  const isList = codomain.length !== undefined;
  return {
    wants: `${places.length} ${isList ? `rows, separated by semicolons; in each ${codomain.wants}` : `values, each ${codomain.wants}`}`,
    members: () => null,
    contains: (f) => typeof f === 'function' && f.values?.length === places.length && f.values.every(codomain.contains),
    read: (rows) => {
      const values = isList ? rows.map((row) => codomain.read([row])) : toRow(rows);
      const f = made((x) => values[places.findIndex((place) => same(place, x))] ?? no('an argument outside the domain of a function'), () => domain);
      return Object.assign(f, { values });
    },
  };
};
const same = (x, y) => (isArray(x) && isArray(y) ? x.items.length === y.items.length && x.items.every((item, n) => same(item, y.items[n])) : x === y);
export const members = (set) => set.members() ?? no('infinitely many members');

// Functions and letters.

export const made = (f, outcomes) => Object.assign((...given) => f(...given), { outcomes });
export const called = (f, ...given) => (typeof f === 'function' ? f(...given) : no(`${describe(f)} is called as a function`));
export const bound = (e, key, body) => (value) => body({ ...e, [key]: value });
export const opened = (f, filled, outcomes) => made((x) => called(f, ...filled.map((value) => value ?? x)), outcomes);

export function call(name, e, given, parameters, body) {
  spend(1);
  if (given.length !== parameters.length) no(`${name} takes ${parameters.length} arguments`);
  let frame = e;
  parameters.forEach(([key, set], n) => {
    if (!set(frame).contains(given[n])) no(`an argument outside the domain of ${name}`);
    frame = { ...frame, [key]: given[n] };
  });
  return body(frame);
}

export const run = (first, last, e, key, body) => integers(first, last).members().map(bound(e, key, body));

export function cases(choices) {
  const chosen = choices.find(([applies]) => applies());
  return chosen ? chosen[1]() : no('none of the cases applies');
}

export function fold(name, set, e, key, body, meets = () => true) {
  const places = members(set).filter(bound(e, key, meets));
  spend(places.length);
  const items = places.map(bound(e, key, body));
  if (name === 'sum') return items.length ? items.reduce(plus) : 0;
  if (name === 'product') return items.length ? items.reduce(times) : 1;
  if (name === 'max' || name === 'min') return extreme(name === 'max' ? '>' : '<', items);
  const best = extreme(name === 'argmax' ? '>' : '<', items);
  const where = items.flatMap((item, n) => (holds('=', item, best) ? [places[n]] : []));
  return where.length === 1 ? where[0] : no('an extreme that is attained in two places');
}

// Expectations.

export function law(density, rest, declared) {
  const outcomes = isArray(density) ? integers(1, density.items.length) : declared ?? called(density.outcomes);
  const weigh = (x) => (isArray(density) ? index(density, x) : called(density, x, ...rest));
  const weights = members(outcomes).map((x) => [x, weigh(x)]);
  if (weights.some(([, weight]) => principal(weight) < 0)) no('a density that is negative');
  const mass = principal(weights.reduce((sum, [, weight]) => add(sum, weight), 0));
  return Math.abs(mass - 1) < 1e-9 ? weights : no('a density that does not sum to one');
}

const average = (weights, f) => weights.map(([x, weight]) => times(weight, f(x))).reduce(plus);
export const mean = (weights, e, key, body) => average(weights, bound(e, key, body));
export function covariance(weights, e, key, left, right = left) {
  const [f, g] = [bound(e, key, left), bound(e, key, right)];
  const [at, other] = [average(weights, f), average(weights, g)];
  return average(weights, (x) => {
    const [a, b] = [minus(f(x), at), minus(g(x), other)];
    return times(a, isArray(b) ? transpose(b) : b);
  });
}
export const probability = (weights, e, key, meets) => weights.filter(([x]) => bound(e, key, meets)(x))
  .reduce((sum, [, weight]) => add(sum, weight), 0);

// Derivatives.

function slope(f, x) {
  levels += 1;
  const level = levels;
  try {
    return map(f(new Dual(level, x, 1)), (item) => parts(item, level)[1]);
  } finally {
    levels -= 1;
  }
}

export function derivative(f, x, order) {
  if (!isNumber(x) || !(Number.isInteger(order) && order >= 0 && order <= 6)) no('a derivative of this order');
  return order === 0 ? called(f, x) : slope((t) => derivative(f, t, order - 1), x);
}

const replaced = (x, place, item) => new Column(x.items.map((old, n) => (n === place ? item : old)));
const isColumn = (x) => isArray(x) && x.constructor === Column && x.items.length > 0;
const slopes = (f, x) => (isColumn(x) ? x.items.map((item, place) => slope((t) => called(f, replaced(x, place, t)), item))
  : no('derivatives by what is no vector'));
export const gradient = (f, x) => vector(slopes(f, x));
export const hessian = (f, x) => new Matrix(slopes((v) => gradient(f, v), x));
export const jacobian = (f, x) => transpose(matrix(slopes(f, x)));
export function partial(e, key, body, place, order) {
  const f = bound(e, key, body);
  if (place === null) return derivative(f, e[key], order);
  return derivative((t) => f(replaced(e[key], place - 1, t)), index(e[key], place), order);
}

// What a page asks.

export function show(x) {
  if (isArray(x)) return x instanceof Matrix ? x.items.map((row) => `(${show(row)})`).join(', ') : x.items.map(show).join(', ');
  if (typeof x === 'function') return 'a function';
  return isPlain(x) ? String(x).replace('-', '−').replace('Infinity', '∞') : show(principal(x));
}

function readNumber(text) {
  const [above, below = '1', ...more] = text.trim().replace(/^−/, '-').split('/').map((part) => part.trim());
  const value = Number(above) / Number(below);
  return above && below && !more.length && Number.isFinite(value) ? value : no(text.trim() ? `${text.trim()} is no number` : 'a number is missing');
}

const readRows = (text) => text.replace(/[()[\]]/g, '').split(';').map((row) => row.split(',').map(readNumber));
const plainly = (x) => (isArray(x) ? x.items.map(plainly) : isNumber(x) ? within(principal(x)) : no('a side that is no number'));

// The values of all sides where the letters have the values that are written in `texts`, by their keys: nested lists of numbers.
// Throws NoValue, with the `letter` that is at fault, if it is one.
export function evaluate(module, texts) {
  const { letters, conditions, sides } = module;
  work = 0;
  levels = 0;
  let e = {};
  for (const [key, name, domain] of letters) {
    try {
      const set = domain(e);
      const value = set.read(readRows(texts[key] ?? ''));
      if (!set.contains(value)) no(`not ${set.wants}`);
      e = { ...e, [key]: value };
    } catch (error) {
      throw error instanceof NoValue ? Object.assign(new NoValue(`${name}: ${error.message}`), { letter: key }) : error;
    }
  }
  const meets = conditions.every(([relation, left, right]) => {
    const [a, b] = [left(e), right(e)];
    const isNear = isPlain(a) && isPlain(b) && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
    return isNear ? relation.includes('=') && relation !== '!=' : holds(relation, a, b);
  });
  if (!meets) no('the hypotheses do not hold here');
  return sides.map((side) => plainly(side(e)));
}
