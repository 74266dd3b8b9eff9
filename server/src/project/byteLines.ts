const LINE_FEED = 10;

/** One line of a stream, without its line feed; `bytes` is undefined where it is longer than was allowed. */
export interface ByteLine {
  readonly bytes: Uint8Array | undefined;
}

/**
 * Parts a stream of bytes into lines, a list for each piece that comes in, so that a reader answers all that is there
 * before it waits. Never holds more than one piece and one line; of a line longer than `longest` nothing is kept.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<readonly ByteLine[]> {
  let open: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array) => {
    length += part.length;
    if (length > longest) open = [];
    else if (part.length > 0) open.push(part);
  };
  const close = (): ByteLine => {
    const line = { bytes: length > longest ? undefined : join(open) };
    open = [];
    length = 0;
    return line;
  };
  for await (const piece of pieces) {
    const lines: ByteLine[] = [];
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      keep(piece.subarray(start, end));
      lines.push(close());
      start = end + 1;
    }
    keep(piece.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [close()];
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
