'use strict';
/* Every chart: its title, the option of ECharts, and the figures as a table. */
const points = data.operatingPoints;
const positives = points[0].truePositives + points[0].falseNegatives;
const negatives = points[0].falsePositives + points[0].trueNegatives;
const axis = (name, more = {}) => Object.assign({type: 'value', name, nameLocation: 'middle', nameGap: 32, min: 0}, more);
const space = {left: 64, right: 28, top: 36, bottom: 52};
const line = (name, values, colour, more = {}) => Object.assign({name, type: 'line', data: values, showSymbol: false, lineStyle: {color: colour, width: 2}, itemStyle: {color: colour}}, more);
const every = (list, limit) => list.filter((_, i) => i % Math.max(1, Math.floor(list.length / limit)) === 0);
const byPoint = (tip) => ({trigger: 'axis', axisPointer: {type: 'cross', label: {precision: 3}}, valueFormatter: x => number(x, 4)});

charts.roc = () => ({
  title: 'ROC curve: share of defaults found against share of good clients refused (AUC ' + number(result.auc.value) + ')',
  option: {
    grid: space, tooltip: byPoint(), legend: {top: 4},
    xAxis: axis('good clients refused', {max: 1}), yAxis: axis('defaults found', {max: 1, nameGap: 40}),
    series: [
      line('model', points.map(p => [p.falsePositives / negatives, p.truePositives / positives]), COLOURS.blue),
      line('chance', [[0, 0], [1, 1]], COLOURS.grey, {lineStyle: {color: COLOURS.grey, type: 'dashed'}})]
  },
  table: {rows: every(points, 25), columns: [
    {title: 'threshold', of: p => p.threshold, show: x => number(x)},
    {title: 'good clients refused', of: p => p.falsePositives / negatives, show: x => percent(x)},
    {title: 'defaults found', of: p => p.truePositives / positives, show: x => percent(x)}]}
});

charts.pr = () => {
  const drawn = points.filter(p => p.truePositives + p.falsePositives > 0);
  return {
    title: 'Precision and recall (average precision ' + number(result.quality.prAuc) + ')',
    option: {
      grid: space, tooltip: byPoint(), legend: {top: 4},
      xAxis: axis('recall: defaults found', {max: 1}), yAxis: axis('precision: defaults among the refused', {max: 1, nameGap: 40}),
      series: [
        line('model', drawn.map(p => [p.truePositives / positives, p.truePositives / (p.truePositives + p.falsePositives)]), COLOURS.blue),
        line('chance', [[0, positives / (positives + negatives)], [1, positives / (positives + negatives)]], COLOURS.grey, {lineStyle: {color: COLOURS.grey, type: 'dashed'}})]
    },
    table: {rows: every(drawn, 25), columns: [
      {title: 'threshold', of: p => p.threshold, show: x => number(x)},
      {title: 'recall', of: p => p.truePositives / positives, show: x => percent(x)},
      {title: 'precision', of: p => p.truePositives / (p.truePositives + p.falsePositives), show: x => percent(x)}]}
  };
};

charts.calibration = () => {
  const before = result.calibration.before, after = result.calibration.after;
  const top = Math.max(...before.concat(after).flatMap(b => [b.predicted, b.observed]), 0.01) * 1.1;
  const curve = (name, bins, colour, symbol) => line(name, bins.map(b => [b.predicted, b.observed]), colour, {showSymbol: true, symbol, symbolSize: 8});
  return {
    title: 'Reliability: predicted probability of default against observed share',
    option: {
      grid: space, tooltip: byPoint(), legend: {top: 4},
      xAxis: axis('predicted', {max: Number(top.toPrecision(2))}), yAxis: axis('observed', {nameGap: 40, max: Number(top.toPrecision(2))}),
      series: [curve('before calibration', before, COLOURS.orange, 'triangle'), curve('after calibration', after, COLOURS.blue, 'circle'),
        line('perfect', [[0, 0], [top, top]], COLOURS.grey, {lineStyle: {color: COLOURS.grey, type: 'dashed'}})]
    },
    table: {
      rows: before.map(b => ['before', b]).concat(after.map(b => ['after', b])),
      columns: [
        {title: 'calibration', of: r => r[0]}, {title: 'rows', of: r => r[1].rows, show: count},
        {title: 'predicted', of: r => r[1].predicted, show: x => percent(x, 2)}, {title: 'observed', of: r => r[1].observed, show: x => percent(x, 2)}]
    }
  };
};

