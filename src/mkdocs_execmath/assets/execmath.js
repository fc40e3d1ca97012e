// What a page does beyond being read. Without this script every link still leads somewhere.

const say = document.createElement('div');
say.className = 'execmath-said';
say.setAttribute('role', 'status');
document.body.append(say);

// "copy": each form is a link to a file, and here it copies what the file says.
async function copy(link) {
  const text = link.dataset.copy === 'link'
    ? Promise.resolve(link.href)
    : fetch(link.href).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
  // The clipboard takes a promise, so that the wait does not cost the permission a click gives.
  const blob = text.then((said) => new Blob([said], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  say.textContent = `${link.textContent} copied`;
  link.classList.add('execmath-copied');
  setTimeout(() => {
    link.classList.remove('execmath-copied');
    say.textContent = '';
  }, 2000);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-copy]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard?.write) return;
  event.preventDefault();
  copy(link).catch(() => { location.href = link.href; });
});

// A selection with formulas in it is copied as text with their LaTeX; a formula alone as its LaTeX alone.
document.addEventListener('copy', (event) => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const inside = range.commonAncestorContainer;
  const around = (inside.nodeType === Node.ELEMENT_NODE ? inside : inside.parentElement)?.closest('mjx-container[data-latex]');
  const part = document.createElement('div');
  part.append(around ? around.cloneNode(true) : range.cloneContents());
  const formulas = [...part.querySelectorAll('mjx-container[data-latex]')];
  if (!formulas.length) return;
  part.querySelectorAll('template, [hidden], .execmath-tip').forEach((one) => one.remove());
  const words = part.cloneNode(true);
  words.querySelectorAll('mjx-container').forEach((one) => one.remove());
  const isAlone = !words.textContent.trim();
  const isFormula = (node) => node?.nodeName === 'MJX-CONTAINER';
  const texts = formulas.map((formula) => { // the pieces of a chain are one formula
    const mark = isAlone ? '' : formula.getAttribute('display') === 'true' ? '$$' : '$';
    const [begin, end] = [isFormula(formula.previousSibling) ? '' : mark, isFormula(formula.nextSibling) ? ' ' : mark];
    return `${begin}${formula.dataset.latex}${end}${isAlone ? ' ' : ''}`;
  });
  formulas.forEach((formula, number) => formula.replaceWith(texts[number]));
  part.querySelectorAll('p, li, h1, h2, h3, figure, pre, tr').forEach((block) => block.append('\n'));
  event.clipboardData.setData('text/plain', part.textContent.replace(/\n{3,}/g, '\n\n').trim());
  event.preventDefault();
});

// The marks under a formula open what they mean.
document.addEventListener('click', ({ target }) => {
  const fold = target.closest?.('.execmath-marks')?.parentElement.querySelector('.execmath-details');
  if (fold) fold.open = !fold.open;
});

// Escape closes the fold that holds the focus.
document.addEventListener('keydown', (event) => {
  const fold = event.key === 'Escape' && event.target.closest?.('figure details[open]');
  if (!fold) return;
  fold.open = false;
  fold.querySelector('summary').focus();
});

// What is long, and seldom asked for, is fetched when its fold is opened. Where that cannot be, as in a page that is opened
// as a file, the link in the fold leads to it.
document.querySelectorAll('details[data-fetch]').forEach((fold) => fold.addEventListener('toggle', async () => {
  if (!fold.open || !fold.dataset.fetch) return;
  const address = new URL(fold.dataset.fetch, location.href);
  fold.removeAttribute('data-fetch');
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return;
  const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  fold.replaceChildren(fold.querySelector('summary'), ...main.childNodes);
  fold.querySelectorAll('.execmath-drawing').forEach(begin);
}));

// "Try it" is fetched when its fold is opened, or when a link of this page sets its letters.
const assets = document.currentScript.src;
async function tryIt(fold) {
  const form = fold.querySelector('form');
  try {
    await (await import(new URL('try.js', assets))).begin(form);
  } catch {
    form.querySelector('[role=status]').textContent = 'This needs the page from its site; a page that is opened as a file may not fetch it.';
  }
}

document.querySelectorAll('.execmath-try').forEach((fold) => {
  fold.addEventListener('toggle', () => { if (fold.open) tryIt(fold); });
  if (location.hash === '#try') fold.open = true;
});

