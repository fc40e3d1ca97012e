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
  form.hidden = false;
  show();
}

document.querySelectorAll('.execmath-filter').forEach(filter);
