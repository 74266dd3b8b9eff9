import type { Problem } from './facts.ts';

/** Whether something is wrong, not only doubtful or worth a word. */
export function isError({ severity = 'error' }: Problem): boolean {
  return severity === 'error';
}
