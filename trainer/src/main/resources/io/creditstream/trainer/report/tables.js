'use strict';
/* Every table: columns over the rows of the result. */
const qualityColumns = q => [
  {title: 'AUC', of: r => q(r).auc, show: x => number(x)}, {title: 'Gini', of: r => q(r).gini, show: x => number(x)},
  {title: 'PR-AUC', of: r => q(r).prAuc, show: x => number(x)}, {title: 'KS', of: r => q(r).ks, show: x => number(x)},
  {title: 'Brier', of: r => q(r).brier, show: x => number(x)}, {title: 'log-loss', of: r => q(r).logLoss, show: x => number(x)},
  {title: 'accuracy', of: r => q(r).accuracy, show: x => percent(x)}, {title: 'recall', of: r => q(r).recall, show: x => percent(x)},
  {title: 'precision', of: r => q(r).precision, show: x => percent(x)}, {title: 'threshold', of: r => q(r).threshold, show: x => number(x)},
  {title: 'cost', of: r => q(r).cost, show: x => number(x)}];

tables.models = () => ({
  title: 'Kinds of models', nothing: '',
  rows: result.models, brief: ['model', 'AUC', 'Gini', 'PR-AUC', 'KS', 'Brier', 'recall', 'precision', 'cost'],
  columns: [{title: 'model', of: m => m.name}, ...qualityColumns(m => m.quality),
    {title: 'fit, s', of: m => m.fitSeconds, show: x => number(x, 1)}, {title: 'score, µs a row', of: m => m.scoreMicros, show: x => number(x, 1)}]
});
tables.imbalance = () => ({
  title: 'Treatments of imbalance', nothing: '',
  rows: result.imbalance, marked: m => m.chosen, brief: ['method', 'AUC', 'PR-AUC', 'Brier', 'recall', 'precision', 'cost'],
  columns: [{title: 'method', of: m => m.method + (m.chosen ? ' (chosen)' : '')}, ...qualityColumns(m => m.quality)]
});
tables.fairness = () => ({
  title: 'Decisions by group', nothing: '', rows: result.fairness,
  columns: [{title: 'attribute', of: g => g.attribute}, {title: 'group', of: g => g.group}, {title: 'rows', of: g => g.rows, show: count},
    {title: 'approved', of: g => g.approvalRate, show: x => percent(x)}, {title: 'approval ratio', of: g => g.approvalRatio, show: x => number(x, 3)},
    {title: 'defaults declined', of: g => g.truePositiveRate, show: x => percent(x)}, {title: 'good clients declined', of: g => g.falsePositiveRate, show: x => percent(x)},
    {title: 'verdict', of: g => !g.large ? 'too small to judge' : g.adverse ? 'below four fifths' : 'within four fifths'}]
});
tables.importance = () => {
  const rows = result.importance.map((i, rank) => Object.assign({rank: rank + 1}, i));
  return {title: 'Importance of every feature', sortable: true, rows, columns: [
    {title: 'rank', of: i => i.rank}, {title: 'feature', of: i => i.feature}, {title: 'meaning', of: i => meaning(i.feature)},
    {title: 'mean |contribution|', of: i => i.meanAbsContribution, show: x => number(x, 5)}, {title: 'gain', of: i => i.gain, show: x => number(x, 1)}, {title: 'splits', of: i => i.splits, show: count}]};
};
tables.meanings = () => Object.assign(tables.importance(), {
  sortable: false, columns: [{title: 'feature', of: i => i.feature}, {title: 'meaning', of: i => meaning(i.feature)}, {title: 'mean |contribution|', of: i => i.meanAbsContribution, show: x => number(x, 3)}]
});
tables.data = () => ({
  title: 'Every feature of the data', sortable: true, rows: result.data.columns, columns: [
    {title: 'feature', of: c => c.feature}, {title: 'meaning', of: c => meaning(c.feature)}, {title: 'missing', of: c => c.missingRate, show: x => percent(x)},
    {title: '5 %', of: c => c.low, show: compact}, {title: 'median', of: c => c.median, show: compact}, {title: '95 %', of: c => c.high, show: compact},
    {title: 'levels (defaults)', of: c => c.levels.slice(0, 6).map(l => l.name + ' ' + percent(l.defaultRate)).join(', ') + (c.levels.length > 6 ? ', … ' + c.levels.length + ' in all' : '')}]
});
function compact(x) { return x === null || x === undefined ? '–' : Number(x.toPrecision(4)).toLocaleString('en-US', {maximumFractionDigits: 6}); }
tables.trials = () => ({
  title: 'Trials of the search', nothing: 'No search was made in this run.', rows: result.trials,
  columns: [{title: 'trial', of: t => t.number}, {title: 'folds', of: t => t.folds}, {title: 'trees', of: t => t.trees}, {title: 'log-loss', of: t => t.logLoss, show: x => number(x, 5)},
    {title: 'AUC', of: t => t.auc, show: x => number(x)}, {title: 'cost', of: t => t.cost, show: x => number(x)}, {title: 'seconds', of: t => t.seconds, show: x => number(x, 1)},
    {title: 'parameters', of: t => Object.entries(t.parameters).sort().map(([k, v]) => k + '=' + v).join(', ')}]
});
tables.shift = () => ({
  title: 'Training against new applications', sortable: true, nothing: '',
  rows: result.shift.slice().sort((a, b) => (b.psi ?? -1) - (a.psi ?? -1)), brief: ['feature', 'PSI', 'KS', 'verdict'],
  columns: [{title: 'feature', of: s => s.feature}, {title: 'meaning', of: s => meaning(s.feature)}, {title: 'PSI', of: s => s.psi, show: x => number(x)}, {title: 'KS', of: s => s.ks, show: x => number(x)},
    {title: 'missing, training', of: s => s.missingReference, show: x => percent(x)}, {title: 'missing, new', of: s => s.missingCurrent, show: x => percent(x)}, {title: 'verdict', of: s => s.verdict}]
});
tables.leakage = () => ({
  title: 'Strongest features alone', rows: result.leakage.suspects,
  columns: [{title: 'feature', of: s => s.feature}, {title: 'meaning', of: s => meaning(s.feature)}, {title: 'AUC alone', of: s => s.auc, show: x => number(x)}]
});
const pairs = (map, title) => ({title, rows: Object.entries(map).sort(), columns: [{title: 'name', of: p => p[0]}, {title: 'value', of: p => p[1]}]});
tables.settings = () => pairs(result.run.settings, 'Settings of the run');
tables.parameters = () => pairs(result.run.parameters, 'Parameters of the model');

