/**
 * What uses one question of the bank: conditions, the points model, letters, the national standard, code that knows it by name, and
 * what the question says of itself. Read off the configuration; whether it ever made a difference to anybody is `evidence.ts`.
 */
import { CARER_OUTCOMES } from '../../domain/carer-outcome.ts';
import { type Condition, testsIn } from '../../domain/condition.ts';
import { asksOf, type Form, type FormPage, pagesOf } from '../../domain/form.ts';
import type { LetterFor, LetterTemplate } from '../../domain/letter.ts';
import type { Use as Declared, Question } from '../../domain/question.ts';
import type { StageDef } from '../../domain/stage.ts';
import { say } from '../../domain/text.ts';
import type { Bundle } from '../configuration.ts';
import { AT_ANY_TIME, FIXED_USES, KIND_NAMES } from './uses-fixed.ts';

/**
 * `turns`: something here comes out otherwise by the answer. `takes`: something needs it as it stands. `read`: a person reads it when
 * they decide, and nobody counts what comes of that. `gone`: the question names a reader that this configuration does not have.
 */
export type How = 'turns' | 'takes' | 'read' | 'gone';

export type UsedBy = {
  readonly kind: Declared['kind'] | 'branch' | 'figure' | 'page' | 'standard' | 'group';
  readonly how: How;
  /** Names it: a place in a form, a stage, a model, a letter, a file, a provision. */
  readonly ref: string;
  /** A sentence for whoever asks “What uses this?”. */
  readonly words: string;
};

type Shows = { readonly when: Condition; readonly ref: string; readonly what: string };

/** Something that shows by answers to `tested`, in which form. */
export type Branch = { readonly form: Form; readonly tested: ReadonlySet<string>; readonly ref: string; readonly what: string };

/** Everything in a form that a condition shows. */
const shownIn = (form: Form, page: FormPage, asked: (id: string) => string): Shows[] => {
  const ref = `forms/${form.id}/${page.id}`;
  const whole = page.showIf ? [{ when: page.showIf, ref, what: `the page “${say(page.title) || page.id}”` }] : [];
  const items = page.items.flatMap((item): Shows[] => {
    if (!item.showIf) return [];
    if ('q' in item) return [{ when: item.showIf, ref: `${ref}/${item.q}`, what: `“${asked(item.q)}”` }];
    return [{ when: item.showIf, ref: `${ref}/guidance`, what: `the note “${say(item.text)}”` }];
  });
  return [...whole, ...items];
};

/** Every condition of every form; the same for all questions, so it is read once for all of them. */
export const branchesIn = ({ forms, questions }: Pick<Bundle, 'forms' | 'questions'>): Branch[] => {
  const words = new Map(questions.map(({ id, ask }) => [id, say(ask)]));
  const asked = (id: string): string => words.get(id) || id;
  return forms.flatMap((form) =>
    pagesOf(form)
      .flatMap((page) => shownIn(form, page, asked))
      .map(({ when, ref, what }) => ({ form, ref, what, tested: new Set(testsIn(when).map(({ q }) => q)) })),
  );
};

const branchUses = (question: Question, branches: readonly Branch[]): UsedBy[] =>
  branches
    .filter(({ tested }) => tested.has(question.id))
    .map(({ form, ref, what }): UsedBy => {
      return { kind: 'branch', how: 'turns', ref, words: `In the form “${say(form.title)}”, ${what} shows by this answer.` };
    });

const figures = (question: Question, { council, allocation }: Bundle): UsedBy[] => {
  if (question.type !== 'life-area') return [];
  return allocation
    .filter(({ id, questions }) => id === council.allocation && questions.some((each) => each.id === question.area))
    .map(({ id }) => ({
      kind: 'figure',
      how: 'turns',
      ref: `allocation/${id}`,
      words: 'The up-front figure counts its points.',
    }));
};

/** Placeholders and blocks of letters that are filled from answers. */
const FILLED_BY: Readonly<Record<string, (question: Question) => boolean>> = {
  '{name}': ({ id }) => id === 'about.name',
  working: ({ type }) => type === 'life-area',
  assessment: ({ type }) => type === 'life-area',
  needs: ({ type }) => type === 'finding',
};

const isLetter = (template: LetterTemplate): template is LetterFor => template.kind === 'letter';

/** The text of everything a letter is made of, its parts included. */
const madeOf = (letter: LetterFor, letters: readonly LetterTemplate[]): string => {
  const parts = ['opening', 'closing', ...letter.paragraphs.flatMap((each) => ('part' in each ? [each.part] : []))];
  return JSON.stringify([letter, ...letters.filter(({ kind, id }) => kind === 'part' && parts.includes(id))]);
};

