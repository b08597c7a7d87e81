/**
 * Letters: a template of the council's, one event, and the case as it stood then make one letter. Nothing is stored twice: a letter is
 * drawn again from the event whose number it has, in the form the person reads now. Not its sending, nor how it looks on a page.
 */
import * as z from 'zod';
import { isAddress } from './answer.ts';
import { type IsoDate, toIsoDate } from './calendar.ts';
import { type Case, evolve } from './case.ts';
import { allChallenges } from './challenge.ts';
import type { Configuration } from './configuration.ts';
import type { CaseEvent } from './event.ts';
import { type Facts, statementOf } from './fact.ts';
import { LETTER_EVENTS, type LetterEvent, saidBy } from './letter-event.ts';
import { BLOCKS, type LetterBlock, type Saying } from './letter-saying.ts';
import { StageId } from './stage.ts';
import { fallsBack, type Reader, say, Text } from './text.ts';

const when = z.array(z.string().max(60)).min(1).optional().describe('Only for these ways the event can be; left out, for all.');

/** Words with placeholders such as `{name}`, something the event holds, or a part that several letters share. */
const Paragraph = z.union([
  z.object({ text: Text, when }).strict(),
  z.object({ show: z.enum(BLOCKS), intro: Text.optional(), when }).strict(),
  z.object({ part: StageId, when }).strict(),
]);
export type Paragraph = z.infer<typeof Paragraph>;

const named = {
  $schema: z.string().optional(),
  id: StageId,
  /** For whoever changes it, such as where a statement of law comes from. Never shown. */
  note: z.string().max(600).optional(),
};

export const LetterTemplate = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('letter'),
      ...named,
      event: z.enum(LETTER_EVENTS),
      title: Text,
      paragraphs: z.array(Paragraph).min(1),
    })
    .strict(),
  z.object({ kind: z.literal('part'), ...named, paragraphs: z.array(Text).min(1) }).strict(),
]);
export type LetterTemplate = z.infer<typeof LetterTemplate>;
export type LetterFor = Extract<LetterTemplate, { kind: 'letter' }>;

/** Parts that code asks for by name: how every letter begins and ends, and what to do if we got it wrong. */
export const FIXED_PARTS = ['opening', 'closing', 'if-you-do-not-agree', 'ombudsman'] as const;

/** Forms in which no page can be: somebody has to make them. */
export const MADE_BY_HAND = ['audio', 'bsl', 'braille'] as const;
export type MadeByHand = (typeof MADE_BY_HAND)[number];

/** How the person asked to be written to (`comm.formats`, `comm.language`), as far as letters follow it. */
export type Wishes = Reader & { readonly large: boolean; readonly byHand: readonly MadeByHand[] };

export const wishesOf = (facts: Facts): Wishes => {
  const formats = statementOf(facts, 'comm.formats')?.value;
  const asked: readonly unknown[] = Array.isArray(formats) ? formats : [];
  return {
    easy: asked.includes('easy-read'),
    large: asked.includes('large-print'),
    language: statementOf(facts, 'comm.language')?.value === 'cy' ? 'cy' : 'en',
    byHand: MADE_BY_HAND.filter((each) => asked.includes(each)),
  };
};

export type Letter = {
  /** The version of the event it tells of. */
  readonly number: number;
  readonly template: string;
  readonly event: LetterEvent;
  readonly on: IsoDate;
  readonly title: string;
  /** The person's name and, where they gave one, their address, line by line. */
  readonly to: readonly string[];
  readonly blocks: readonly LetterBlock[];
  /** Welsh only where every word of it is there in Welsh: half of each helps nobody. */
  readonly language: 'en' | 'cy';
  readonly wishes: Wishes;
};

export const PLACEHOLDER = /\{([^{}]*)\}/g;

export const placeholdersIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);

/** The words with what stands for each placeholder; nothing where one of them has nothing to say here. Filled in once, never again. */
const filled = (text: string, values: ReadonlyMap<string, string>): string | undefined =>
  placeholdersIn(text).every((name) => values.get(name))
    ? text.replace(PLACEHOLDER, (_, name: string) => values.get(name) ?? '')
    : undefined;

const words = (text: Text, values: ReadonlyMap<string, string>, reader: Reader): LetterBlock[] => {
  const line = filled(say(text, reader), values);
  return line === undefined ? [] : [{ kind: 'words', words: line }];
};

type About = { readonly state: Case; readonly configuration: Configuration };

type Whose = { readonly name: string; readonly reference: string; readonly council: Configuration['council'] };

/** What every letter can say of the case and the council. */
export const commonValues = ({ name, reference, council }: Whose): [name: string, value: string][] => [
  ['name', name],
  ['reference', reference],
  ['council', council.name],
  ['team', council.contact.team],
  ['phone', council.contact.phone],
  ['email', council.contact.email],
  ['address', council.contact.address],
  ['hours', council.contact.hours],
];

