import type { Check } from './check.ts';

/** Every check, in the order of its code. */
export const checks = [] as const satisfies readonly Check[];
