// Draws the panels of a dashboard with the components of @grafana/ui: numbers, time series and bar
// gauges. Tables, bar charts and state timelines are drawn by Grafana's application, not by the
// package, and are named instead.
import React from 'react';
import {createRoot} from 'react-dom/client';
import {
  FieldType, Registry, ThemeContext, applyFieldOverrides, createTheme, getDisplayProcessor, getFieldDisplayName,
  standardFieldConfigEditorRegistry, standardTransformersRegistry, toDataFrame, transformDataFrame,
} from '@grafana/data';
import {standardTransformers} from '@grafana/data';
import {BarGauge, BigValue, TimeSeries} from '@grafana/ui';

const theme = createTheme({colors: {mode: 'light'}});
const property = (id, path, isCustom) => ({
  id, path, isCustom, name: id, process: value => value, shouldApply: () => true, editor: () => null, override: () => null,
});
// Which settings of a field there are is known to Grafana's application alone.
standardFieldConfigEditorRegistry.setInit(() =>
  ['unit', 'decimals', 'min', 'max', 'mappings', 'thresholds', 'color', 'displayName', 'noValue', 'links'].map(id => property(id, id, false)));
const customSettings = new Registry(() => [
  ...standardFieldConfigEditorRegistry.list(),
  ...['drawStyle', 'lineWidth', 'fillOpacity', 'showPoints', 'spanNulls', 'lineInterpolation', 'lineStyle', 'stacking', 'align', 'cellOptions', 'width']
    .map(id => property(`custom.${id}`, id, true)),
]);
standardTransformersRegistry.setInit(() =>
  [...new Map(Object.values(standardTransformers).map(transformation => [transformation.id, transformation])).values()]
    .map(transformation => ({id: transformation.id, name: transformation.name, transformation: async () => transformation, editor: () => null})));

const named = (legend, labels) => (legend ?? '').replace(/\{\{(\w+)\}\}/g, (all, label) => labels[label] ?? '')
  || JSON.stringify(labels);

/** A table as Grafana's Prometheus source makes it of an instant query. */
const asTable = ({refId, result}) => {
  const labels = [...new Set(result.flatMap(series => Object.keys(series.metric)))];
  return toDataFrame({
    refId,
    fields: [
      {name: 'Time', type: FieldType.time, values: result.map(series => series.value[0] * 1000)},
      ...labels.map(name => ({name, type: FieldType.string, values: result.map(series => series.metric[name])})),
      {name: `Value #${refId}`, type: FieldType.number, values: result.map(series => Number(series.value[1]))},
    ],
  });
};

const asSeries = ({refId, legend, result}) => result.map(series => {
  const points = series.values ?? [series.value];
  return toDataFrame({
    refId,
    name: named(legend, series.metric),
    fields: [
      {name: 'Time', type: FieldType.time, values: points.map(([time]) => time * 1000)},
      {name: 'Value', type: FieldType.number, values: points.map(([, value]) => Number(value)),
        config: {displayNameFromDS: named(legend, series.metric)}},
    ],
  });
});

const frames = async panel => {
  const data = panel.results.flatMap(result => (result.format === 'table' ? [asTable(result)] : asSeries(result)));
  const transformed = await new Promise(resolve =>
    transformDataFrame(panel.transformations ?? [], data).subscribe(resolve));
  return applyFieldOverrides({
    data: transformed,
    fieldConfig: panel.fieldConfig ?? {defaults: {}, overrides: []},
    replaceVariables: text => text,
    fieldConfigRegistry: customSettings,
    theme,
    timeZone: 'utc',
  });
};

const last = frame => {
  const field = frame.fields.find(({type}) => type === FieldType.number);
  const show = field.display ?? getDisplayProcessor({field, theme});
  return {...show(field.values.at(-1)), title: getFieldDisplayName(field, frame)};
};

const drawings = {
  stat: (panel, data, width, height) => {
    const value = data.length ? last(data[0]) : {text: panel.fieldConfig?.defaults?.noValue ?? 'No data', numeric: NaN};
    return <BigValue theme={theme} width={width} height={height} colorMode={panel.options?.colorMode ?? 'value'}
      graphMode="none" value={{...value, title: data.length > 1 || panel.options?.textMode === 'value_and_name' ? value.title : undefined}} />;
  },
  timeseries: (panel, data, width, height) => data.length === 0 ? 'No data' :
    <TimeSeries frames={data} structureRev={1} timeRange={range(data)} timeZone="utc" width={width} height={height}
      legend={{...panel.options.legend, calcs: panel.options.legend?.calcs ?? []}} options={panel.options} />,
  bargauge: (panel, data, width, height) => {
    const each = width - 4;
    const tall = Math.floor(height / Math.max(1, data.length)) - 4;
    return data.map((frame, i) => <BarGauge key={i} theme={theme} width={each} height={tall} value={last(frame)}
      orientation="horizontal" displayMode={panel.options?.displayMode ?? 'basic'} field={frame.fields[1].config} />);
  },
};

const range = data => {
  const times = data.flatMap(frame => [frame.fields[0].values[0], frame.fields[0].values.at(-1)]);
  const at = value => ({valueOf: () => value});
  const [from, to] = [at(Math.min(...times)), at(Math.max(...times))];
  return {from, to, raw: {from, to}};
};

const [column, line, gap] = [53, 38, 8];

const place = ({x, y, w, h}) => ({
  position: 'absolute', left: x * column, top: 40 + y * line, width: w * column - gap, height: h * line - gap,
});

const Panel = ({panel, data}) => {
  const box = place(panel.gridPos);
  if (panel.type === 'row') return <h3 style={{...box, margin: 0}}>{panel.title}</h3>;
  const draw = drawings[panel.type];
  return (
    <section style={{...box, background: '#fff', border: '1px solid #ddd', overflow: 'hidden', boxSizing: 'border-box'}}>
      <h6 style={{margin: 0, height: 24, padding: '4px 8px', fontSize: 13}}>{panel.title}</h6>
      <div style={{padding: '0 6px'}}>
        {draw ? draw(panel, data, box.width - 14, box.height - 32) : `${panel.type}: not in @grafana/ui`}
      </div>
    </section>);
};

class Guard extends React.Component {
  state = {};
  static getDerivedStateFromError(error) { return {error}; }
  render() { return this.state.error ? <pre>{String(this.state.error.stack)}</pre> : this.props.children; }
}

const {panels, title} = window.dashboard;
const drawn = await Promise.all(panels.map(async panel => ({panel, data: panel.type === 'row' ? [] : await frames(panel)})));
createRoot(document.getElementById('root')).render(
  <ThemeContext.Provider value={theme}>
    <h2 style={{margin: 4, fontFamily: 'sans-serif'}}>{title}</h2>
    {drawn.map(({panel, data}) => <Guard key={panel.id}><Panel panel={panel} data={data} /></Guard>)}
  </ThemeContext.Provider>);