panels.figures = place => {
  const box = element('div', {className: 'figures'});
  data.figures.forEach(f => box.append(element('div', {}, element('b', {textContent: f.value}), element('span', {textContent: f.name}))));
  place.append(box);
};

/** The confusion matrix at the threshold of the model. */
panels.decisions = place => {
  const p = points.reduce((best, q) => Math.abs(q.threshold - data.threshold) < Math.abs(best.threshold - data.threshold) ? q : best);
  place.append(tableOf({title: 'Confusion matrix', rows: [['approved', p.trueNegatives, p.falseNegatives], ['declined', p.falsePositives, p.truePositives]],
    columns: [{title: '', of: r => r[0]}, {title: 'repaid', of: r => r[1], show: count}, {title: 'defaulted', of: r => r[2], show: count}]}));
};

/** The confusion matrix at a threshold that the reader moves. */
panels.confusion = place => {
  const nearest = (list, t) => list.reduce((best, p, i) => Math.abs(p.threshold - t) < Math.abs(list[best].threshold - t) ? i : best, 0);
  const ascending = points.slice().reverse();
  const slider = element('input', {type: 'range', min: 0, max: ascending.length - 1, value: nearest(ascending, data.threshold)});
  const said = element('output');
  const matrix = element('div'), figures = element('div');
  const show = () => {
    const p = ascending[slider.value];
    const cost = result.costCurve.points[nearest(result.costCurve.points, p.threshold)];
    const total = positives + negatives;
    said.textContent = number(p.threshold, 4);
    matrix.replaceChildren(tableOf({title: 'Confusion matrix', rows: [['approved', p.trueNegatives, p.falseNegatives], ['declined', p.falsePositives, p.truePositives]],
      columns: [{title: '', of: r => r[0]}, {title: 'repaid', of: r => r[1], show: count}, {title: 'defaulted', of: r => r[2], show: count}]}));
    figures.replaceChildren(tableOf({title: 'Figures at the threshold', rows: [
      ['approved', percent((p.trueNegatives + p.falseNegatives) / total)], ['defaults found (recall)', percent(p.truePositives / positives)],
      ['defaults among the declined (precision)', p.truePositives + p.falsePositives ? percent(p.truePositives / (p.truePositives + p.falsePositives)) : '–'],
      ['good clients refused', percent(p.falsePositives / negatives)], ['defaults among the approved', p.trueNegatives + p.falseNegatives ? percent(p.falseNegatives / (p.trueNegatives + p.falseNegatives), 2) : '–'],
      ['cost of an application', cost ? number(cost.cost) : '–']],
      columns: [{title: 'figure', of: r => r[0]}, {title: 'value', of: r => r[1]}]}));
  };
  slider.oninput = show;
  show();
  place.append(element('label', {}, 'Decline from this probability of default on: ', said, slider), element('div', {className: 'confusion'}, matrix, figures));
};
fill();
