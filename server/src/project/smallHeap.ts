import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets a heap grow to four times what lives in it before it looks for garbage, and its nursery to 48 MB. A run over many
 * files lives on 24 MB whatever their number: with half as much again and a small nursery the peak is half, the time the same
 * (measured on 36,000 files; docs/performance.md). Holds for all threads; a V8 that no longer knows the flags says so on
 * standard error and does without.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** As V8 has it by itself. */
export function leaveHeapAlone(): void {
  setFlagsFromString('--heap-growing-percent=0');
  setFlagsFromString('--semi-space-growth-factor=2');
}
