// Shows the step that an application is at, and turns its picture into one that can be moved and zoomed. Without this file the picture stays as it is.
document.querySelectorAll('[data-diagram]').forEach((frame) => {
  const now = frame.querySelector('.now');
  if (!now) return;
  const there = now.getBoundingClientRect();
  const here = frame.getBoundingClientRect();
  frame.scrollTo(there.left - here.left - (here.width - there.width) / 2, there.top - here.top - (here.height - there.height) / 2);
});
document.querySelectorAll('[data-open-diagram]').forEach((button) => {
  const frame = button.closest('.process').querySelector('[data-diagram]');
  if (typeof BpmnJS !== 'function') return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    const answer = await fetch(frame.dataset.diagram, { credentials: 'same-origin' });
    if (!answer.ok) return;
    const place = document.createElement('div');
    place.className = 'diagram-viewer';
    frame.replaceChildren(place);
    const viewer = new BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const mark = (ids, marker) => (ids || '').split(' ').filter((id) => viewer.get('elementRegistry').get(id)).forEach((id) => canvas.addMarker(id, marker));
    mark(frame.dataset.done, 'done');
    mark(frame.dataset.now, 'now');
    canvas.zoom('fit-viewport', 'auto');
    button.remove();
  });
});
