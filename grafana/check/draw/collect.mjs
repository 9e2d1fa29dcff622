// Asks a running Prometheus for what each panel of a dashboard shows, as the panel would, and writes
// it down for panels.jsx to draw: node collect.mjs PROMETHEUS DASHBOARD.json OUT.js [variable=value …]
import {readFileSync, writeFileSync} from 'node:fs';

const [prometheus, file, out, ...choices] = process.argv.slice(2);
const dashboard = JSON.parse(readFileSync(file, 'utf8'));
const values = {__rate_interval: '1m', ...Object.fromEntries(choices.map(choice => choice.split('=')))};
const minutes = Number(values.minutes ?? 30);

const get = async (path, parameters) => {
  const answer = await (await fetch(`${prometheus}/api/v1/${path}?${new URLSearchParams(parameters)}`)).json();
  if (answer.status !== 'success') throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer.data;
};
const substitute = text => text.replace(/\$\{?(\w+)\}?/g, (all, name) => values[name] ?? all);

for (const variable of dashboard.templating.list.filter(v => v.type === 'query')) {
  const [, selector, label] = /label_values\((.+), (\w+)\)/.exec(substitute(variable.query.query));
  values[variable.name] ??= (await get(`label/${label}/values`, {'match[]': selector}))[0];
}

const end = Number(values.time ?? Math.floor(Date.now() / 1000));
const start = end - 60 * minutes;
const step = Math.max(5, Math.round(minutes / 3));
const panels = [];
for (const panel of dashboard.panels) {
  const results = [];
  for (const target of panel.targets ?? []) {
    const query = substitute(target.expr);
    const {result} = target.instant
      ? await get('query', {query, time: end})
      : await get('query_range', {query, start, end, step});
    results.push({refId: target.refId, legend: target.legendFormat, format: target.format, result});
  }
  panels.push({...panel, title: substitute(panel.title), results});
}
writeFileSync(out, `window.dashboard = ${JSON.stringify({title: dashboard.title, panels, values})};\n`);
