/**
 * A letter with made-up values, so that whoever changes its words can read it through. Nobody's case: the name, the dates and the
 * amounts are the same for every council. What an event holds besides words is only named, in its place.
 */
import type { Council } from './council.ts';
import { commonValues, type LetterFor, type LetterTemplate, writtenOut } from './letter.ts';
import { canSay } from './letter-event.ts';
import type { Block, LetterBlock, Own } from './letter-saying.ts';
import type { Reader } from './text.ts';

/** One value for every placeholder an event can fill. */
const VALUES: Readonly<Record<Own | 'date', string>> = {
  date: '3 November 2026',
  by: 'Priya Example',
  due: '1 December 2026',
  'missed-date': '2 November 2026',
  step: 'We write a plan with you',
  figure: '£180.11',
  guide: '£172.00',
  'review-date': '3 November 2027',
  who: 'Ben Example',
  until: '31 December 2026',
  sent: '26 October 2026',
  'you-pay': '£56.35',
  'we-pay': '£123.76',
  starts: '4 November 2026',
};

export type Sample = {
  readonly template: LetterFor;
  /** Every letter and part of the council. */
  readonly letters: readonly LetterTemplate[];
  readonly council: Council;
  /** Which of the ways its event can be. */
  readonly variant: string;
  /** What stands where the event shows something of the case, in words. */
  readonly shown: Readonly<Record<Block, string>>;
};

/**
 * The letter as somebody would read it. What its event cannot fill stays as empty as in a real one.
 * @example sampleLetter({ template: planAgreed, letters, council, variant: 'agreed', shown }, { easy: true }).title // 'Your plan is agreed'
 */
export const sampleLetter = (
  { template, letters, council, variant, shown }: Sample,
  reader: Reader,
): { readonly title: string; readonly blocks: readonly LetterBlock[] } => {
  const { values, blocks } = canSay(template.event);
  const named = (['date', ...values] as const).map((name): [string, string] => [name, VALUES[name]]);
  const held = blocks.map((block): [Block, LetterBlock] => [block, { kind: 'typed', words: shown[block] }]);
  const making = {
    letters,
    said: { variant, blocks: Object.fromEntries(held) },
    values: new Map([...commonValues({ name: 'Sam Example', reference: 'C-EXAMPLE', council }), ...named]),
  };
  return writtenOut(template, making, reader);
};
