// "Try it": both sides of an equation where a reader sets the letters. It is fetched when the fold is opened.

import * as runtime from './runtime.js';

const begun = new WeakMap();
const number = (x, digits) => String(Number(x.toPrecision(digits))).replace(/-/g, '−');
const shown = (x) => (Array.isArray(x) ? `(${x.map(shown).join(', ')})` : number(x, 12));
const size = (x) => (Array.isArray(x) ? Math.max(1, ...x.map(size)) : Math.max(1, Math.abs(x)));
const gap = (x, y) => (Array.isArray(x) ? Math.max(0, ...x.map((item, n) => gap(item, y[n]))) : Math.abs(x - y));
// As in a list of numbers nothing else is written, what is readable in an address stays so.
const written = (text) => encodeURIComponent(text.replace(/\s+/g, '')).replaceAll('%2C', ',').replaceAll('%3B', ';').replaceAll('%2F', '/');

function evaluated(module, fields) {
  try {
    const sides = runtime.evaluate(module, Object.fromEntries(fields.map(({ name, value }) => [name, value])));
    return { sides, difference: Math.max(...sides.slice(1).map((side, n) => gap(sides[n], side))) };
  } catch (error) {
    return { no: error instanceof runtime.NoValue ? error.message : 'this cannot be computed here', letter: error.letter };
  }
}

function show(form, module) {
  const fields = [...form.querySelectorAll('input')];
  const { sides, difference, no, letter } = evaluated(module, fields);
  const isRounded = sides && 'equal' in form.dataset && difference > 1e-9 * size(sides);
  form.querySelectorAll('[data-side]').forEach((output, n) => { output.textContent = sides ? shown(sides[n]) : '–'; });
  form.querySelector('[data-difference]').textContent = sides ? number(difference, 2) : '–';
  form.querySelector('[role=status]').textContent = no ? `No value here: ${no}.`
    : isRounded ? 'At this point 16 digits are not enough: the difference is one of rounding.' : '';
  fields.forEach((field) => field.setAttribute('aria-invalid', String(field.name === letter)));
}

function keep(form) {
  const state = [...form.querySelectorAll('input')].map(({ name, value }) => `${name}=${written(value)}`).join('&');
  history.replaceState(null, '', `?${state}#try`);
}

function read(form) {
  const given = new URLSearchParams(location.search);
  form.querySelectorAll('input').forEach((field) => {
    if (given.has(field.name)) field.value = given.get(field.name).replace(/,/g, ', ').replace(/;/g, '; ');
  });
}

async function load(form) {
  const module = (await import(new URL(form.dataset.sides, location.href))).default(runtime);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => { show(form, module); keep(form); });
  form.addEventListener('reset', () => setTimeout(() => {
    history.replaceState(null, '', `${location.pathname}#try`);
    show(form, module);
  }));
  return module;
}

// Once it is opened, or where the address has changed: what the address says.
export async function begin(form) {
  if (!begun.has(form)) begun.set(form, load(form));
  const module = await begun.get(form);
  read(form);
  show(form, module);
}
