/**
 * What the national template needs besides the ten areas of life: the person's name, and the record staff keep within the assessment.
 * For tests that walk the real pathway and are about something else.
 */
import type { Value } from '../../lib/domain/answer.ts';

export const NAME: Readonly<Record<string, Value>> = { 'about.name': 'Ada Thornbury' };

/** The answers without which an assessment cannot be decided. */
export const RECORD: Readonly<Record<string, Value>> = {
  'assess.information-given': true,
  'assess.advocate': 'not-needed',
  'assess.health': false,
  'assess.lives-alone': true,
  'assess.safeguarding': false,
  'assess.funding-status': 'unknown',
  'assess.copy-to': ['nobody-else'],
};
