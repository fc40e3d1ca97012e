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

// Escape closes the fold that holds the focus.
document.addEventListener('keydown', (event) => {
  const fold = event.key === 'Escape' && event.target.closest?.('.execmath details[open]');
  if (!fold) return;
  fold.open = false;
  fold.querySelector('summary').focus();
});

// The index of equations: one choice for each of page, kind and evidence; they are kept in the address.
function filter(form) {
  const groups = [...document.querySelectorAll('.execmath-table tbody')];
  const rows = groups.flatMap((group) => [...group.querySelectorAll('tr[data-kind]')]);
  const choices = [...form.querySelectorAll('select')];
  const show = () => {
    const fits = (row) => choices.every(({ name, value }) => !value || row.dataset[name].split(' ').includes(value));
    rows.forEach((row) => { row.hidden = !fits(row); });
    groups.forEach((group) => { group.hidden = !group.querySelector('tr[data-kind]:not([hidden])'); });
    form.querySelector('output').textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
  };
  const asked = new URLSearchParams(location.search);
  choices.forEach((choice) => {
    if ([...choice.options].some((option) => option.value === asked.get(choice.name))) {
      choice.value = asked.get(choice.name);
    }
  });
  form.addEventListener('change', () => {
    const chosen = choices.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    history.replaceState(null, '', `${location.pathname}?${new URLSearchParams(chosen)}`.replace(/\?$/, ''));
    show();
  });
  show();
}

document.querySelectorAll('.execmath-filter').forEach(filter);

// A drawing that is wider than the page begins at the equation it is about, or at its first page.
document.querySelectorAll('.execmath-drawing').forEach((drawing) => {
  const center = drawing.querySelector('.execmath-center');
  const [part, frame] = [center ?? drawing.querySelector('.cluster') ?? drawing, drawing]
    .map((one) => one.getBoundingClientRect());
  drawing.scrollLeft += part.left - frame.left + (center ? (part.width - frame.width) / 2 : 0);
});

// Letters: pointing at one, or walking to it with the arrow keys, shows what the equation's list says of it.
const tip = document.createElement('div');
tip.className = 'execmath-tip';
tip.id = 'execmath-tip';
tip.setAttribute('role', 'tooltip');
tip.hidden = true;
document.querySelector('article')?.append(tip);
let shown = null;
let leaving = 0;

const numberOf = (letter) => /(?:^| )xl-(\d+)/.exec(letter.getAttribute('class'))?.[1];
const noteOf = (letter) => document.querySelector(
  `[data-letters-of="${letter.closest('figure')?.id}"] > [data-letter="${numberOf(letter)}"]`,
);

function showLetter(letter) {
  clearTimeout(leaving);
  const note = letter && noteOf(letter);
  if (shown !== letter) shown?.classList.remove('execmath-current');
  shown = note ? letter : null;
  tip.hidden = !note;
  if (!note) return;
  letter.classList.add('execmath-current');
  tip.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
  const [at, around] = [letter.getBoundingClientRect(), tip.offsetParent.getBoundingClientRect()];
  tip.style.left = `${Math.max(0, Math.min(at.left - around.left, around.width - tip.offsetWidth))}px`;
  tip.style.top = `${at.bottom - around.top + 4}px`;
}

document.addEventListener('mouseover', ({ target }) => {
  const letter = target.closest?.('figure [class*="xl-"]');
  if (letter) showLetter(letter);
  else if (shown && !target.closest?.('.execmath-tip')) {
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

document.addEventListener('focusout', ({ target }) => {
  if (target.matches?.('figure > .execmath-formula')) showLetter(null);
});

// Material wraps the button of each block of code in a landmark of its own, all without a name.
new MutationObserver(() => {
  document.querySelectorAll('nav.md-code__nav:not([role])').forEach((nav) => nav.setAttribute('role', 'none'));
}).observe(document.body, { childList: true, subtree: true });

// Material's search listens to keys alone; what is pasted with a mouse, dropped or dictated is a query too.
document.querySelector('[data-md-component="search-query"]')?.addEventListener('input', ({ target }) => {
  target.dispatchEvent(new KeyboardEvent('keyup'));
});