document.addEventListener('click', (event) => {
  const [link, fold] = [event.target.closest?.('a[data-point]'), document.querySelector('.execmath-try')];
  if (!link || !fold || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  fold.open = true;
  tryIt(fold);
  fold.querySelector('input').focus({ preventScroll: true });
  fold.scrollIntoView({ block: 'center' });
});

// The index of equations: a text, and one choice for each of page, kind and evidence; they are kept in the address.
function filter(form) {
  const groups = [...document.querySelectorAll('.execmath-group')];
  const rows = groups.flatMap((group) => [...group.querySelectorAll('li[data-kind]')]);
  const words = new Map(rows.map((row) => [row, `${row.id} ${row.textContent} ${row.querySelector('img')?.alt ?? ''}`.toLowerCase()]));
  const [text, choices] = [form.elements.text, [...form.querySelectorAll('select')]];
  const fields = [text, ...choices];
  const show = () => {
    const sought = text.value.toLowerCase().split(/\s+/).filter((word) => word);
    const fits = (row) => sought.every((word) => words.get(row).includes(word))
      && choices.every(({ name, value }) => !value || row.dataset[name].split(' ').includes(value));
    rows.forEach((row) => { row.hidden = !fits(row); });
    groups.forEach((group) => { group.hidden = !group.querySelector('li[data-kind]:not([hidden])'); });
    const shown = rows.filter((row) => !row.hidden).length;
    form.querySelector('output').textContent = `${shown < rows.length ? `${shown} of ` : ''}${rows.length} equations`;
  };
  const asked = new URLSearchParams(location.search);
  text.value = asked.get('text') ?? '';
  choices.forEach((choice) => {
    if ([...choice.options].some((option) => option.value === asked.get(choice.name))) {
      choice.value = asked.get(choice.name);
    }
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    const chosen = fields.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    history.replaceState(null, '', `${location.pathname}?${new URLSearchParams(chosen)}`.replace(/\?$/, ''));
    show();
  });
  show();
}

document.querySelectorAll('.execmath-filter').forEach(filter);

// A drawing that is wider than the page begins where its arrows do.
function begin(drawing) {
  drawing.scrollLeft = 0;
}

// Letters: pointing at one, or walking to it with the arrow keys, shows what the equation's list says of it.
const tip = document.createElement('div');
tip.className = 'execmath-tip';
tip.id = 'execmath-tip';
tip.setAttribute('role', 'tooltip');
tip.hidden = true;
document.querySelector('article')?.append(tip);
let shown = null;
let leaving = 0;

// The notes of a page stand in a template, each once; an equation's own page shows its list.
const notes = document.querySelector('article > template')?.content ?? document;
const numberOf = (letter) => {
  const place = /(?:^| )xl-(\d+)/.exec(letter.getAttribute('class'))?.[1];
  return letter.closest('figure')?.dataset.letters?.split(' ')[place];
};
const noteOf = (letter) => notes.querySelector(`.execmath-letters > [data-letter="${numberOf(letter)}"]`);

// Above what it belongs to, or below it where there is no room, so that it covers neither the formula nor the line.
function place(at) {
  const [box, around] = [at.getBoundingClientRect(), tip.offsetParent.getBoundingClientRect()];
  const below = box.bottom + 6;
  const above = box.top - tip.offsetHeight - 6;
  tip.style.left = `${Math.max(0, Math.min(box.left - around.left, around.width - tip.offsetWidth))}px`;
  tip.style.top = `${(above > 64 ? above : below) - around.top}px`;
}

function showLetter(letter) {
  clearTimeout(leaving);
  const note = letter && noteOf(letter);
  if (shown !== letter) shown?.classList.remove('execmath-current');
  shown = note ? letter : null;
  tip.hidden = !note;
  if (!note) return;
  letter.classList.add('execmath-current');
  tip.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
  place(letter.closest('.execmath-formula'));
  tip.style.left = `${Math.max(0, Math.min(letter.getBoundingClientRect().left - tip.offsetParent.getBoundingClientRect().left,
    tip.offsetParent.clientWidth - tip.offsetWidth))}px`;
}

// A link to an equation shows the equation.
const ofEquation = (target) => target.closest?.('article a[data-equation]');

function showEquation(link) {
  clearTimeout(leaving);
  const picture = new Image();
  picture.className = 'execmath-picture';
  picture.alt = '';
  picture.addEventListener('load', () => {
    if (shown !== link) return;
    tip.replaceChildren(picture);
    tip.hidden = false;
    place(link);
  });
  shown?.classList.remove('execmath-current');
  shown = link;
  picture.src = new URL('formula.svg', new URL(link.dataset.equation, location.href));
}

document.addEventListener('mouseover', ({ target }) => {
  const letter = target.closest?.('figure [class*="xl-"]');
  const link = ofEquation(target);
  if (letter) showLetter(letter);
  else if (link && link !== shown) showEquation(link);
  else if (shown && !link && !target.closest?.('.execmath-tip')) {
    clearTimeout(leaving);
    leaving = setTimeout(() => showLetter(null), 250);
  } else clearTimeout(leaving);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') showLetter(null);
  const formula = event.target.closest?.('figure > .execmath-formula');
  if (!formula) return;
  const letters = [...formula.querySelectorAll('mjx-math [class*="xl-"]')];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step && letters.length) {
    const place = letters.indexOf(shown);
    const next = place < 0 && step < 0 ? letters.length - 1 : (place + step + letters.length) % letters.length;
    event.preventDefault();
    formula.setAttribute('aria-describedby', tip.id);
    letters[next].scrollIntoView({ block: 'nearest', inline: 'nearest' });
    showLetter(letters[next]);
  } else if (event.key === 'Enter' && letters.includes(shown)) tip.querySelector('a')?.click();
});

document.addEventListener('focusin', ({ target }) => {
  if (ofEquation(target) && target.matches(':focus-visible')) showEquation(target);
});

document.addEventListener('focusout', ({ target }) => {
  if (target.matches?.('figure > .execmath-formula') || target === shown) showLetter(null);
});

// Material wraps the button of each block of code in a landmark of its own, all without a name.
new MutationObserver(() => {
  document.querySelectorAll('nav.md-code__nav:not([role])').forEach((nav) => nav.setAttribute('role', 'none'));
}).observe(document.body, { childList: true, subtree: true });

// Material's search listens to keys alone; what is pasted with a mouse, dropped or dictated is a query too.
document.querySelector('[data-md-component="search-query"]')?.addEventListener('input', ({ target }) => {
  target.dispatchEvent(new KeyboardEvent('keyup'));
});
