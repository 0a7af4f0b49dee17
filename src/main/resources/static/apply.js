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
document.getElementById('problems')?.focus();
