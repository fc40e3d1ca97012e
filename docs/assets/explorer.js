// An explorer of the log-normalizer A of the categorical distribution and of its gradient, the softmax.
// The arithmetic comes first and needs no page: a test holds it against the numpy core.
//
// It is no module, since a browser loads none into a page that is opened as a file.
{
/** Weights exp(eta - max), the sum of all but the largest (which is 1), and the largest component. */
function shifted(eta) {
  const largest = eta.indexOf(Math.max(...eta));
  const weights = eta.map((component) => {
    const difference = component - eta[largest];
    const back = difference - component; // what rounding lost of the difference is a float again: Knuth's two-sum
    const lost = component - (difference - back) - (eta[largest] + back);
    const weight = Math.exp(difference);
    return weight + weight * lost;
  });
  const others = weights.reduce((sum, weight, i) => (i === largest ? sum : sum + weight), 0);
  return { shift: eta[largest], weights, others };
}

function logsumexp(eta) {
  const { shift, others } = shifted(eta);
  return shift + Math.log1p(others);
}

function softmax(eta) {
  const { weights, others } = shifted(eta);
  return weights.map((weight) => weight / (1 + others));
}

/** What temperature and shift make of the components: eta / T + c. */
function effective({ eta, T, c }) {
  return eta.map((component) => component / T + c);
}

/** The derivative of A(eta / T + c) by each component: by the chain rule, the softmax divided by T. */
function slopes(state) {
  return softmax(effective(state)).map((p) => p / state.T);
}

// ---------------------------------------------------------------------------------------------- the state

const START = { eta: [0.3, -1.2, 2, 0], i: 0, T: 1, c: 0 };
const [FEWEST, MOST] = [2, 6];
const LIMITS = { eta: 1e6, T: 1e6, c: 1e6 };

const number = (text, limit) => {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) && Math.abs(value) <= limit ? value : null;
};

/** The state that an address asks for, such as ?eta=1,2,3&i=2&T=0.5&c=1; what makes no sense is left as at the start. */
function read(search) {
  const asked = new URLSearchParams(search);
  const eta = (asked.get('eta') ?? '').split(',').map((text) => number(text, LIMITS.eta));
  const state = { ...START, eta: [...START.eta] };
  if (eta.length >= FEWEST && eta.length <= MOST && !eta.includes(null)) state.eta = eta;
  const [i, T, c] = [number(asked.get('i'), MOST), number(asked.get('T'), LIMITS.T), number(asked.get('c'), LIMITS.c)];
  if (Number.isInteger(i) && i >= 1 && i <= state.eta.length) state.i = i - 1;
  if (T !== null && T > 0) state.T = T;
  state.c = c ?? START.c;
  return state;
}

/** The other way: an address that leads back to the state. */
function write({ eta, i, T, c }) {
  return `?${new URLSearchParams({ eta: eta.join(','), i: i + 1, T, c })}`.replaceAll('%2C', ',');
}

// ----------------------------------------------------------------------------------------------- the page

const SVG = 'http://www.w3.org/2000/svg';
const DIGITS = '₀₁₂₃₄₅₆₇₈₉';
const named = (letter, i) => `${letter}${DIGITS[i + 1]}`;

function make(tag, attributes = {}, ...children) {
  const node = ['svg', 'path', 'line', 'circle', 'text', 'rect'].includes(tag)
    ? document.createElementNS(SVG, tag) : document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (value !== false) node.setAttribute(name, value === true ? '' : value);
  });
  node.append(...children);
  return node;
}

/** A slider with a field for the exact number beside it; both tell `changed`. */
function control(name, value, { min, max, step }, changed) {
  const slider = make('input', { type: 'range', min, max, step, value, 'aria-label': name });
  const field = make('input', { type: 'number', step: 'any', value, 'aria-label': `${name}, exactly` });
  slider.addEventListener('input', () => { field.value = slider.value; changed(Number(slider.value)); });
  field.addEventListener('input', () => {
    if (field.value === '' || !Number.isFinite(field.valueAsNumber)) return;
    slider.value = field.value;
    changed(field.valueAsNumber);
  });
  return [slider, field];
}

