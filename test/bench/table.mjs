// Tables that are read in a terminal and pasted into Markdown.

/** Three digits that count. */
export function short(number) {
  if (number === undefined) return '';
  if (!Number.isFinite(number)) return '–';
  if (Math.abs(number) >= 100) return String(Math.round(number));
  return String(Number(number.toPrecision(3)));
}

export function printTable(title, heads, rows) {
  const cells = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  console.log([title, '', line(cells[0]), rule, ...cells.slice(1).map(line), ''].join('\n'));
}
