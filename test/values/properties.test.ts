import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { agrees, readValue, rewrite, scanValues } from '../../server/src/values/index.ts';
import type { ScanContext } from '../../server/src/values/kind.ts';
import { scanDates, scanPercentages } from '../../server/src/values/scanners.ts';

const context: ScanContext = { asOf: { year: 2023, month: 1, day: 26 }, dateOrder: 'dmy' };

/** Pieces that values are made of, so that random texts come near to values. */
const PIECES = fc.constantFrom(
  ...'0 1 5 9 12 26 30 43.4 1,234 1999 2023 % percent per cent point points basis pct million bn $ € US$ euros p'.split(
    ' ',
  ),
  ...'a an the of in to and or between from about more than up at least half third quarter two forty hundred dozen'.split(
    ' ',
  ),
  ...'January Feb. May March Sept Thursday Thu year years old ago -old decade century early mid late first week end'.split(
    ' ',
  ),
  ...'Q3 H1 FY fiscal last this next turned aged one in ten out'.split(' '),
  ...[
    '-',
    '–',
    '−',
    '+',
    '~',
    '.',
    ',',
    ':',
    '/',
    '(',
    ')',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    ' ',
    ' ',
    '\u00a0',
    '\u2009',
    '½',
    '’',
    '🚗',
    '\ud800',
  ],
);
const TEXT = fc.oneof(
  fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

test('values lie in the text, in order, and never overlap; hedges neither', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      let last = 0;
      for (const { span, hedge } of scanValues(text, context)) {
        assert.ok(last <= span.start && span.start < span.end && span.end <= text.length);
        if (hedge) assert.ok(hedge.span.start >= last || hedge.span.start >= span.end);
        if (hedge) assert.ok(hedge.span.end <= span.start || hedge.span.start >= span.end);
        last = span.end;
      }
    }),
    { numRuns: 3000 },
  );
});

test('numbers are finite and ordered, stretches of days are not empty', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      for (const { value } of scanValues(text, context)) {
        if ('low' in value)
          assert.ok(value.low <= value.high && Number.isFinite(value.low) && value.precision > 0);
        if (value.kind === 'date') assert.ok(value.from < value.to);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a part of a text is read as that part alone', () => {
  fc.assert(
    fc.property(TEXT, fc.nat(), fc.nat(), (text, a, b) => {
      const start = Math.min(a % (text.length + 1), b % (text.length + 1));
      const end = Math.max(a % (text.length + 1), b % (text.length + 1));
      for (const { span } of scanValues(text, context, { start, end })) {
        assert.ok(start <= span.start && span.end <= end);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what is scanned can be read, agrees with itself and is rewritten as itself', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      for (const { span, value } of scanValues(text, context)) {
        const words = text.slice(span.start, span.end);
        const read = readValue(words, value.kind, context);
        if (!read || (read.kind === 'date' && read.impossible)) continue;
        assert.ok(agrees({ span, value: read }, read), words);
        assert.equal(rewrite(read, words, context)[0], words);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the public scanners take any text', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      for (const { start, end, text: words } of [...scanPercentages(text), ...scanDates(text)]) {
        assert.equal(words, text.slice(start, end));
      }
    }),
    { numRuns: 1000 },
  );
});
