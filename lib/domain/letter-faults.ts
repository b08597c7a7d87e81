/**
 * What keeps a council's letters from being published: a placeholder or an event there is not, words that are missing in Easy
 * Read. Each fault with its place. And how letters break a rule of law (`letter-law.ts`). Called by the check of bundles.
 */
import { type LetterFor, type LetterTemplate, type Paragraph, placeholdersIn } from './letter.ts';
import { canSay, LETTER_EVENTS, type LetterEvent } from './letter-event.ts';
import type { Holds, LetterRule } from './letter-law.ts';
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
    | 'letter-lacks'
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

const lettersIn = (templates: readonly LetterTemplate[]): LetterFor[] => templates.filter((each) => each.kind === 'letter');

/** The ways an event can be, as far as a rule is about them. */
const variantsOf = ({ event, variants }: LetterRule['in'][number]): readonly string[] => variants ?? canSay(event).variants;

const stands = (paragraph: Paragraph, holds: Holds): boolean =>
  'show' in holds
    ? 'show' in paragraph && paragraph.show === holds.show
    : 'part' in paragraph && holds.part.includes(paragraph.part);

/** Whether `holds` is in the letter for each way the event can be that the rule is about. */
const always = ({ paragraphs }: LetterFor, place: LetterRule['in'][number], holds: Holds): boolean =>
  variantsOf(place).every((variant) =>
    paragraphs.some((paragraph) => stands(paragraph, holds) && (paragraph.when?.includes(variant) ?? true)),
  );

const codeOf = ({ holds }: LetterRule): LetterFault['code'] => {
  if (!holds) return 'no-letter';
  if ('show' in holds) return holds.show === 'reasons' ? 'no-reasons' : 'letter-lacks';
  return holds.part.some((part) => part === 'if-you-do-not-agree' || part === 'ombudsman')
    ? 'no-way-to-disagree'
    : 'letter-lacks';
};

/**
 * How these letters break a rule of law, and in which letter; nothing where they keep it. A letter that is not there at all is only
 * missed by the rule that says it is owed, not again by each that says what it holds.
 */
export const breaksRule = (
  templates: readonly LetterTemplate[],
  rule: LetterRule,
): Pick<LetterFault, 'code' | 'where'> | undefined => {
  const letters = lettersIn(templates);
  const places = rule.in.map((place) => ({ place, letter: letters.find(({ event }) => event === place.event) }));
  const { holds } = rule;
  if (places.some(({ place, letter }) => letter && (!holds || always(letter, place, holds)))) return undefined;
  const written = places.find(({ letter }) => letter)?.letter;
  if (!written && holds) return undefined;
  return { code: codeOf(rule), where: written ? `letters/${written.id}` : 'letters' };
};

const templateFaults = (template: LetterTemplate, parts: Parts): LetterFault[] => {
  const where = `letters/${template.id}`;
  if (template.kind === 'part')
    return template.paragraphs.flatMap((text, place) => textFaults(text, COMMON, `${where}/paragraphs/${place}`));
  const paragraphs = template.paragraphs.flatMap((paragraph, place) =>
    paragraphFaults(paragraph, template.event, parts, `${where}/paragraphs/${place}`),
  );
  return [...textFaults(template.title, COMMON, `${where}/title`), ...paragraphs];
};

const twice = (letters: readonly LetterFor[]): LetterFault[] =>
  LETTER_EVENTS.flatMap((event): LetterFault[] => {
    const count = letters.filter((letter) => letter.event === event).length;
    if (count < 2) return [];
    return [{ code: 'two-letters', where: 'letters', message: `There are ${count} letters for ${event}. Keep one.` }];
  });

/**
 * Everything that is wrong with the letters of a bundle by themselves. An event need not have a letter: nothing is then written about
 * it. Which letters the law asks for is in the register of duties (`lib/pathway/check-letters.ts`).
 */
export const letterFaults = (templates: readonly LetterTemplate[]): LetterFault[] => {
  const parts = new Set(templates.flatMap((each) => (each.kind === 'part' ? [each.id] : [])));
  return [...templates.flatMap((template) => templateFaults(template, parts)), ...twice(lettersIn(templates))];
};
