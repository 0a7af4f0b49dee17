// The form works without this file. With it, words are counted while you type and your time zone is suggested.
document.querySelectorAll('textarea[data-words]').forEach((area) => {
  const note = document.getElementById(area.id + '-words');
  if (!note) return;
  const limit = Number(area.dataset.words);
  const text = note.textContent;
  const count = () => {
    const words = area.value.trim() ? area.value.trim().split(/\s+/).length : 0;
    note.textContent = text.replace(/\d+/, String(words));
    note.classList.toggle('over', words > limit);
  };
  area.addEventListener('input', count);
  count();
});
document.querySelectorAll('select[data-guess="time-zone"]').forEach((select) => {
  if (select.value) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...select.options].some((option) => option.value === zone)) select.value = zone;
});
// Questions that depend on another answer are shown when it is there; the server decides what counts.
const form = document.getElementById('application') ?? document.querySelector('form[data-guard]');
const dependent = [...document.querySelectorAll('[data-shown-if]')];
const showDependent = () => dependent.forEach((field) => {
  const values = field.dataset.shownValues.split(' ');
  const other = [...form.elements].filter((element) => element.name === field.dataset.shownIf);
  if (!other.length) return;
  field.hidden = Boolean(other[0].closest('[data-shown-if]')?.hidden)
    || !other.some((element) => values.includes(element.value) && (element.checked || element.tagName === 'SELECT'));
  field.querySelector('.condition')?.setAttribute('hidden', '');
});
const filled = (field) => [...field.querySelectorAll('input:not([type=hidden]), select, textarea')]
  .some((element) => (element.type === 'checkbox' || element.type === 'radio' ? element.checked : element.value.trim()));
const showProgress = () => document.querySelectorAll('[data-progress]').forEach((note) => {
  const fields = [...document.getElementById(note.dataset.progress).querySelectorAll('.field')].filter((field) => !field.hidden);
  const counts = [fields.filter(filled).length, fields.length];
  note.textContent = note.textContent.replace(/\d+/g, () => String(counts.shift()));
  if (note.id === 'progress-text') {
    const bar = document.getElementById('progress');
    bar.max = fields.length;
    bar.value = fields.filter(filled).length;
  }
});
const refresh = () => { showDependent(); showProgress(); };
if (form) {
  form.addEventListener('input', refresh);
  form.addEventListener('change', refresh);
  refresh();
}
// What is typed is saved now and then. Without a connection the page says so, and asks before it is left.
if (form?.dataset.guard !== undefined) {
  const saved = document.getElementById('saved');
  let unsaved = false;
  let retry;
  form.addEventListener('input', () => { unsaved = true; });
  form.addEventListener('submit', () => { unsaved = false; });
  document.body.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.elt !== form) return;
    clearTimeout(retry);
    if (event.detail.successful) { unsaved = false; return; }
    saved.textContent = saved.dataset.offline;
    retry = setTimeout(() => form.dispatchEvent(new Event('change')), 15000);
  });
  window.addEventListener('online', () => { if (unsaved) form.dispatchEvent(new Event('change')); });
  window.addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });
}
document.getElementById('problems')?.focus();
