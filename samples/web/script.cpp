#include "assets.hpp"

// All of it is comfort: hits that follow each key stroke, completions, pages that change in place. Text goes into the page
// as textContent, or comes as a page of this server, which has escaped it.
const char *const script_js = R"js(
'use strict';
const form = document.querySelector('form'), input = document.getElementById('q');
let newest = 0, timer = 0;

async function show(address, remember) {
  const mine = ++newest;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (mine !== newest) return;  // a later key stroke was faster
  const open = document.getElementById('narrow')?.checked;
  document.getElementById('content').replaceWith(page.getElementById('content'));
  if (document.getElementById('narrow')) document.getElementById('narrow').checked = open;
  document.title = page.title;
  for (const old of form.querySelectorAll('[type=hidden]')) old.remove();
  form.append(...page.querySelectorAll('form [type=hidden]'));
  if (document.activeElement !== input) input.value = page.getElementById('q').value;
  if (remember) history.pushState(null, '', address); else history.replaceState(null, '', address);
}
const go = (address, remember) => show(address, remember).catch(() => { location.href = address; });
const address = () => '/?' + new URLSearchParams(new FormData(form));

document.addEventListener('click', event => {
  const link = event.target.closest('main a');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const href = link.getAttribute('href');
  if (!href.startsWith('/?')) return;
  event.preventDefault();
  go(href, true);
  if (link.closest('.pages')) scrollTo(0, 0);
});
addEventListener('popstate', () => { location.reload(); });

const list = document.createElement('ul');
list.id = 'completions';
list.hidden = true;
list.setAttribute('role', 'listbox');
input.after(list);
for (const [name, value] of [['role', 'combobox'], ['aria-controls', 'completions'], ['aria-autocomplete', 'list'], ['aria-expanded', 'false']])
  input.setAttribute(name, value);
const kinds = {topic: '主題', author: '著者', title: '題名', word: '語', compound: '語'};
let chosen = -1;

function choose(at) {
  chosen = at;
  [...list.children].forEach((item, i) => item.setAttribute('aria-selected', i === at));
  if (at < 0) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', list.children[at].id);
}
function close() {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  choose(-1);
}
function take(text) {
  input.value = text;
  close();
  go(address(), true);
}
async function complete() {
  const prefix = input.value;
  const found = prefix.trim() ? (await (await fetch('/suggest?q=' + encodeURIComponent(prefix))).json()).completions : [];
  if (prefix !== input.value || document.activeElement !== input) return;
  list.replaceChildren(...found.map((completion, i) => {
    const item = document.createElement('li'), kind = document.createElement('span');
    item.id = 'completion-' + i;
    item.setAttribute('role', 'option');
    kind.textContent = kinds[completion.kind] ?? '';
    item.append(completion.text, kind);
    item.addEventListener('mousedown', event => { event.preventDefault(); take(completion.text); });
    return item;
  }));
  list.hidden = found.length === 0;
  input.setAttribute('aria-expanded', String(!list.hidden));
  choose(-1);
}
input.addEventListener('input', event => {
  if (event.isComposing) return;  // an input method is still at work
  clearTimeout(timer);
  timer = setTimeout(() => { go(address(), false); complete().catch(close); }, 120);
});
input.addEventListener('compositionend', () => input.dispatchEvent(new Event('input')));
input.addEventListener('blur', close);
input.addEventListener('keydown', event => {
  if (event.isComposing || list.hidden) return;
  const count = list.children.length;
  if (event.key === 'Escape') close();
  else if (event.key === 'ArrowDown') choose(chosen + 1 < count ? chosen + 1 : -1);
  else if (event.key === 'ArrowUp') choose(chosen < 0 ? count - 1 : chosen - 1);
  else if (event.key === 'Enter' && chosen >= 0) take(list.children[chosen].firstChild.data);
  else return;
  event.preventDefault();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  clearTimeout(timer);
  close();
  go(address(), true);
});
)js";
