"use strict";

// Draws each figure from the table inside it, so that drawing and table say the same.
(function () {
  const INK = "#16202c", SOFT = "#51606f", LINE = "#d5dce4";
  const RAISE = "#d55e00", LOWER = "#0072b2", TOTAL = "#51606f", SECOND = "#9aa7b4";
  const FONT = { fontFamily: 'system-ui, "Segoe UI", Roboto, Arial, sans-serif', color: INK };

  const rows = (figure) => Array.from(figure.querySelectorAll("tbody tr"));
  const number = (row, name) => Number(row.dataset[name]);
  const short = (text, most) => (text.length > most ? text.slice(0, most - 1) + "…" : text);
  const percent = (share, decimals) =>
    new Intl.NumberFormat(document.documentElement.lang, {
      style: "percent", maximumFractionDigits: decimals,
    }).format(share);
  const decimal = (value) =>
    new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 }).format(value);
  const probability = (logOdds) => 1 / (1 + Math.exp(-logOdds));

  const base = () => ({
    animation: false,
    textStyle: FONT,
    tooltip: { trigger: "item", renderMode: "richText", confine: true },
  });
  const valueAxis = (more) => Object.assign({
    type: "value", axisLine: { lineStyle: { color: SOFT } },
    axisLabel: { color: SOFT }, splitLine: { lineStyle: { color: LINE } },
  }, more);
  const nameAxis = (names, most) => ({
    type: "category", inverse: true, data: names, axisTick: { show: false },
    axisLine: { lineStyle: { color: SOFT } },
    axisLabel: { color: INK, interval: 0, formatter: (name) => short(name, most) },
  });
  const labelWidth = (figure) => (figure.clientWidth > 800 ? 46 : 26);

  function waterfall(figure) {
    const steps = rows(figure);
    const levels = steps.flatMap((row) => [number(row, "from"), number(row, "to")]);
    const span = Math.max(...levels) - Math.min(...levels) || 1;
    const min = Math.min(...levels) - span * 0.1;
    const max = Math.max(...levels) + span * 0.1;
    const bars = steps.map((row) => {
      const from = number(row, "from"), to = number(row, "to"), kind = row.dataset.kind;
      const total = kind === "total";
      return { low: total ? min : Math.min(from, to), high: total ? to : Math.max(from, to), kind, to };
    });
    const change = (i) => steps[i].cells[2].textContent;
    return Object.assign(base(), {
      grid: { left: 8, right: 60, top: 8, bottom: 44, containLabel: true },
      tooltip: {
        trigger: "item", renderMode: "richText", confine: true,
        formatter: (point) => {
          const row = steps[point.dataIndex];
          return [row.dataset.name, row.cells[1].textContent, change(point.dataIndex),
            "→ " + row.cells[3].textContent].filter((text) => text).join("\n");
        },
      },
      xAxis: valueAxis({
        min: 0, max: max - min, name: figure.dataset.axis, nameLocation: "middle", nameGap: 28,
        axisLabel: { color: SOFT, formatter: (value) => percent(probability(value + min), 1) },
      }),
      yAxis: nameAxis(steps.map((row) => row.dataset.name), labelWidth(figure)),
      series: [
        { type: "bar", stack: "way", silent: true, barWidth: "62%", itemStyle: { color: "transparent" }, data: bars.map((bar) => bar.low - min) },
        {
          type: "bar", stack: "way", barWidth: "62%",
          label: {
            show: true, position: "right", color: INK,
            formatter: (point) => {
              const bar = bars[point.dataIndex];
              return bar.kind === "total" ? steps[point.dataIndex].cells[3].textContent
                : (bar.kind === "up" ? "▲ " : "▼ ") + change(point.dataIndex);
            },
          },
          data: bars.map((bar) => ({
            value: bar.high - bar.low,
            itemStyle: { color: bar.kind === "total" ? TOTAL : bar.kind === "up" ? RAISE : LOWER },
          })),
        },
      ],
    });
  }

  function importance(figure) {
    const lines = rows(figure);
    const series = (name, key, color, pattern) => ({
      name, type: "bar", data: lines.map((row) => number(row, key)),
      itemStyle: Object.assign({ color }, pattern), barGap: "10%", barCategoryGap: "35%",
    });
    return Object.assign(base(), {
      legend: { top: 0, textStyle: { color: INK } },
      grid: { left: 8, right: 24, top: 34, bottom: 8, containLabel: true },
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow" },
        valueFormatter: decimal,
      },
      xAxis: valueAxis({}),
      yAxis: nameAxis(lines.map((row) => row.dataset.name), labelWidth(figure)),
      series: [
        series(figure.dataset.here, "here", LOWER),
        series(figure.dataset.global, "global", SECOND, { decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 } }),
      ],
    });
  }

  const kinds = { waterfall, importance };

  function draw(figure) {
    const make = kinds[figure.dataset.chart];
    if (!make || typeof echarts === "undefined" || rows(figure).length === 0) {
      return;
    }
    const canvas = document.createElement("div");
    canvas.className = "canvas" + (figure.dataset.low === undefined ? "" : " low");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", figure.dataset.label);
    figure.prepend(canvas);
    const chart = echarts.init(canvas, null, { renderer: "canvas" });
    chart.setOption(make(figure));
    new ResizeObserver(() => chart.resize()).observe(canvas);
  }

  document.querySelectorAll("figure[data-chart]").forEach(draw);
})();
