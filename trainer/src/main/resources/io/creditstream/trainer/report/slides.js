'use strict';
/* Arrow keys, Page Up and Page Down, Home, End and the space bar turn the slides. */
const slides = [...document.querySelectorAll('.slide')];
slides.forEach((slide, i) => slide.append(element('div', {className: 'number-of', textContent: (i + 1) + ' / ' + slides.length})));
let current = 0;
function turnTo(index) {
  current = Math.max(0, Math.min(slides.length - 1, index));
  slides.forEach((slide, i) => {
    slide.classList.toggle('shown', i === current);
    slide.setAttribute('aria-hidden', String(i !== current));
  });
  history.replaceState(null, '', '#' + (current + 1));
}
const turns = {ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1};
addEventListener('keydown', e => {
  if (e.key in turns) { turnTo(current + turns[e.key]); e.preventDefault(); }
  if (e.key === 'Home') { turnTo(0); }
  if (e.key === 'End') { turnTo(slides.length - 1); }
});
addEventListener('click', e => turnTo(current + (e.clientX > innerWidth / 3 ? 1 : -1)));
const zoom = () => document.body.style.setProperty('--zoom', Math.min(innerWidth / 1280, innerHeight / 720));
addEventListener('resize', zoom);
addEventListener('hashchange', () => turnTo(Number(location.hash.slice(1)) - 1 || 0));
zoom();
turnTo(Number(location.hash.slice(1)) - 1 || 0);
