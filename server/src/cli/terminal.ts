import { eastAsianWidth } from 'get-east-asian-width';
import type { Io } from './io.ts';

/** Paints words for a terminal; without colours it gives them back as they are. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  underline(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  blue(text: string): string;
  cyan(text: string): string;
}

/** Opening and closing codes of ECMA-48 (SGR). */
const CODES: Readonly<Record<keyof Paint, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  blue: [34, 39],
  cyan: [36, 39],
};

/** A box of paints, with or without colour in it. */
export function paintWith(colours: boolean): Paint {
  const paint = (name: keyof Paint) => (text: string) => {
    const [open, close] = CODES[name];
    return colours && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  };
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    underline: paint('underline'),
    red: paint('red'),
    yellow: paint('yellow'),
    green: paint('green'),
    blue: paint('blue'),
    cyan: paint('cyan'),
  };
}

/** Whether to use colours: `--no-color`, then FORCE_COLOR, then NO_COLOR (no-color.org), then whether it is a terminal. */
export function wantsColours(io: Pick<Io, 'env' | 'stdout'>, noColour: boolean): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = io.env;
  if (noColour) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR) return false;
  return io.stdout.isTerminal && TERM !== 'dumb';
}

/** Columns that a text takes on a terminal; tabs and control characters are to be replaced before. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** Marks that sit on the letter before, and what has no width at all. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0)!;
  if (0x20 <= code && code < 0x7f) return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return eastAsianWidth(code);
}

/** Controls, and marks that turn the direction of text: a draft must not be able to write to the terminal. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** A text on one line without control characters; a tab becomes a space. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => (character === '\t' || character === '\n' ? ' ' : '\ufffd'));
}

/** Breaks a text at spaces into lines of at most `width` columns. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(/ +/)) {
    const columns = widthOf(word);
    if (line !== '' && taken + 1 + columns > width) {
      lines.push(line);
      line = word;
      taken = columns;
      continue;
    }
    taken += columns + (line === '' ? 0 : 1);
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