charts.cost = () => {
  const curve = result.costCurve;
  const most = Math.min(Math.max(...curve.points.map(p => p.cost)), 1.6 * Math.max(curve.approveAll, curve.declineAll));
  const shown = curve.points.filter(p => p.cost <= most);
  return {
    title: 'Cost of an application against the threshold (' + curve.unit + ')',
    option: {
      grid: Object.assign({}, space, {right: 110}), tooltip: byPoint(),
      xAxis: axis('decline from this probability of default on', {max: Math.min(1, Number((shown[shown.length - 1].threshold * 1.02).toPrecision(2)))}),
      yAxis: axis('cost of an application', {nameGap: 44}),
      series: [line('cost', shown.map(p => [p.threshold, p.cost]), COLOURS.blue, {
        markLine: {symbol: 'none', animation: false, data: [
          {xAxis: curve.threshold.value, lineStyle: {color: COLOURS.red, width: 2}, label: {formatter: 'threshold ' + number(curve.threshold.value, 3), color: COLOURS.red}},
          {yAxis: curve.approveAll, lineStyle: {color: COLOURS.grey}, label: {formatter: 'approve all'}}]},
        markArea: {itemStyle: {color: 'rgba(213, 94, 0, .15)'}, data: [[{xAxis: curve.threshold.low}, {xAxis: curve.threshold.high}]]}})]
    },
    table: {rows: every(curve.points, 25), columns: [
      {title: 'threshold', of: p => p.threshold, show: x => number(x)}, {title: 'cost of an application', of: p => p.cost, show: x => number(x)}]}
  };
};

