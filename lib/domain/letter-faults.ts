/**
 * What keeps a council's letters from being published: a placeholder or an event there is not, a decision without its reasons or
 * without a way to disagree, words that are missing in Easy Read. Each fault with its place. Called by the check of bundles.
 */
import { FIXED_PARTS, type LetterFor, type LetterTemplate, type Paragraph, placeholdersIn } from './letter.ts';
import { canSay, LETTER_EVENTS, type LetterEvent } from './letter-event.ts';
import { COMMON, PLACEHOLDERS } from './letter-saying.ts';
import { missingFrom, type Text } from './text.ts';

export type LetterFault = {
  readonly code:
    | 'unknown-placeholder'
    | 'placeholder-says-nothing'
    | 'unknown-variant'
    | 'block-says-nothing'
    | 'unknown-part'
    | 'no-easy-words'
    | 'no-letter'
    | 'two-letters'
    | 'part-missing'
    | 'no-reasons'
    | 'no-way-to-disagree';
  readonly where: string;
  readonly message: string;
  readonly law?: string;
};

/** Every way of saying the same: what is checked in one register must hold in all. */
const registers = (text: Text): string[] => {
  if (typeof text === 'string') return [text];
  return [text.en, text.cy ?? {}].flatMap((language) => Object.values(language)).filter((words) => typeof words === 'string');
};

const textFaults = (text: Text, may: readonly string[], where: string): LetterFault[] => {
  const names = [...new Set(registers(text).flatMap(placeholdersIn))].filter((name) => !may.includes(name));
  const faults = names.map((name): LetterFault => {
    const known = PLACEHOLDERS.includes(name);
    const message = known
      ? `{${name}} has nothing to say here. Use one of: ${may.join(', ')}.`
      : `There is no placeholder {${name}}. Use one of: ${may.join(', ')}.`;
    return { code: known ? 'placeholder-says-nothing' : 'unknown-placeholder', where, message };
  });
  if (missingFrom(text, ['easy']).length === 0) return faults;
  const message = 'There are no words for Easy Read here. A letter follows how the person asked to be written to.';
  return [...faults, { code: 'no-easy-words', where, message, law: 'Accessible Information Standard' }];
};

const variantFaults = ({ when = [] }: Paragraph, variants: readonly string[], where: string): LetterFault[] =>
  when
    .filter((variant) => !variants.includes(variant))
    .map((variant) => ({
      code: 'unknown-variant',
      where,
      message: `This event is never “${variant}”. It can be: ${variants.join(', ')}.`,
    }));

type Parts = ReadonlySet<string>;

const paragraphFaults = (paragraph: Paragraph, event: LetterEvent, parts: Parts, where: string): LetterFault[] => {
  const { variants, values, blocks } = canSay(event);
  const may = [...COMMON, ...values];
  const faults = variantFaults(paragraph, variants, where);
  if ('text' in paragraph) return [...faults, ...textFaults(paragraph.text, may, where)];
  if ('part' in paragraph) {
    if (parts.has(paragraph.part)) return faults;
    return [...faults, { code: 'unknown-part', where, message: `There is no part “${paragraph.part}” among the letters.` }];
  }
  const intro = paragraph.intro ? textFaults(paragraph.intro, may, where) : [];
  if (blocks.includes(paragraph.show)) return [...faults, ...intro];
  const message = `This event holds nothing to show as “${paragraph.show}”. It has: ${blocks.join(', ') || 'nothing'}.`;
  return [...faults, ...intro, { code: 'block-says-nothing', where, message }];
};

/** Decisions about a person: each gives its reasons and says what to do about it if it is wrong (V16; s.13, s.24). */
const DECISIONS: readonly LetterEvent[] = [
  'AssessmentConfirmed',
  'AllocationMade',
  'PlanApproved',
  'PlanReturned',
  'FinancesRecorded',
  'UrgentSupportEnded',
  'ReviewRecorded',
  'ChallengeAnswered',
  'CaseClosed',
];

/** Whether `wanted` is in the letter for each way the event can be. */
const always = ({ event, paragraphs }: LetterFor, wanted: (paragraph: Paragraph) => boolean): boolean =>
  canSay(event).variants.every((variant) =>
    paragraphs.some((paragraph) => wanted(paragraph) && (paragraph.when?.includes(variant) ?? true)),
  );

const decisionFaults = (letter: LetterFor): LetterFault[] => {
  if (!DECISIONS.includes(letter.event)) return [];
  const where = `letters/${letter.id}`;
  const givesReasons = canSay(letter.event).blocks.includes('reasons');
  const reasons = !givesReasons || always(letter, (paragraph) => 'show' in paragraph && paragraph.show === 'reasons');
  // What has been challenged and answered goes on to the Ombudsman; anything else comes to us first.
  const right = letter.event === 'ChallengeAnswered' ? 'ombudsman' : 'if-you-do-not-agree';
  const disagree = always(letter, (paragraph) => 'part' in paragraph && paragraph.part === right);
  const law = 'Care Act 2014 s.13, s.24';
  return [
    ...(reasons
      ? []
      : [{ code: 'no-reasons', where, message: 'This letter tells of a decision. Show its reasons.', law } as const]),
    ...(disagree
      ? []
      : [{ code: 'no-way-to-disagree', where, message: `Add the part “${right}”, for every way this can be.`, law } as const]),
  ];
};

const templateFaults = (template: LetterTemplate, parts: Parts): LetterFault[] => {
  const where = `letters/${template.id}`;
  if (template.kind === 'part')
    return template.paragraphs.flatMap((text, place) => textFaults(text, COMMON, `${where}/paragraphs/${place}`));
  const paragraphs = template.paragraphs.flatMap((paragraph, place) =>
    paragraphFaults(paragraph, template.event, parts, `${where}/paragraphs/${place}`),
  );
  return [...textFaults(template.title, COMMON, `${where}/title`), ...paragraphs, ...decisionFaults(template)];
};

const missing = (letters: readonly LetterFor[], parts: Parts): LetterFault[] => [
  ...LETTER_EVENTS.flatMap((event): LetterFault[] => {
    const count = letters.filter((letter) => letter.event === event).length;
    if (count === 1) return [];
    return count === 0
      ? [{ code: 'no-letter', where: 'letters', message: `Nobody would be written to about ${event}. Add a letter for it.` }]
      : [{ code: 'two-letters', where: 'letters', message: `There are ${count} letters for ${event}. Keep one.` }];
  }),
  ...FIXED_PARTS.filter((id) => !parts.has(id)).map(
    (id): LetterFault => ({ code: 'part-missing', where: 'letters', message: `Every letter needs the part “${id}”. Add it.` }),
  ),
];

/** Everything that is wrong with the letters of a bundle: none for letters that can be published. */
export const letterFaults = (templates: readonly LetterTemplate[]): LetterFault[] => {
  const parts = new Set(templates.flatMap((each) => (each.kind === 'part' ? [each.id] : [])));
  const letters = templates.filter((each) => each.kind === 'letter');
  return [...templates.flatMap((template) => templateFaults(template, parts)), ...missing(letters, parts)];
};
