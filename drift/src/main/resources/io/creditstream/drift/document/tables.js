'use strict';
(() => {
  const total = counts => counts.reduce((sum, count) => sum + count, 0) || 1;
  const percent = share => (100 * share).toFixed(1) + ' %';
  const svg = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };

  // Bins that hold nothing on either side are no part of the picture.
  const filled = shape => shape.labels.map((label, i) => i).filter(i => shape.reference[i] || shape.current[i]);

  const spark = shape => {
    const [width, height] = [110, 26];
    const bins = filled(shape);
    const step = width / (bins.length || 1);
    const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
    const sides = [['reference', '#7a8794', 0], ['current', '#0b6bb8', 0.5]];
    const shares = sides.map(([kind]) => bins.map(i => shape[kind][i] / total(shape[kind])));
    const most = Math.max(...shares.flat()) || 1;
    sides.forEach(([kind, fill, shift], side) => shares[side].forEach((share, place) => {
      const tall = share / most * height;
      picture.append(svg('rect', { x: (place + shift) * step, y: height - tall, width: step / 2 - 0.5, height: tall, fill }));
    }));
    return picture;
  };

  const detail = (shape, table) => {
    const row = document.createElement('tr');
    row.className = 'detail';
    const cell = row.insertCell();
    cell.colSpan = table.tHead.rows[0].cells.length;
    const legend = document.createElement('p');
    legend.className = 'legend';
    [['reference', table.dataset.reference], ['current', table.dataset.current]].forEach(([kind, words]) => {
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
    filled(shape).forEach(i => {
      const name = document.createElement('span');
      name.textContent = shape.labels[i];
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

  const bring = table => {
    const shapes = JSON.parse(document.getElementById(table.id + '-shapes').textContent);
    const body = table.tBodies[0];
    const closeAll = () => {
      body.querySelectorAll('.detail').forEach(row => row.remove());
      body.querySelectorAll('button[aria-expanded=true]').forEach(b => b.setAttribute('aria-expanded', 'false'));
    };

    body.querySelectorAll('.shape').forEach(cell => {
      const name = cell.parentElement.cells[0].textContent;
      const shape = shapes[name];
      if (!shape) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-expanded', 'false');
      button.setAttribute('aria-label', 'Show both distributions of ' + name);
      button.append(spark(shape));
      button.addEventListener('click', () => {
        const row = cell.parentElement;
        const open = button.getAttribute('aria-expanded') === 'true';
        if (open) row.nextElementSibling.remove(); else row.after(detail(shape, table));
        button.setAttribute('aria-expanded', String(!open));
      });
      cell.append(button);
    });

    [...table.tHead.rows[0].cells].forEach((head, index) => {
      if ('plain' in head.dataset) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.addEventListener('click', () => {
        closeAll();
        const falling = head.getAttribute('aria-sort') !== 'descending';
        table.querySelectorAll('th[aria-sort]').forEach(h => h.removeAttribute('aria-sort'));
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

    document.getElementById(table.id + '-search').addEventListener('input', event => {
      closeAll();
      const wanted = event.target.value.toLowerCase();
      [...body.rows].forEach(row => { row.hidden = !row.cells[0].textContent.toLowerCase().includes(wanted); });
    });
  };

  document.querySelectorAll('table.columns').forEach(bring);
})();
