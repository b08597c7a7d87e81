/**
 * Letters and the parts they share: their words, their paragraphs, and letters as a whole. Whether a letter may go, and whether what it
 * says can be said of its event, is told by the check (`lib/domain/letter-faults.ts`).
 */
import * as z from 'zod';
import { StageId } from '../../../domain/stage.ts';
import { say, Text } from '../../../domain/text.ts';
import type { Documents } from '../documents.ts';
import { type CannotDo, cannot, deed, isCannot, Json, quoted, textOf } from './deed.ts';
import { putIn, takenOut, withFields } from './field-order.ts';
import { added, edited, everyWritten, rewritten, type Written, without, written } from './written.ts';

type LetterJson = Written<'letters'>;
type ParagraphJson = Extract<LetterJson, { kind: 'letter' }>['paragraphs'][number];

const PARAGRAPH_ORDER = ['text', 'show', 'intro', 'part', 'when'];
const Place = z.int().min(0).max(1000).describe('Which paragraph, counted from 0.');

/** A letter by its title; a part, which has none, by its id. */
const letterTitle = (documents: Documents, id: string): string => {
  const found = written(documents, 'letters', id);
  if (isCannot(found)) return quoted(id);
  return found.json.kind === 'letter' ? quoted(say(found.json.title)) : `the part ${quoted(id)}`;
};

const noParagraph = (id: string, paragraph: number): CannotDo => cannot(`${quoted(id)} has no paragraph ${paragraph + 1}.`);

const reworded = (paragraph: ParagraphJson, text: Text | null): ParagraphJson | CannotDo => {
  if ('part' in paragraph) return cannot(`These words are those of the part ${quoted(paragraph.part)}. Change them there.`);
  if ('show' in paragraph) return withFields(paragraph, { intro: text }, PARAGRAPH_ORDER);
  return text === null ? cannot('A paragraph without words is none. Take it out instead.') : { ...paragraph, text };
};

const rewordedAt = (letter: LetterJson, at: number, text: Text | null): LetterJson | CannotDo => {
  if (letter.kind === 'part') {
    if (text === null) return cannot('A paragraph without words is none. Take it out instead.');
    return { ...letter, paragraphs: letter.paragraphs.with(at, text) };
  }
  const own = letter.paragraphs[at];
  const after = own ? reworded(own, text) : noParagraph(letter.id, at);
  return isCannot(after) ? after : { ...letter, paragraphs: letter.paragraphs.with(at, after) };
};

const rewordLetter = deed(
  'reword-letter',
  {
    letter: StageId,
    paragraph: z.union([Place, z.literal('title')]),
    text: Text.nullable().describe('null leaves out the words before what is shown.'),
  },
  {
    touches: ({ letter, paragraph }) => `letters/${letter}/${paragraph === 'title' ? 'title' : `paragraphs/${paragraph}`}`,
    words: (documents, { letter, paragraph, text }) => {
      const which = paragraph === 'title' ? 'the title' : `paragraph ${paragraph + 1}`;
      return `Changes ${which} of ${letterTitle(documents, letter)}${text === null ? '.' : `: ${quoted(say(text))}.`}`;
    },
    apply: (documents, { letter, paragraph, text }) =>
      edited(documents, 'letters', letter, (json) => {
        if (paragraph !== 'title')
          return paragraph < json.paragraphs.length ? rewordedAt(json, paragraph, text) : noParagraph(letter, paragraph);
        if (json.kind === 'part' || text === null)
          return cannot(
            json.kind === 'part' ? `${quoted(letter)} is a part of letters, and has no title.` : 'A letter has a title.',
          );
        return { ...json, title: text };
      }),
  },
);

const removeParagraph = deed(
  'remove-paragraph',
  { letter: StageId, paragraph: Place },
  {
    touches: ({ letter, paragraph }) => `letters/${letter}/paragraphs/${paragraph}`,
    words: (documents, { letter, paragraph }) => `Takes paragraph ${paragraph + 1} out of ${letterTitle(documents, letter)}.`,
    apply: (documents, { letter, paragraph }) =>
      edited(documents, 'letters', letter, (json) => {
        if (paragraph >= json.paragraphs.length) return noParagraph(letter, paragraph);
        if (json.paragraphs.length === 1)
          return cannot(`It is the only paragraph of ${letterTitle(documents, letter)}. Take the letter out instead.`);
        return { ...json, paragraphs: takenOut<unknown>(json.paragraphs, paragraph) } as LetterJson;
      }),
  },
);

