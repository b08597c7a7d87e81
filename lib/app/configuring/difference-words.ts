/**
 * A difference in one plain sentence: “−14 questions, −1 approval, about 9 minutes less for each of 1,240 people a year; two letters
 * change.” What it tells of is worked out in `difference.ts`; lists of it all are a page's business.
 */
import type { Difference, NamedStage, PathwayDifference } from './difference.ts';
import type { ChangedDocument } from './difference-kind.ts';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** “two letters change”, “12 letters change”, “one letter changes”. */
const doing = (count: number, thing: string, does: string, doTogether: string): string[] => {
  if (count === 0) return [];
  const things = count === 1 ? thing : `${thing}s`;
  return [`${WORDS[count] ?? count} ${things} ${count === 1 ? does : doTogether}`];
};

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** With a real minus sign, so that it is read as one. */
const signed = (count: number, thing: string): string[] => {
  if (count === 0) return [];
  const size = Math.abs(count);
  return [`${count < 0 ? '\u2212' : '+'}${thousands(size)} ${thing}${size === 1 ? '' : 's'}`];
};

const minutes = (less: number): string[] => {
  if (less === 0) return [];
  const size = Math.abs(less);
  return [`about ${size} ${size === 1 ? 'minute' : 'minutes'} ${less > 0 ? 'less' : 'more'}`];
};

const forWhom = (cases: number | undefined): string => {
  if (!cases) return 'for each person';
  return cases === 1 ? 'for one person a year' : `for each of ${thousands(cases)} people a year`;
};

const numbers = ({ questions, approvals, handOffs, minutesLess, casesAYear }: PathwayDifference): string | undefined => {
  const parts = [
    ...signed(questions, 'question'),
    ...signed(approvals, 'approval'),
    ...signed(handOffs, 'hand-off'),
    ...minutes(minutesLess),
  ];
  return parts.length > 0 ? `${parts.join(', ')} ${forWhom(casesAYear)}` : undefined;
};

type Told = Omit<Difference, 'sentence'>;

const pathwayPart = (pathway: PathwayDifference, { pathways, stagesAdded, stagesRemoved }: Told): string[] => {
  const { id, title, how, kind } = pathway;
  const told = numbers(pathway);
  if (how !== 'changed') return [`the pathway “${title}” ${how === 'added' ? 'is new' : 'goes'}${told ? `: ${told}` : ''}`];
  if (told !== undefined) return [pathways.length === 1 ? told : `on “${title}” ${told}`];
  const stages = [...stagesAdded, ...stagesRemoved].some((stage) => stage.pathway === id);
  return kind === 'structural' && !stages ? [`the way through “${title}” changes`] : [];
};

const stagesPart = (stages: readonly NamedStage[], does: string, doTogether: string): string[] => {
  const [first, ...rest] = stages.map(({ title }) => `“${title}”`);
  if (first === undefined) return [];
  return [rest.length === 0 ? `the stage ${first} ${does}` : `the stages ${[first, ...rest].join(', ')} ${doTogether}`];
};

/** What the numbers tell already, where they tell of anything: questions that come and go, and the forms they are on. */
const uncounted = ({ pathways, questionsAdded, questionsRemoved, forms }: Told): string[] => {
  if (pathways.some(({ questions }) => questions !== 0)) return [];
  const swapped = [
    ...doing(questionsRemoved.length, 'question', 'is no longer asked', 'are no longer asked'),
    ...doing(questionsAdded.length, 'question', 'is new', 'are new'),
  ];
  return swapped.length > 0 ? swapped : doing(forms.length, 'form', 'changes', 'change');
};

const otherParts = ({ others, documents }: Told): string[] => {
  const scenarios = others.filter((path) => path.startsWith('scenarios/'));
  const rest = documents.filter(({ path }) => others.includes(path) && !scenarios.includes(path));
  const words = rest.filter(({ kind }) => kind === 'cosmetic');
  return [
    ...doing(rest.length - words.length, 'other document', 'changes', 'change'),
    ...doing(scenarios.length, 'scenario', 'changes', 'change'),
    ...(words.length > 0 ? ['some words change'] : []),
  ];
};

/** A letter that is taken away is not one that changes: somebody is no longer written to. */
const lettersPart = ({ documents }: Told): string[] => {
  const count = (wanted: ChangedDocument['how']): number =>
    documents.filter(({ path, how }) => how === wanted && path.startsWith('letters/')).length;
  return [
    ...doing(count('removed'), 'letter', 'goes', 'go'),
    ...doing(count('added'), 'letter', 'is new', 'are new'),
    ...doing(count('changed'), 'letter', 'changes', 'change'),
  ];
};

/** One sentence, with a capital and a full stop. @example differenceWords(differenceOf(base, base, 'larkshire')) // 'Nothing changes.' */
export const differenceWords = (difference: Told): string => {
  const { kind, pathways, figures, limits, unreadable, questionsReworded, questionsAltered } = difference;
  if (kind === 'none') return 'Nothing changes.';
  const parts = [
    ...pathways.flatMap((pathway) => pathwayPart(pathway, difference)),
    ...stagesPart(difference.stagesRemoved, 'goes', 'go'),
    ...stagesPart(difference.stagesAdded, 'is new', 'are new'),
    ...uncounted(difference),
    ...doing(questionsAltered.length, 'question', 'changes in more than its words', 'change in more than their words'),
    ...doing(questionsReworded.length, 'question', 'is reworded', 'are reworded'),
    ...lettersPart(difference),
    ...doing(figures.length, 'figure', 'changes', 'change'),
    ...doing(limits.length, 'limit', 'changes', 'change'),
    ...otherParts(difference),
  ];
  // Of what cannot be read, nothing above may tell.
  const inAll = doing(difference.documents.length, 'document', 'changes in all', 'change in all');
  const faulty = [...inAll, 'what people are asked cannot be counted until the faults are mended'];
  const whole = [...parts, ...(unreadable.length > 0 ? faulty : [])].join('; ');
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
};
