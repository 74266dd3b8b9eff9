/** A half-open range of UTF-16 code units: `text.slice(span.start, span.end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words that a span covers. */
export function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