const addParagraph = deed(
  'add-paragraph',
  {
    letter: StageId,
    at: Place.optional(),
    paragraph: Json.describe('{ text }, { show, intro } or { part }, each with “when” or without.'),
  },
  {
    touches: ({ letter, at }) => `letters/${letter}/paragraphs${at === undefined ? '' : `/${at}`}`,
    words: (documents, { letter, paragraph }) => {
      const text = Text.safeParse(Object.hasOwn(paragraph, 'text') ? paragraph.text : undefined);
      return `Adds a paragraph to ${letterTitle(documents, letter)}${text.success ? `: ${quoted(say(text.data))}.` : '.'}`;
    },
    apply: (documents, { letter, at, paragraph }) =>
      edited(documents, 'letters', letter, (json) => {
        // A part is words and nothing else, so its paragraphs have no fields.
        const one = json.kind === 'part' && Object.keys(paragraph).join() === 'text' ? paragraph.text : paragraph;
        return { ...json, paragraphs: putIn<unknown>(json.paragraphs, at, one) } as LetterJson;
      }),
  },
);

const setWhen = deed(
  'set-when',
  { letter: StageId, paragraph: Place, when: z.array(z.string().max(60)).min(1).nullable() },
  {
    touches: ({ letter, paragraph }) => `letters/${letter}/paragraphs/${paragraph}/when`,
    words: (documents, { letter, paragraph, when }) =>
      `Says paragraph ${paragraph + 1} of ${letterTitle(documents, letter)} ${when ? 'only for some of its ways' : 'always'}.`,
    apply: (documents, { letter, paragraph, when }) =>
      edited(documents, 'letters', letter, (json) => {
        if (json.kind === 'part') return cannot(`${quoted(letter)} is a part of letters. Say when where it is used.`);
        const own = json.paragraphs[paragraph];
        if (!own) return noParagraph(letter, paragraph);
        return { ...json, paragraphs: json.paragraphs.with(paragraph, withFields(own, { when }, PARAGRAPH_ORDER)) };
      }),
  },
);

/** Letters without the part that is gone; one that was nothing else cannot be left empty. */
const withoutPart = (documents: Documents, part: string): Documents | CannotDo => {
  let after = documents;
  for (const letter of everyWritten(documents, 'letters')) {
    if (letter.json.kind !== 'letter' || !letter.json.paragraphs.some((each) => 'part' in each && each.part === part)) continue;
    const paragraphs = letter.json.paragraphs.filter((each) => !('part' in each) || each.part !== part);
    if (paragraphs.length === 0)
      return cannot(`${letterTitle(documents, letter.json.id)} says nothing else. Take that letter out first.`);
    const next = rewritten(after, 'letters', letter, (json) => ({ ...json, paragraphs }) as LetterJson);
    if (isCannot(next)) return next;
    after = next;
  }
  return after;
};

const removeLetter = deed(
  'remove-letter',
  { letter: StageId },
  {
    touches: ({ letter }) => `letters/${letter}`,
    words: (documents, { letter }) => {
      const found = written(documents, 'letters', letter);
      const part = !isCannot(found) && found.json.kind === 'part';
      return part
        ? `Takes ${letterTitle(documents, letter)} out of every letter.`
        : `Takes out the letter ${letterTitle(documents, letter)}.`;
    },
    apply: (documents, { letter }) => {
      const found = written(documents, 'letters', letter);
      if (isCannot(found)) return found;
      const others = without(documents, found.path);
      return found.json.kind === 'part' ? withoutPart(others, letter) : others;
    },
  },
);

const addLetter = deed(
  'add-letter',
  { letter: Json },
  {
    touches: ({ letter }) => `letters/${textOf(letter, 'id')}`,
    words: (_, { letter }) => `Adds the letter ${quoted(textOf(letter, 'id'))}.`,
    apply: (documents, { letter }) => added(documents, 'letters', letter),
  },
);

export const LETTER_DEEDS = [rewordLetter, removeParagraph, addParagraph, setWhen, removeLetter, addLetter] as const;
