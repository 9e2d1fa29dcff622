'use strict';
(() => {
  const shapes = JSON.parse(document.getElementById('shapes').textContent);
  const body = document.querySelector('#columns tbody');
  const total = counts => counts.reduce((sum, count) => sum + count, 0) || 1;
  const percent = share => (100 * share).toFixed(1) + ' %';
  const svg = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };

  const spark = shape => {
    const [width, height] = [110, 26];
    const step = width / shape.labels.length;
    const reference = shape.reference.map(count => count / total(shape.reference));
    const current = shape.current.map(count => count / total(shape.current));
    const most = Math.max(...reference, ...current) || 1;
    const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
    reference.forEach((share, i) => {
      const tall = share / most * height;
      picture.append(svg('rect', { x: i * step, y: height - tall, width: step / 2 - 0.5, height: tall, fill: '#7a8794' }));
    });
    current.forEach((share, i) => {
      const tall = share / most * height;
      picture.append(svg('rect', { x: (i + 0.5) * step, y: height - tall, width: step / 2 - 0.5, height: tall, fill: '#0b6bb8' }));
    });
    return picture;
  };

  const detail = shape => {
    const row = document.createElement('tr');
    row.className = 'detail';
    const cell = row.insertCell();
    cell.colSpan = 11;
    const legend = document.createElement('p');
    legend.className = 'legend';
    [['reference', 'reference'], ['current', 'other table']].forEach(([kind, words]) => {
      const item = document.createElement('span');
      const mark = document.createElement('i');
      mark.className = 'bar ' + kind;
      item.append(mark, words);
      legend.append(item);
    });
    const bars = document.createElement('div');
    bars.className = 'bars';
    const shares = kind => shape[kind].map(count => count / total(shape[kind]));
    const [reference, current] = [shares('reference'), shares('current')];
    const most = Math.max(...reference, ...current) || 1;
    shape.labels.forEach((label, i) => {
      if (!shape.reference[i] && !shape.current[i]) return;
      const name = document.createElement('span');
      name.textContent = label;
      const pair = document.createElement('div');
      [['reference', reference[i]], ['current', current[i]]].forEach(([kind, share]) => {
        const bar = document.createElement('div');
        bar.className = 'bar ' + kind;
        bar.style.width = (100 * share / most) + '%';
        pair.append(bar);
      });
      const figures = document.createElement('span');
      figures.textContent = percent(reference[i]) + ' → ' + percent(current[i]);
      bars.append(name, pair, figures);
    });
    cell.append(legend, bars);
    return row;
  };

  body.querySelectorAll('.shape').forEach(cell => {
    const shape = shapes[cell.dataset.column];
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('aria-expanded', 'false');
    button.setAttribute('aria-label', 'Show both distributions of ' + cell.dataset.column);
    button.append(spark(shape));
    button.addEventListener('click', () => {
      const row = cell.parentElement;
      const open = button.getAttribute('aria-expanded') === 'true';
      if (open) row.nextElementSibling.remove(); else row.after(detail(shape));
      button.setAttribute('aria-expanded', String(!open));
    });
    cell.append(button);
  });

  const closeAll = () => {
    body.querySelectorAll('.detail').forEach(row => row.remove());
    body.querySelectorAll('button[aria-expanded=true]').forEach(b => b.setAttribute('aria-expanded', 'false'));
  };

  document.querySelectorAll('#columns thead th').forEach((head, index) => {
    const title = head.textContent;
    if (title === 'Shape' || title === 'In words') return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    button.addEventListener('click', () => {
      closeAll();
      const falling = head.getAttribute('aria-sort') !== 'descending';
      document.querySelectorAll('#columns th[aria-sort]').forEach(h => h.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
      const key = row => {
        const cell = row.cells[index];
        return cell.dataset.sort === undefined ? cell.textContent : Number(cell.dataset.sort);
      };
      const order = falling ? -1 : 1;
      [...body.rows]
        .sort((a, b) => order * (index === 0 ? key(a).localeCompare(key(b)) : key(a) - key(b)))
        .forEach(row => body.append(row));
    });
    head.replaceChildren(button);
  });

  document.getElementById('search').addEventListener('input', event => {
    closeAll();
    const wanted = event.target.value.toLowerCase();
    [...body.rows].forEach(row => { row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted); });
  });
})();
