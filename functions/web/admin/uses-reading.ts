/**
 * “What uses this answer?” in plain words, read off a draft: what shows by it, the group it is a field of, the national standard, and
 * what the question says of itself. Whether it ever made a difference to anybody is evidence, and not here.
 */

import { isCannot } from '../../../lib/app/configuring/operations/deed.ts';
import { formIn as formJson, lookersIn } from '../../../lib/app/configuring/operations/form-parts.ts';
import type { Condition } from '../../../lib/domain/condition.ts';
import { conditionInWords } from '../../../lib/domain/condition-words.ts';
import type { Question, Use } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import type { DraftVisit } from './draft-page.tsx';
import { pathwaysOf } from './draft-reading.ts';
import { bankIn, formsIn, modelIn, questionsIn } from './draft-things.ts';

/** What uses an answer, as a choice and in front of its name. A new kind of use is a line here. */
export const USE_KINDS: Readonly<Record<Use['kind'], { readonly choice: string; readonly says: string }>> = {
  decision: { choice: 'A decision', says: 'Read by a person for' },
  calculation: { choice: 'A sum', says: 'Worked with in' },
  payment: { choice: 'A payment', says: 'Needed to pay for support in' },
  safeguarding: { choice: 'Keeping people safe', says: 'Needed to keep people safe:' },
  return: { choice: 'A return to government', says: 'Told in a return:' },
  contact: { choice: 'Reaching people', says: 'Needed to reach people:' },
  letter: { choice: 'A letter', says: 'Told in' },
  duty: { choice: 'A duty in law', says: 'The law asks for it:' },
};

/** A stage by its title where the use names one; anything else as it is written. */
const namedIn = (visit: DraftVisit, ref: string): string => {
  const stage = pathwaysOf(visit)
    .flatMap(({ stages }) => stages)
    .find(({ id }) => id === ref);
  return stage ? `“${stage.title}”` : ref.replaceAll(/^[a-z]+(-[a-z]+)+$/g, (id) => id.replaceAll('-', ' '));
};

export const useInWords = (visit: DraftVisit, { kind, ref }: Use): string => `${USE_KINDS[kind].says} ${namedIn(visit, ref)}.`;

/** What a form shows or not by the answer, each in words. */
export const shownBy = ({ view }: DraftVisit, form: string, question: string): string[] => {
  const json = formJson(view.after, form);
  return isCannot(json) ? [] : lookersIn(view.after, json, question);
};

/** Everything that uses the question, a sentence each: what shows by it first. */
export const usesInWords = (visit: DraftVisit, question: Question): string[] => {
  const shows = formsIn(visit).flatMap((form) =>
    shownBy(visit, form.id, question.id).map((what) => `In the form “${say(form.title)}”, ${what} shows by this answer.`),
  );
  const groups = questionsIn(visit)
    .filter((each) => each.type === 'group' && !each.retired && each.of.includes(question.id))
    .map(({ ask }) => `It is a field of “${say(ask)}”.`);
  const standard = question.statutoryId ? [`The national standard asks for ${question.statutoryId} once.`] : [];
  const figure = question.type === 'life-area' ? ['The up-front figure counts its points.'] : [];
  return [...shows, ...figure, ...groups, ...standard, ...question.why.usedBy.map((use) => useInWords(visit, use))];
};

/** When something shows, in words; `undefined` for what always does. */
export const shownWhen = (visit: DraftVisit, condition: Condition | undefined): string | undefined =>
  condition && `Only if ${conditionInWords(condition, bankIn(visit), modelIn(visit))}.`;
