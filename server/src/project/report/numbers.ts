/** `1,234,567`. Node's own `toLocaleString` loads its locales first, which takes 5 ms of a start that has 100. */
export function grouped(number: number): string {
  return String(number).replace(/\d(?=(?:\d{3})+(?!\d))/g, '$&,');
}
