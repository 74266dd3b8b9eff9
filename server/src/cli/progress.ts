import { grouped } from '../project/report/numbers.ts';
import type { Io } from './io.ts';

/** A bar on a terminal's standard error, from the first second on; nothing anywhere else. */
export interface Progress {
  /** One more is done. */
  step(): Promise<void>;
  /** Takes the bar away before something else is written, or at the end. */
  clear(): Promise<void>;
}

const FIRST_AFTER = 1000;
const NEXT_AFTER = 100;
const BAR = 24;

/** Starts a bar over so many files. */
export function startProgress({ stderr, elapsed }: Pick<Io, 'stderr' | 'elapsed'>, total: number): Progress {
  let done = 0;
  let isShown = false;
  let next = elapsed() + FIRST_AFTER;
  return {
    async step() {
      done++;
      if (!stderr.isTerminal || elapsed() < next) return;
      next = elapsed() + NEXT_AFTER;
      isShown = true;
      await stderr.write(`\r${barOf(done, total)}\u001b[K`);
    },
    async clear() {
      if (!isShown) return;
      isShown = false;
      await stderr.write('\r\u001b[K');
    },
  };
}

/** `████████░░░░░░░░ 1,200 of 3,600 files` */
export function barOf(done: number, total: number): string {
  const full = total === 0 ? BAR : Math.floor((BAR * done) / total);
  const words = `${grouped(done)} of ${grouped(total)} files`;
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${words}`;
}