charts.scores = () => {
  const bins = data.scoreBins;
  const names = bins.map(b => percent(b.from, 0));
  const share = (key, total) => bins.map(b => b[key] / total);
  return {
    title: 'How the probabilities are spread, for repaid and defaulted loans',
    option: {
      grid: space, tooltip: {trigger: 'axis', valueFormatter: x => percent(x)}, legend: {top: 4},
      xAxis: {type: 'category', data: names, name: 'probability of default, from', nameLocation: 'middle', nameGap: 32},
      yAxis: axis('share of the class', {nameGap: 44, axisLabel: {formatter: x => percent(x, 0)}}),
      series: [
        {name: 'repaid', type: 'bar', data: share('repaid', negatives), itemStyle: {color: COLOURS.sky}},
        {name: 'defaulted', type: 'bar', data: share('defaulted', positives), itemStyle: {color: COLOURS.red, decal: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255, 255, 255, .5)'}}}]
    },
    table: {rows: bins, columns: [
      {title: 'from', of: b => b.from, show: x => percent(x, 0)}, {title: 'to', of: b => b.to, show: x => percent(x, 0)},
      {title: 'repaid', of: b => b.repaid, show: count}, {title: 'defaulted', of: b => b.defaulted, show: count}]}
  };
};

/** Horizontal bars, the first row on top. */
function bars(title, rows, label, value, format, more = {}) {
  if (rows.length === 0) { return []; }
  const drawn = rows.slice().reverse();
  return {
    title, height: 60 + 24 * Math.max(rows.length, 2),
    option: {
      grid: {left: 30, right: 70, top: 10, bottom: 30, containLabel: true},
      tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, valueFormatter: format},
      xAxis: Object.assign({type: 'value', axisLabel: {formatter: format, hideOverlap: true}}, more.xAxis || {}),
      yAxis: {type: 'category', data: drawn.map(r => short(label(r))), axisLabel: {interval: 0}},
      series: [{type: 'bar', barMaxWidth: 18, data: drawn.map(r => ({value: value(r), itemStyle: {color: more.colour ? more.colour(r) : COLOURS.blue}})),
        label: {show: true, position: 'right', formatter: p => format(p.value)}, markLine: more.markLine}]
    },
    table: {rows, columns: [{title: 'name', of: label}, {title: more.measure || 'value', of: value, show: format}]}
  };
}

charts.importance = () => (
  bars('The 20 features that move the score most (mean |contribution|, log-odds)', result.importance.slice(0, 20), i => i.feature, i => i.meanAbsContribution, x => number(x, 3), {measure: 'mean |contribution|'}));

charts.folds = () => {
  const rows = result.foldAuc.map((auc, i) => ({name: 'fold ' + (i + 1), auc}));
  const known = rows.map(r => r.auc).concat(result.auc.low, result.auc.high).filter(x => x !== null);
  return {
    title: 'AUC of each fold, and the interval of all rows', height: 90 + 32 * rows.length,
    option: {
      grid: {left: 30, right: 40, top: 30, bottom: 46, containLabel: true}, tooltip: {trigger: 'item', formatter: p => p.value[1] + ': ' + number(p.value[0])},
      xAxis: axis('AUC', {min: Math.floor(100 * Math.min(...known) - 0.5) / 100, max: Math.ceil(100 * Math.max(...known) + 0.5) / 100, axisLabel: {formatter: x => number(x, 3), hideOverlap: true}}),
      yAxis: {type: 'category', inverse: true, data: rows.map(r => r.name)},
      series: [{type: 'scatter', symbolSize: 12, itemStyle: {color: COLOURS.blue}, data: rows.map(r => r.auc === null ? null : [r.auc, r.name]),
        label: {show: true, position: 'top', formatter: p => number(p.value[0], 3)},
        markLine: {symbol: 'none', data: [{xAxis: result.auc.value, label: {formatter: 'all: ' + number(result.auc.value)}}], lineStyle: {color: COLOURS.red}},
        markArea: {itemStyle: {color: 'rgba(213, 94, 0, .15)'}, data: [[{xAxis: result.auc.low}, {xAxis: result.auc.high}]]}}]
    },
    table: {rows, columns: [{title: 'fold', of: r => r.name}, {title: 'AUC', of: r => r.auc, show: x => number(x)}]}
  };
};

charts.models = () => bars('Business cost of an application by kind of model, less is better',
  result.models, m => m.name, m => m.quality.cost, x => number(x, 3), {measure: 'cost'});

charts.imbalance = () => bars('Business cost of an application by treatment of imbalance, less is better',
  result.imbalance, m => m.method, m => m.quality.cost, x => number(x, 4),
  {measure: 'cost', colour: m => m.chosen ? COLOURS.blue : COLOURS.grey});

charts.fairness = () => bars('Approval rate over that of the best-treated group (at least 0.8 by the four-fifths rule)',
  result.fairness, g => g.attribute + ': ' + g.group, g => g.approvalRatio, x => number(x, 2), {
    measure: 'approval ratio', xAxis: {min: 0, max: 1}, colour: g => !g.large ? COLOURS.grey : g.approvalRatio < 0.8 ? COLOURS.red : COLOURS.blue,
    markLine: {symbol: 'none', data: [{xAxis: 0.8}], lineStyle: {color: '#000'}, label: {formatter: '0.8', position: 'end'}}});

charts.shift = () => {
  const rows = result.shift.slice().sort((a, b) => (b.psi ?? -1) - (a.psi ?? -1)).slice(0, 20);
  return bars('The 20 features that differ most between training and new applications (PSI)', rows, s => s.feature, s => s.psi, x => number(x, 3), {
    measure: 'PSI', colour: s => s.verdict === 'alert' ? COLOURS.red : s.verdict === 'warning' ? COLOURS.orange : COLOURS.blue,
    markLine: {symbol: 'none', data: [{xAxis: 0.1}, {xAxis: 0.25}], lineStyle: {color: '#000'}, label: {position: 'end'}}});
};

charts.search = () => {
  if (result.trials.length === 0) { return []; }
  let best = Infinity;
  const whole = result.trials.filter(t => t.logLoss !== null);
  const most = Math.max(0, ...whole.map(t => t.folds));
  const soFar = whole.map(t => { best = t.folds === most ? Math.min(best, t.logLoss) : best; return [t.number, best === Infinity ? null : best]; });
  const dots = (name, list, colour, symbol) => ({name, type: 'scatter', symbol, symbolSize: 9, data: list.map(t => [t.number, t.logLoss]), itemStyle: {color: colour}});
  return {
    title: 'Search: log-loss of each trial, less is better',
    option: {
      grid: Object.assign({}, space, {left: 84}), legend: {top: 4}, tooltip: {trigger: 'item', formatter: p => 'trial ' + p.value[0] + ': log-loss ' + number(p.value[1])},
      xAxis: axis('trial', {minInterval: 1}), yAxis: axis('log-loss', {scale: true, min: null, nameGap: 60, axisLabel: {formatter: x => number(x, 4)}}),
      series: [dots('on all folds', whole.filter(t => t.folds === most), COLOURS.blue, 'circle'), dots('given up early', whole.filter(t => t.folds < most), COLOURS.grey, 'triangle'),
        line('best so far', soFar, COLOURS.red, {step: 'end'})]
    },
    table: tables.trials()
  };
};

charts.dependence = () => result.partialDependence.map(d => {
  const category = d.points.some(p => p.value !== 'missing' && !Number.isFinite(Number(p.value)));
  return {
    title: d.feature, height: 240,
    option: {
      grid: {left: 52, right: 16, top: 12, bottom: category ? 74 : 40},
      tooltip: {trigger: 'axis', valueFormatter: x => percent(x, 2)},
      xAxis: {type: 'category', data: d.points.map(p => category ? short(p.value, 16) : p.value), axisLabel: {rotate: category ? 35 : 0, hideOverlap: true}},
      yAxis: {type: 'value', scale: true, axisLabel: {formatter: x => percent(x)}},
      // What is missing lies beside the numbers, not at their end.
      series: [{type: category ? 'bar' : 'line', data: d.points.map(p => !category && p.value === 'missing' ? null : p.probability), itemStyle: {color: COLOURS.blue}, barMaxWidth: 22},
        {type: 'scatter', symbol: 'diamond', symbolSize: 10, itemStyle: {color: COLOURS.red}, data: d.points.map(p => !category && p.value === 'missing' ? p.probability : null)}]
    },
    table: {rows: d.points, columns: [{title: 'value', of: p => p.value}, {title: 'mean probability of default', of: p => p.probability, show: x => percent(x, 2)}]}
  };
});

/** Steps from the base value to the score; the foot of each bar is an invisible bar or lies at 0. */
charts.waterfall = () => result.examples.map(e => {
  const steps = e.contributions.map(c => ({name: c.feature, value: c.value, add: c.contribution}));
  steps.push({name: 'all other features', value: '', add: e.others});
  let at = e.baseValue;
  const spans = steps.map(s => { const from = at; at += s.add; return {from, to: at, s}; });
  const low = Math.min(e.baseValue, ...spans.map(s => Math.min(s.from, s.to)));
  const high = Math.max(e.baseValue, ...spans.map(s => Math.max(s.from, s.to)));
  const floor = low - 0.08 * (high - low || 1);
  const rows = [{name: 'average client', from: floor, to: e.baseValue, colour: COLOURS.grey, text: number(e.baseValue, 2)}]
    .concat(spans.map(x => ({name: x.s.name, from: Math.min(x.from, x.to), to: Math.max(x.from, x.to), colour: x.s.add > 0 ? COLOURS.red : COLOURS.blue, text: (x.s.add > 0 ? '+' : '−') + number(Math.abs(x.s.add), 2)})))
    .concat([{name: 'this client', from: floor, to: e.rawScore, colour: '#000', text: number(e.rawScore, 2)}]).reverse();
  return {
    title: e.title.charAt(0).toUpperCase() + e.title.slice(1) + ': probability of default ' + percent(e.probability), height: 70 + 24 * rows.length,
    option: {
      grid: {left: 30, right: 56, top: 6, bottom: 36, containLabel: true},
      xAxis: {type: 'value', min: 0, max: 1.1 * (high - floor), name: 'log-odds', nameLocation: 'middle', nameGap: 24, axisLabel: {formatter: x => number(x + floor, 1), hideOverlap: true}},
      yAxis: {type: 'category', data: rows.map(r => short(r.name, 26)), axisLabel: {interval: 0}},
      series: [
        {type: 'bar', stack: 'a', silent: true, itemStyle: {color: 'transparent'}, data: rows.map(r => r.from - floor)},
        {type: 'bar', stack: 'a', barMaxWidth: 16, data: rows.map(r => ({value: r.to - r.from, itemStyle: {color: r.colour}})), label: {show: true, position: 'right', formatter: p => rows[p.dataIndex].text}}]
    },
    table: {rows: steps, columns: [
      {title: 'feature', of: s => s.name}, {title: 'meaning', of: s => meaning(s.name)}, {title: 'value', of: s => s.value}, {title: 'adds to the log-odds', of: s => s.add, show: x => number(x, 3)}]}
  };
});