function explore(root) {
  const state = read(location.search);
  const table = make('div', { class: 'explorer-rows' });
  const picture = make('svg', { viewBox: '0 0 360 220', role: 'img' });
  const said = make('dl', { class: 'explorer-said' });
  const settings = make('div', { class: 'explorer-settings' });

  function sizes() {
    const choice = make('select', { 'aria-label': 'number of components k' });
    for (let k = FEWEST; k <= MOST; k += 1) choice.append(make('option', { value: k, selected: k === state.eta.length }, `k = ${k}`));
    choice.addEventListener('change', () => {
      const k = Number(choice.value);
      state.eta = Array.from({ length: k }, (_, i) => state.eta[i] ?? 0);
      state.i = Math.min(state.i, k - 1);
      rows();
      changed();
    });
    return choice;
  }

  function set(name, min, max, step, to) {
    const [slider, field] = control(name, to.get(), { min, max, step }, (value) => { to.set(value); changed(); });
    return make('label', {}, make('span', {}, name), slider, field);
  }

  function rows() {
    table.replaceChildren(...state.eta.map((component, i) => {
      const radio = make('input', { type: 'radio', name: 'explorer-along', 'aria-label': `draw A along ${named('η', i)}`, checked: i === state.i });
      radio.addEventListener('change', () => { state.i = i; changed(); });
      const [slider, field] = control(named('η', i), component, { min: -6, max: 6, step: 0.1 }, (value) => {
        state.eta[i] = value;
        changed();
      });
      const bar = make('span', { class: 'explorer-bar' }, make('span'));
      return make('div', { class: 'explorer-row' }, radio, make('span', { 'aria-hidden': 'true' }, named('η', i)), slider, field, bar, make('output'));
    }));
  }

  function changed() {
    show();
    history.replaceState(null, '', location.pathname + write(state) + location.hash);
  }

  function show() {
    const eta = effective(state);
    const p = softmax(eta);
    [...table.children].forEach((row, i) => {
      row.querySelector('.explorer-bar > span').style.width = `${100 * p[i]}%`;
      row.querySelector('output').textContent = p[i];
      row.classList.toggle('explorer-chosen', i === state.i);
    });
    draw();
    say(eta, p);
  }

  /** A as the chosen component moves, and the tangent at where it is. */
  function draw() {
    const { i, eta } = state;
    const slope = slopes(state)[i];
    const [low, high] = eta[i] < -8 || eta[i] > 8 ? [eta[i] - 8, eta[i] + 8] : [-8, 8];
    const A = (x) => logsumexp(effective({ ...state, eta: eta.map((component, j) => (j === i ? x : component)) }));
    const [bottom, top] = [A(low) - 1, A(high) + 0.5];
    const x = (value) => 30 + ((value - low) / (high - low)) * 315;
    const y = (value) => 190 - ((value - bottom) / (top - bottom)) * 175;
    const here = A(eta[i]);
    const tangent = (value) => here + slope * (value - eta[i]);
    const from = Math.max(low, eta[i] + (bottom - here) / slope); // below the axis it is not drawn
    const curve = Array.from({ length: 97 }, (_, n) => low + (n * (high - low)) / 96)
      .map((value, n) => `${n ? 'L' : 'M'}${x(value).toFixed(2)},${y(A(value)).toFixed(2)}`).join('');
    const label = (text, at, extra = {}) => make('text', { x: at[0], y: at[1], ...extra }, text);
    const round = (value) => Number(value.toFixed(1));
    picture.replaceChildren(
      make('line', { class: 'explorer-axis', x1: 30, x2: 345, y1: 190, y2: 190 }),
      ...[low, (low + high) / 2, high].map((value) => label(round(value), [x(value), 206], { 'text-anchor': 'middle' })),
      label('A', [12, 20]),
      label(named('η', i), [345, 184], { 'text-anchor': 'end' }),
      make('path', { class: 'explorer-curve', d: curve }),
      make('path', { class: 'explorer-tangent', d: `M${x(from)},${y(tangent(from))}L${x(high)},${y(tangent(high))}` }),
      make('circle', { cx: x(eta[i]), cy: y(here), r: 4 }),
    );
    picture.setAttribute('aria-label', `A as ${named('η', i)} moves: convex, with slope ${slope.toPrecision(3)} at ${round(eta[i])}`);
  }

  function say(eta, p) {
    const { i } = state;
    const lines = [
      ['A', logsumexp(eta)],
      [`slope along ${named('η', i)}`, slopes(state)[i]],
      ['η / T + c', eta.join(', ')],
      ['sum of the bars', p.reduce((sum, value) => sum + value, 0)],
    ];
    said.replaceChildren(...lines.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, String(value))]));
  }

  const reset = make('button', { type: 'button' }, 'start again');
  reset.addEventListener('click', () => {
    Object.assign(state, read(''));
    build();
    changed();
  });

  function build() {
    settings.replaceChildren(
      make('label', {}, make('span', {}, 'components'), sizes()),
      set('shift c', -5, 5, 0.1, { get: () => state.c, set: (value) => { state.c = value; } }),
      set('temperature T', 0.1, 5, 0.1, { get: () => state.T, set: (value) => { if (value > 0) state.T = value; } }),
      reset,
    );
    rows();
  }

  build();
  root.replaceChildren(table, make('div', { class: 'explorer-side' }, picture, said), settings);
  show();
}

globalThis.explorer = { logsumexp, softmax, effective, slopes, read, write };

if (typeof document !== 'undefined') document.querySelectorAll('.explorer').forEach(explore);
}
