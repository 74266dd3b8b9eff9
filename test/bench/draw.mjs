// Curves on logarithmic axes as SVG: what grows as its input is a line at 45 degrees.
const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = { left: 70, right: 150, top: 40, bottom: 50 };
const COLOURS = ['#1d3557', '#e63946', '#2a9d8f', '#b5651d', '#6a4c93'];

/** `curves`: `{ name, points: [x, y][] }`. Returns the text of an SVG file. */
export function drawCurves({ title, xLabel, yLabel, curves }) {
  const points = curves.flatMap((curve) => curve.points);
  const x = scaleOf(
    points.map(([value]) => value),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = scaleOf(
    points.map(([, value]) => value),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const [left, right, top, bottom] = [MARGIN.left, WIDTH - MARGIN.right, MARGIN.top, HEIGHT - MARGIN.bottom];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    text(title, left, 22, 'font-weight="bold" font-size="14"'),
    ...x.ticks.map(
      (tick) =>
        `${line(x.at(tick), top, x.at(tick), bottom)}${text(words(tick), x.at(tick), bottom + 18, MIDDLE)}`,
    ),
    ...y.ticks.map(
      (tick) =>
        `${line(left, y.at(tick), right, y.at(tick))}${text(words(tick), left - 8, y.at(tick) + 4, END)}`,
    ),
    text(xLabel, (left + right) / 2, HEIGHT - 10, MIDDLE),
    text(yLabel, 16, (top + bottom) / 2, `${MIDDLE} transform="rotate(-90 16 ${(top + bottom) / 2})"`),
    ...curves.map((curve, index) => drawCurve(curve, { x, y, right, index })),
    '</svg>\n',
  ].join('\n');
}

const MIDDLE = 'text-anchor="middle"';
const END = 'text-anchor="end"';

function drawCurve({ name, points }, { x, y, right, index }) {
  const colour = COLOURS[index % COLOURS.length];
  const places = points.map((point) => [x.at(point[0]), y.at(point[1])].map((it) => it.toFixed(1)));
  const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`);
  return [
    `<polyline points="${places.map((place) => place.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...dots,
    text(name, right + 12, MARGIN.top + 12 + index * 18, `fill="${colour}"`),
  ].join('');
}

/** Powers of ten that hold all values. */
function scaleOf(values, from, to) {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
  return {
    at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
  };
}

function line(x1, y1, x2, y2) {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#ddd"/>`;
}

function text(content, x, y, attributes = '') {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${content}</text>`;
}

/** «0.01», «100», «10k», «1M» */
function words(value) {
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1e4 ? `${value / 1e3}k` : String(Number(value.toPrecision(1)));
}
