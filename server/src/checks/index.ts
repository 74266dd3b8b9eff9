import { amountMismatch } from './amountMismatch.ts';
import { arithmeticMismatch } from './arithmeticMismatch.ts';
import type { Check } from './check.ts';
import { countMismatch } from './countMismatch.ts';
import { dateImpossible } from './dateImpossible.ts';
import { dateMismatch } from './dateMismatch.ts';
import { draftContradiction } from './draftContradiction.ts';
import { durationMismatch } from './durationMismatch.ts';
import { nameLegalForm } from './nameLegalForm.ts';
import { nameMisnomer } from './nameMisnomer.ts';
import { nameMisspelt } from './nameMisspelt.ts';
import { nameOutdated } from './nameOutdated.ts';
import { percentMismatch } from './percentMismatch.ts';
import { percentPoints } from './percentPoints.ts';
import { personMismatch } from './personMismatch.ts';
import { placeMismatch } from './placeMismatch.ts';
import { relationReversed } from './relationReversed.ts';
import { subjectMismatch } from './subjectMismatch.ts';
import { valueOutdated } from './valueOutdated.ts';
import { weekdayMismatch } from './weekdayMismatch.ts';

/** Every check, in the order of its code. */
export const checks = [
  amountMismatch,
  arithmeticMismatch,
  countMismatch,
  dateImpossible,
  dateMismatch,
  draftContradiction,
  durationMismatch,
  nameLegalForm,
  nameMisnomer,
  nameMisspelt,
  nameOutdated,
  percentMismatch,
  percentPoints,
  personMismatch,
  placeMismatch,
  relationReversed,
  subjectMismatch,
  valueOutdated,
  weekdayMismatch,
] as const satisfies readonly Check[];

/** The codes of the checks. */
export type CheckCode = (typeof checks)[number]['code'];
