// What pages are more comfortable with, and work without: a key for the search, the focus where the next thing is,
// forms that open where one stands.
'use strict';

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = document.querySelector('[data-key="/"]');
  if (!search) return;
  event.preventDefault();
  search.focus();
});

// A summary of errors takes the focus; else the first field of a form that was just opened; else, when something
// was done, the next line of the day.
function focusWhatComesNext(inside) {
  const summary = inside.querySelector('[data-focus]');
  if (summary) {
    summary.tabIndex = -1;
    summary.focus();
    return;
  }
  const field = inside.querySelector('#acte input:not([type=hidden]), #acte select, #acte textarea');
  const done = inside.querySelector('.done');
  const next = field || (done && inside.querySelector('.lines .acts a, .lines .acts button, .rest a'));
  if (next) next.focus();
}
focusWhatComesNext(document);

// The drawn pathway is wider than most screens: it opens where the person is.
for (const picture of document.querySelectorAll('.picture')) {
  const here = picture.querySelector('.here');
  if (!here) continue;
  const [place, frame] = [here.getBoundingClientRect(), picture.getBoundingClientRect()];
  picture.scrollLeft = place.left + place.width / 2 - frame.left - frame.width / 2;
}

// One form is open at a time, so that its fields keep their names.
document.addEventListener('htmx:before:swap', () => {
  for (const place of document.querySelectorAll('.in-place')) {
    if (!place.contains(document.activeElement)) place.replaceChildren();
  }
});
document.addEventListener('htmx:after:swap', () => focusWhatComesNext(document));

function putAway(event, place) {
  if (!place || !place.firstElementChild) return;
  event.preventDefault();
  place.replaceChildren();
  place.closest('.line').querySelector('.acts a, .acts button').focus();
}
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-cancel]')) putAway(event, event.target.closest('.in-place'));
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') putAway(event, event.target.closest('.in-place'));
});

// One form is sent once; a page that comes back from the browser's memory may send it again.
document.addEventListener('submit', (event) => {
  if (event.target.hasAttribute('hx-post')) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = 'yes';
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// What changes elsewhere shows: a file that moves on says so, and a day that nobody is working in is read again. Both
// stop after a quarter of an hour without a sign of life, so that an open page does not keep a session open.
const quietAfter = 15 * 60 * 1000, dayEvery = 60 * 1000;
let lastSign = Date.now();
for (const sign of ['keydown', 'pointerdown', 'visibilitychange']) {
  document.addEventListener(sign, () => { lastSign = Date.now(); });
}
const isQuiet = () => Date.now() - lastSign > quietAfter;

for (const notice of document.querySelectorAll('[data-watch]')) {
  const events = new EventSource(notice.dataset.watch);
  events.addEventListener('moved', () => {
    notice.hidden = false;
    events.close();
  });
  events.addEventListener('error', () => { if (isQuiet()) events.close(); });
}
setInterval(() => {
  const isFree = document.activeElement === document.body || document.activeElement.id === 'contenu';
  const day = document.querySelector('[data-day]');
  if (!day || document.hidden || isQuiet() || !isFree || document.querySelector('#acte')) return;
  htmx.ajax('GET', '/', { target: '#contenu', select: '#contenu', swap: 'outerHTML' });
}, dayEvery);
