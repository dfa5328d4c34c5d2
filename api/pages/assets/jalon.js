// What pages are more comfortable with, and work without: a key for the search, the focus where an error is.
'use strict';

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = document.querySelector('[data-key="/"]');
  if (!search) return;
  event.preventDefault();
  search.focus();
});

// The keys there are, told by « ? » and by a button that only a script can serve.
const help = document.querySelector('#aide-clavier');
const opener = document.querySelector('[data-opens="aide-clavier"]');
if (help && opener) {
  opener.hidden = false;
  opener.addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (event) => {
    if (event.key === '?' && !event.target.closest('input, textarea, select, [contenteditable]')) help.showModal();
  });
}

// A summary of errors takes the focus; else the first field of a form that is alone on its page.
const summary = document.querySelector('[data-focus]');
if (summary) {
  summary.tabIndex = -1;
  summary.focus();
} else {
  const confirmation = document.querySelector('.done');
  const next = confirmation && document.querySelector('.lines .acts a, .lines .acts button');
  if (next) next.focus();
}

// One form is sent once; a page that comes back from the browser's memory may send it again, and so may one whose
// answer opens beside it.
document.addEventListener('submit', (event) => {
  if (event.target.method === 'dialog' || event.submitter?.formTarget) return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = 'yes';
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
