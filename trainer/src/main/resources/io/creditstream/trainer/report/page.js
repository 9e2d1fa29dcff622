'use strict';
/*
 * Fills a page from its data. An element with data-chart, data-table, data-words or data-panel gets
 * what that name stands for in the files that come after this one. Whatever comes from the data is
 * set as text, never as markup.
 */
const data = JSON.parse(document.getElementById('data').textContent);
const result = data.result;
const COLOURS = {blue: '#0072B2', red: '#D55E00', green: '#009E73', orange: '#E69F00', sky: '#56B4E9', grey: '#8c959f'};
const charts = {};
const tables = {};
const panels = {};

const number = (x, digits = 4) => x === null || x === undefined ? '–' : x.toFixed(digits);
const count = x => x === null || x === undefined ? '–' : Math.round(x).toLocaleString('en-US');
const percent = (x, digits = 1) => x === null || x === undefined ? '–' : (100 * x).toFixed(digits) + ' %';
const meaning = feature => data.words[feature] || '';
const short = (text, length = 34) => text.length > length ? text.slice(0, length - 1) + '…' : text;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A table of columns {title, of, show?} over rows; numbers stand right and sort as numbers. */
function tableOf(spec) {
  if (spec.rows.length === 0) {
    return element('p', {className: 'note', textContent: spec.nothing ?? 'Nothing was recorded in this run.'});
  }
  const table = element('table');
  const body = element('tbody');
  const isNumber = spec.columns.map(c => spec.rows.some(r => typeof c.of(r) === 'number'));
  const rows = spec.rows.map(row => {
    const line = element('tr', {className: spec.marked && spec.marked(row) ? 'marked' : ''});
    const cells = spec.columns.map((column, i) => {
      const value = column.of(row);
      line.append(element('td', {className: isNumber[i] ? 'number' : '', textContent: column.show ? column.show(value) : value ?? '–'}));
      return value;
    });
    return {line, cells};
  });
  const heads = spec.columns.map((column, i) => {
    const head = element('th', {scope: 'col', className: isNumber[i] ? 'number' : ''});
    if (spec.sortable) {
      const button = element('button', {type: 'button', textContent: column.title});
      button.onclick = () => {
        const down = head.getAttribute('aria-sort') === 'descending' || (!head.hasAttribute('aria-sort') && !isNumber[i]);
        heads.forEach(h => h.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', down ? 'ascending' : 'descending');
        const sign = down ? 1 : -1;
        rows.sort((a, b) => compare(a.cells[i], b.cells[i], sign));
        body.append(...rows.map(r => r.line));
      };
      head.append(button);
    } else {
      head.textContent = column.title;
    }
    return head;
  });
  body.append(...rows.map(r => r.line));
  table.append(element('thead', {}, element('tr', {}, ...heads)), body);
  const scroll = element('div', {className: 'scroll', tabIndex: 0}, table);
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', spec.title || 'Table');
  if (!spec.sortable) {
    return scroll;
  }
  const search = element('input', {type: 'search', placeholder: 'part of a name or of its meaning'});
  search.oninput = () => {
    const wanted = search.value.toLowerCase();
    rows.forEach(r => { r.line.hidden = !r.line.textContent.toLowerCase().includes(wanted); });
  };
  return element('div', {}, element('label', {className: 'search'}, 'Search ', search), scroll);
}

/** Values that are missing come last, whatever the direction. */
function compare(a, b, sign) {
  const noA = a === null || a === undefined, noB = b === null || b === undefined;
  if (noA || noB) { return noA - noB; }
  return sign * (typeof a === 'number' ? a - b : String(a).localeCompare(String(b)));
}

/** A chart with its caption, and the same as a table. */
function figureOf(chart, height) {
  const canvas = element('div');
  canvas.style.height = (height || chart.height || 360) + 'px';
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', chart.title + '. The same figures follow as a table.');
  const figure = element('figure', {}, element('figcaption', {textContent: chart.title}), canvas);
  if (chart.table) {
    figure.append(element('details', {}, element('summary', {textContent: 'As a table'}), tableOf(chart.table)));
  }
  pending.push(() => {
    // Text instead of markup in tooltips: names of features and levels come from the data.
    const tooltip = Object.assign({renderMode: 'richText', confine: true}, chart.option.tooltip || {});
    const option = Object.assign({animation: false, textStyle: {fontFamily: 'system-ui, "Liberation Sans", Arial, sans-serif'}}, chart.option, {tooltip});
    const drawn = echarts.init(canvas, null, {renderer: 'svg'});
    drawn.setOption(option);
    window.addEventListener('resize', () => drawn.resize());
    window.addEventListener('beforeprint', () => drawn.resize());
  });
  return figure;
}
const pending = [];

function fill() {
  document.querySelectorAll('[data-words]').forEach(place => {
    (data.findings[place.dataset.words] || []).slice(0, Number(place.dataset.rows) || undefined)
      .forEach(sentence => place.append(element(place.tagName === 'UL' ? 'li' : 'p', {textContent: sentence})));
  });
  document.querySelectorAll('[data-table]').forEach(place => {
    const spec = tables[place.dataset.table]();
    if (place.dataset.rows) {
      spec.rows = spec.rows.slice(0, Number(place.dataset.rows));
      spec.sortable = false;
      if (spec.brief) { spec.columns = spec.columns.filter(c => spec.brief.includes(c.title)); }
    }
    place.append(tableOf(spec));
  });
  document.querySelectorAll('[data-chart]').forEach(place => {
    const made = charts[place.dataset.chart]();
    const list = (Array.isArray(made) ? made : [made]).slice(0, Number(place.dataset.rows) || undefined);
    const figures = list.map(chart => figureOf(chart, Number(place.dataset.height)));
    place.append(Array.isArray(made) ? element('div', {className: 'charts'}, ...figures) : element('div', {}, ...figures));
  });
  document.querySelectorAll('[data-panel]').forEach(place => panels[place.dataset.panel](place));
  pending.forEach(draw => draw());
}
