import { fullDate } from '../settings.ts';
import { type CalendarDate, readIsoDate } from '../text/calendarDate.ts';
import { isLanguageId, LANGUAGE_IDS } from '../text/language.ts';
import { decodeUtf8 } from './readText.ts';

/** A document as it comes in a stream: one JSON object a line. */
export interface StreamedDocument {
  readonly id: string | number;
  readonly text: string;
  /** An LSP language id; left out: plain text. */
  readonly language: string;
  /** The day on which it speaks, where the text itself gives none. */
  readonly asOf?: Required<CalendarDate>;
}

/** Why a line is no document, and whose it is where that much could be read. */
export interface BadLine {
  readonly id: string | number | null;
  readonly problem: string;
}

/** Reads one line of a stream of documents. Never throws; members that it does not know are left alone. */
export function readDocumentLine(line: Uint8Array): StreamedDocument | BadLine {
  const json = decodeUtf8(line);
  if (json === undefined) return { id: null, problem: 'The line is not UTF-8.' };
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { id: null, problem: json.trim() === '' ? 'The line is empty.' : 'The line is not valid JSON.' };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { id: null, problem: 'The line is no JSON object.' };
  }
  return readMembers(raw as Readonly<Record<string, unknown>>);
}

/** `null` counts as left out, as engines write it. */
function readMembers({ id, text, language, date }: Readonly<Record<string, unknown>>) {
  if (typeof id !== 'string' && typeof id !== 'number') {
    return { id: null, problem: '“id” is missing: a string or a number.' };
  }
  if (typeof text !== 'string') return { id, problem: '“text” is missing: a string.' };
  const asOf = typeof date === 'string' ? readIsoDate(date) : undefined;
  if (isGiven(date) && !asOf) return { id, problem: '“date” is a day such as 2023-01-26.' };
  const shared = { id, text, ...(asOf && { asOf: fullDate(asOf) }) };
  if (!isGiven(language)) return { ...shared, language: 'plaintext' };
  if (typeof language === 'string' && isLanguageId(language)) return { ...shared, language };
  return { id, problem: `“language” is one of ${LANGUAGE_IDS.join(', ')}.` };
}

function isGiven(member: unknown): boolean {
  return member !== undefined && member !== null;
}
