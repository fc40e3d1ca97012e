// The choices above the table of families: rows that do not have what is chosen are hidden.
// Without a script the form stays hidden, and the table is whole.
{
/** Whether a row has all that is chosen; where nothing is chosen, everything will do. */
const fits = (facts, chosen) => chosen.every((value, i) => value === '' || value === facts[i]);

function choose(form) {
  const facts = JSON.parse(form.dataset.rows);
  const behind = (table) => form.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING;
  const table = [...form.parentElement.querySelectorAll('table')].find(behind);
  const rows = [...table.tBodies[0].rows];
  const selects = [...form.querySelectorAll('select')];
  const show = () => {
    const chosen = selects.map((select) => select.value);
    rows.forEach((row, i) => { row.hidden = !fits(facts[i], chosen); });
    const shown = rows.filter((row) => !row.hidden).length;
    form.querySelector('output').textContent = `${shown} of ${rows.length} families`;
  };
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  show();
}

globalThis.catalogue = { fits };

if (typeof document !== 'undefined') document.querySelectorAll('form.catalogue').forEach(choose);
}