const lettersWith = (question: Question, { letters }: Bundle): UsedBy[] => {
  const filled = Object.entries(FILLED_BY).flatMap(([name, is]) => (is(question) ? [name] : []));
  if (filled.length === 0) return [];
  return letters.filter(isLetter).flatMap((letter): UsedBy[] => {
    const shown = letter.paragraphs.flatMap((each) => ('show' in each ? [each.show as string] : []));
    const tells = filled.some((name) => (name.startsWith('{') ? madeOf(letter, letters).includes(name) : shown.includes(name)));
    if (!tells) return [];
    return [{ kind: 'letter', how: 'takes', ref: `letters/${letter.id}`, words: `The letter “${say(letter.title)}” tells it.` }];
  });
};

const groups = (question: Question, { questions }: Bundle): UsedBy[] =>
  questions
    .filter((each) => each.type === 'group' && !each.retired && each.of.includes(question.id))
    .map(({ id, ask }) => ({ kind: 'group', how: 'takes', ref: `questions/${id}`, words: `It is a field of “${say(ask)}”.` }));

const standard = ({ statutoryId, type, why }: Question): UsedBy[] => {
  const outcomes = CARER_OUTCOMES.filter(({ code }) => why.usedBy.some(({ ref }) => ref === code));
  return [
    ...(statutoryId
      ? [
          {
            kind: 'standard',
            how: 'takes',
            ref: statutoryId,
            words: `The national standard asks for ${statutoryId} once.`,
          } as const,
        ]
      : []),
    ...(type === 'finding'
      ? [{ kind: 'decision', how: 'turns', ref: 'assessment', words: 'The decision on eligibility is made of it.' } as const]
      : []),
    ...outcomes.map(({ code, statutory }): UsedBy => {
      return {
        kind: 'duty',
        how: 'takes',
        ref: code,
        words: `A carer has to be asked about this: ${statutory} (SI 2015/313 reg 3).`,
      };
    }),
  ];
};

const stageNamed = ({ pathways, forms }: Bundle, ref: string): StageDef | undefined => {
  const plans = forms.filter(({ page }) => page === 'plan').map(({ id }) => id);
  const stages = pathways.flatMap((pathway) => pathway.stages);
  const isIt = (stage: StageDef): boolean =>
    stage.id === ref ||
    stage.kind === ref ||
    (stage.kind === 'form' && (stage.form === ref || (ref === 'planning' && plans.includes(stage.form))));
  return stages.find(isIt);
};

const MADE_IN: readonly Declared['kind'][] = ['decision', 'calculation', 'payment'];

const SAID: Readonly<Record<Declared['kind'], string>> = {
  decision: 'Read by a person for',
  calculation: 'Worked with in',
  payment: 'Needed to pay for support in',
  safeguarding: 'Needed to keep people safe:',
  return: 'Told in a return:',
  contact: 'Needed to reach people:',
  letter: 'Told in',
  duty: 'The law asks for it:',
};

/** What the question says of itself. Of a decision, a sum and a payment it can be looked up whether there is one. */
const declared = ({ kind, ref }: Declared, bundle: Bundle): UsedBy => {
  if (!MADE_IN.includes(kind) || AT_ANY_TIME.includes(ref)) return { kind, how: how(kind), ref, words: `${SAID[kind]} ${ref}.` };
  const stage = stageNamed(bundle, ref);
  if (!stage)
    return { kind, how: 'gone', ref, words: `The question says that “${ref}” uses it, and nothing here is called that.` };
  const name = stage.kind === 'form' ? `“${stage.title}”` : KIND_NAMES[stage.kind];
  return { kind, how: how(kind), ref, words: `${SAID[kind]} ${name}.` };
};
const how = (kind: Declared['kind']): How => (kind === 'decision' ? 'read' : 'takes');

const ORDER: readonly How[] = ['turns', 'takes', 'read', 'gone'];

/** Everything that uses `question`, what turns on it first. A question without a use that is not `gone` is used by nothing. */
export const usedByOf = (question: Question, bundle: Bundle, branches = branchesIn(bundle)): UsedBy[] => {
  const found: UsedBy[] = [
    ...branchUses(question, branches),
    ...figures(question, bundle),
    ...FIXED_USES.filter((each) => each.question === question.id).map(({ how, ref, words }): UsedBy => {
      return { kind: 'page', how, ref, words };
    }),
    ...standard(question),
    ...lettersWith(question, bundle),
    ...groups(question, bundle),
    ...question.why.usedBy.map((use) => declared(use, bundle)),
  ];
  return found.sort((one, other) => ORDER.indexOf(one.how) - ORDER.indexOf(other.how));
};

/** Where a form shows a question only to be looked at again. */
export const isOnlyConfirmed = (form: Form, question: string): boolean =>
  pagesOf(form)
    .flatMap(asksOf)
    .filter(({ q }) => q === question)
    .every(({ confirmOnly }) => confirmOnly === true);
