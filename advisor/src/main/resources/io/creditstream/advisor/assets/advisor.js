"use strict";

// Draws each figure from the table inside it, so that drawing and table say the same.
(function () {
  const INK = "#16202c", SOFT = "#51606f", LINE = "#d5dce4";
  const RAISE = "#d55e00", LOWER = "#0072b2", TOTAL = "#51606f", SECOND = "#7b8a99";
  const FONT = { fontFamily: 'system-ui, "Segoe UI", Roboto, Arial, sans-serif', color: INK };

  const rows = (figure) => Array.from(figure.querySelectorAll("tbody tr"));
  const number = (row, name) => Number(row.dataset[name]);
  const percent = (share, decimals) =>
    new Intl.NumberFormat(document.documentElement.lang, {
      style: "percent", maximumFractionDigits: decimals,
    }).format(share);
  const decimal = (value) =>
    new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 }).format(value);
  const month = (time) =>
    new Intl.DateTimeFormat(document.documentElement.lang, { year: "numeric", month: "short" }).format(time);
  const probability = (logOdds) => 1 / (1 + Math.exp(-logOdds));

  const base = () => ({
    animation: false,
    textStyle: FONT,
    tooltip: { trigger: "item", renderMode: "richText", confine: true },
  });
  const valueAxis = (more) => Object.assign({
    type: "value", axisLine: { lineStyle: { color: SOFT } },
    axisLabel: { color: SOFT, formatter: decimal }, splitLine: { lineStyle: { color: LINE } },
  }, more);
  const nameAxis = (names, width) => ({
    type: "category", inverse: true, data: names, axisTick: { show: false },
    axisLine: { lineStyle: { color: SOFT } },
    axisLabel: { color: INK, interval: 0, fontSize: 11, lineHeight: 12, formatter: (name) => twoLines(name, Math.floor(width / 6.4)) },
  });

  // Names of features differ late in the text: two lines of them tell more than one that is cut.
  function twoLines(name, most) {
    if (name.length <= most) {
      return name;
    }
    const space = name.lastIndexOf(" ", most);
    const end = space > most / 2 ? space : most;
    const rest = name.slice(end).trim();
    return name.slice(0, end) + "\n" + (rest.length <= most ? rest : rest.slice(0, most - 1) + "…");
  }
  const labelWidth = (figure) => (figure.clientWidth > 800 ? 330 : 190);

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
      grid: { left: labelWidth(figure) + 16, right: 60, top: 8, bottom: 44 },
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
      grid: { left: labelWidth(figure) + 16, right: 24, top: 34, bottom: 28 },
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

  function spread(figure) {
    const lines = rows(figure);
    const side = (name, key, color, decal) => ({
      name, type: "bar", data: lines.map((row) => number(row, key)),
      itemStyle: Object.assign({ color }, decal), barGap: "5%", barCategoryGap: "20%",
    });
    const here = lines.findIndex((row) => row.dataset.here);
    const option = Object.assign(base(), {
      legend: { top: 0, textStyle: { color: INK } },
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow" }, valueFormatter: (value) => percent(value, 1) },
      xAxis: { type: "category", data: lines.map((row) => row.dataset.name), axisLabel: { color: SOFT, hideOverlap: true }, axisLine: { lineStyle: { color: SOFT } } },
      yAxis: valueAxis({ axisLabel: { color: SOFT, formatter: (value) => percent(value, 0) } }),
      series: [
        side(figure.dataset.accepted, "accepted", LOWER),
        side(figure.dataset.others, "others", RAISE, { decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 } }),
      ],
    });
    if (here >= 0) {
      option.series[0].markLine = {
        symbol: ["none", "arrow"], silent: true, lineStyle: { color: INK, width: 2, type: "solid" },
        label: { formatter: figure.dataset.here, color: INK, fontWeight: "bold" }, data: [{ xAxis: here }],
      };
    }
    return option;
  }

  function pairs(figure) {
    const lines = rows(figure);
    const kind = (name, key, symbol, size, color) => ({
      name, type: "scatter", symbol, symbolSize: size, z: key === "client" ? 5 : 2,
      itemStyle: { color, opacity: key === "client" ? 1 : 0.6, borderColor: "#fff", borderWidth: key === "client" ? 2 : 0 },
      data: lines.filter((row) => row.dataset.kind === key).map((row) => [number(row, "x"), number(row, "y")]),
    });
    return Object.assign(base(), {
      legend: { top: 0, textStyle: { color: INK } },
      grid: { left: 20, right: 24, top: 62, bottom: 36, containLabel: true },
      tooltip: { trigger: "item", renderMode: "richText", confine: true, formatter: (point) => point.seriesName + "\n" + point.value.map(decimal).join(" / ") },
      xAxis: valueAxis({ scale: true, name: figure.dataset.x, nameLocation: "middle", nameGap: 26 }),
      yAxis: valueAxis({ scale: true, name: figure.dataset.y, nameTextStyle: { align: "left" } }),
      series: [
        kind(figure.dataset.accepted, "accepted", "circle", 8, LOWER),
        kind(figure.dataset.other, "other", "triangle", 9, RAISE),
        kind(figure.dataset.client, "client", "diamond", 22, INK),
      ],
    });
  }

  function timeline(figure) {
    const lines = rows(figure);
    const kinds = Array.from(new Set(lines.map((row) => row.dataset.kind)));
    return Object.assign(base(), {
      legend: { top: 0, textStyle: { color: INK } },
      grid: { left: 166, right: 24, top: 36, bottom: 28 },
      tooltip: { trigger: "item", renderMode: "richText", confine: true, formatter: (point) => { const row = point.data.row; return row.cells[0].textContent + "\n" + row.dataset.text; } },
      xAxis: { type: "time", boundaryGap: ["2%", "2%"], axisLabel: { color: SOFT, hideOverlap: true, formatter: month }, axisLine: { lineStyle: { color: SOFT } } },
      yAxis: nameAxis(kinds, 150),
      series: kinds.map((kind, i) => ({
        name: kind, type: "scatter", symbol: ["circle", "rect", "diamond", "triangle"][i % 4], symbolSize: 11,
        itemStyle: { color: [LOWER, TOTAL, "#882255", RAISE][i % 4], opacity: 0.7 },
        data: lines.filter((row) => row.dataset.kind === kind).map((row) => ({ value: [number(row, "time"), kind], row })),
      })),
    });
  }

  function weights(figure) {
    const lines = rows(figure);
    return Object.assign(base(), {
      grid: { left: labelWidth(figure) + 16, right: 24, top: 8, bottom: 28 },
      tooltip: { trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow" }, valueFormatter: decimal },
      xAxis: valueAxis({}),
      yAxis: nameAxis(lines.map((row) => row.dataset.name), labelWidth(figure)),
      series: [{ type: "bar", data: lines.map((row) => number(row, "weight")), itemStyle: { color: LOWER }, barCategoryGap: "35%" }],
    });
  }

  // New decisions come by server-sent events and are put on top of the list, until that is paused.
  function listen() {
    const note = document.getElementById("live");
    const body = document.querySelector("table.list tbody");
    if (!note || typeof EventSource === "undefined") {
      return;
    }
    const most = body ? Math.max(body.rows.length, 10) : 0;
    const source = new EventSource("/events");
    source.addEventListener("decisions", (event) => {
      if (!body) {
        location.reload();
        return;
      }
      const news = JSON.parse(event.data);
      note.textContent = news.text;
      note.hidden = false;
      body.querySelectorAll(".fresh").forEach((row) => row.classList.remove("fresh"));
      news.lines.slice().reverse().forEach((line) => body.prepend(row(line)));
      while (body.rows.length > most) {
        body.lastElementChild.remove();
      }
    });
    window.addEventListener("pagehide", () => source.close());
    if (body) {
      pausable(source);
    }
  }

  // What changes by itself can be stopped; to go on, the page is loaded with what came meanwhile.
  function pausable(source) {
    const button = document.getElementById("pause");
    button.hidden = false;
    button.addEventListener("click", () => {
      if (source.readyState === EventSource.CLOSED) {
        location.reload();
      }
      source.close();
      button.textContent = button.dataset.resume;
    });
  }

  function row(line) {
    const made = document.createElement("tr");
    made.className = "fresh";
    line.cells.forEach((text, i) => {
      const cell = document.createElement(i === 0 ? "th" : "td");
      if (i === 0) {
        cell.scope = "row";
        const link = document.createElement("a");
        link.href = line.href;
        link.textContent = text;
        cell.append(link);
      } else if (i === 2) {
        const mark = document.createElement("span");
        mark.className = "outcome " + line.outcomeClass;
        mark.textContent = text;
        cell.append(mark);
      } else {
        cell.textContent = text;
        cell.className = i === 1 || i === 5 ? "" : "num";
      }
      made.append(cell);
    });
    return made;
  }

  const kinds = { waterfall, importance, spread, pairs, timeline, weights };

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
  // The page of the API: sends what was filled in and shows the answer as text.
  function tryOut(form) {
    const answer = form.parentElement.querySelector("[data-answer]");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      let path = form.getAttribute("action");
      const query = new URLSearchParams();
      new FormData(form).forEach((value, name) => {
        const place = "{" + name + "}";
        if (path.includes(place)) {
          path = path.replace(place, () => encodeURIComponent(value));
        } else if (value) {
          query.append(name, value);
        }
      });
      const address = path + (query.size ? "?" + query : "");
      const begun = performance.now();
      const response = await fetch(address, { headers: { Accept: "application/json" } });
      const body = await response.text();
      answer.hidden = false;
      answer.querySelector("p").textContent =
        "GET " + address + " → " + response.status + " · " + decimal(Math.round(performance.now() - begun)) + " ms";
      answer.querySelector("pre").textContent = pretty(body);
    });
  }

  function pretty(body) {
    try {
      return JSON.stringify(JSON.parse(body), null, 2);
    } catch (notJson) {
      return body;
    }
  }

  document.querySelectorAll("form[data-try]").forEach(tryOut);
  document.querySelectorAll("[data-print]").forEach((button) =>
    button.addEventListener("click", () => window.print()));
  listen();
})();
