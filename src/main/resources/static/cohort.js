// Everything works without this file; it only makes some things quicker.
document.addEventListener('submit', (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});
// Words that are marked in a text go into the field that the text names.
document.addEventListener('selectionchange', () => {
  const marked = document.getSelection();
  const text = marked.anchorNode?.parentElement?.closest('[data-marks]');
  const field = text && document.getElementById(text.dataset.marks);
  if (field && !marked.isCollapsed) field.value = marked.toString().replace(/\s+/g, ' ').trim().slice(0, 500);
});