const common = ({ state, configuration: { council } }: About) =>
  commonValues({ name: state.person.name, reference: state.id, council });

const partOf = (letters: readonly LetterTemplate[], id: string): readonly Text[] => {
  const found = letters.find((each) => each.kind === 'part' && each.id === id);
  return found?.kind === 'part' ? found.paragraphs : [];
};

/** A shared part by itself, for a page that says the same as the letters do. Empty where the council has no such part. */
export const partWords = (about: About, id: (typeof FIXED_PARTS)[number], reader: Reader = {}): string[] => {
  const values = new Map(common(about));
  return partOf(about.configuration.letters ?? [], id).flatMap((text) => filled(say(text, reader), values) ?? []);
};

/** What the words of a letter are filled in from. */
export type Making = {
  readonly letters: readonly LetterTemplate[];
  readonly said: Pick<Saying, 'variant' | 'blocks'>;
  readonly values: ReadonlyMap<string, string>;
};

const blocksOf = (paragraph: Paragraph, { letters, said, values }: Making, reader: Reader): readonly LetterBlock[] => {
  if (paragraph.when && !paragraph.when.includes(said.variant)) return [];
  if ('text' in paragraph) return words(paragraph.text, values, reader);
  if ('part' in paragraph) return partOf(letters, paragraph.part).flatMap((text) => words(text, values, reader));
  const block = said.blocks[paragraph.show];
  if (!block) return [];
  return [...(paragraph.intro ? words(paragraph.intro, values, reader) : []), block];
};

/** The title and the blocks of a letter, top to bottom, in the reader's words. */
export const writtenOut = (template: LetterFor, making: Making, reader: Reader): Pick<Letter, 'title' | 'blocks'> => {
  const { letters, values } = making;
  const part = (id: string) => partOf(letters, id).flatMap((text) => words(text, values, reader));
  return {
    title: filled(say(template.title, reader), values) ?? '',
    blocks: [...part('opening'), ...template.paragraphs.flatMap((each) => blocksOf(each, making, reader)), ...part('closing')],
  };
};

const textsOf = (template: LetterFor, letters: readonly LetterTemplate[]): Text[] => [
  template.title,
  ...['opening', 'closing'].flatMap((id) => partOf(letters, id)),
  ...template.paragraphs.flatMap((each) => {
    if ('text' in each) return [each.text];
    return 'part' in each ? partOf(letters, each.part) : each.intro ? [each.intro] : [];
  }),
];

const addressOf = (facts: Facts): string[] => {
  const value = statementOf(facts, 'about.address')?.value;
  return isAddress(value) ? [...value.lines, value.town, value.postcode].filter((line) => line !== '') : [];
};

/** An event with its place in the log. */
export type Logged = { readonly version: number; readonly event: CaseEvent };

/** `about`: the case as it is now, in whose form it is read; `stood`: as it stood when it was written, for the name and the address. */
const letterOf = (
  { version, event }: Logged,
  template: LetterFor,
  said: Saying,
  about: About & { readonly stood: Case },
): Letter => {
  const letters = about.configuration.letters ?? [];
  const wishes = wishesOf(about.state.facts);
  const inEnglish = textsOf(template, letters).some((text) => fallsBack(text, wishes));
  const reader: Reader = { ...wishes, language: inEnglish ? 'en' : wishes.language };
  const values = new Map([
    ...common({ ...about, state: about.stood }),
    ...Object.entries(said.values).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  ]);
  return {
    number: version,
    template: template.id,
    event: template.event,
    on: toIsoDate(new Date(event.at)),
    ...writtenOut(template, { letters, said, values }, reader),
    to: [about.stood.person.name, ...addressOf(about.stood.facts)],
    language: reader.language ?? 'en',
    wishes,
  };
};

/** Every letter of a case, oldest first: one for each event of its log that the council writes about. */
export const lettersOf = (log: readonly Logged[], about: About): Letter[] => {
  const templates = about.configuration.letters ?? [];
  const easy = wishesOf(about.state.facts).easy === true;
  let stood: Case | undefined;
  return log.flatMap((logged, place) => {
    stood = evolve(stood, logged.event);
    const template = templates.find((each): each is LetterFor => each.kind === 'letter' && each.event === logged.event.type);
    if (!template) return [];
    const challenges = allChallenges(log.slice(0, place + 1).map(({ event }) => event));
    // As the case stood then: a letter that was sent does not change because something happened since.
    const said = saidBy(logged.event, { ...about, state: stood, challenges, easy });
    return said ? [letterOf(logged, template, said, { ...about, stood })] : [];
  });
};
