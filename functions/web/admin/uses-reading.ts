/**
 * “What uses this answer?” in plain words, asked of a draft: `lib/app/configuring/uses-question.ts` answers, here it is put to it and
 * said. Whether it ever made a difference to anybody is evidence, and not here.
 */

import { bundleOf, type Read, readRoom } from '../../../lib/app/configuring/documents.ts';
import { isCannot } from '../../../lib/app/configuring/operations/deed.ts';
import { formIn as formJson, lookersIn } from '../../../lib/app/configuring/operations/form-parts.ts';
import { ROOMS, type RoomName } from '../../../lib/app/configuring/rooms.ts';
import { usedByOf } from '../../../lib/app/configuring/uses-question.ts';
import type { Condition } from '../../../lib/domain/condition.ts';
import { conditionInWords } from '../../../lib/domain/condition-words.ts';
import type { Question, Use } from '../../../lib/domain/question.ts';
import type { DraftVisit } from './draft-page.tsx';
import { councilOf, pathwaysOf } from './draft-reading.ts';
import { bankIn, modelIn } from './draft-things.ts';

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

/** What is of each room, as far as it can be read: a draft with faults in one file still says what uses a question of another. */
const readable = (visit: DraftVisit) => {
  const { after } = visit.view;
  const rooms = (Object.keys(ROOMS) as RoomName[]).map((room) => [room, readRoom(after, room).values]);
  return bundleOf(Object.fromEntries(rooms) as Read, visit.view.draft.base, councilOf(visit));
};

/** Everything that uses the question, a sentence each, what turns on it first. */
export const usesInWords = (visit: DraftVisit, question: Question): string[] => {
  const bundle = readable(visit);
  const found = bundle ? usedByOf(question, bundle).map(({ words }) => words) : [];
  return [...new Set(found)];
};

/** When something shows, in words; `undefined` for what always does. */
export const shownWhen = (visit: DraftVisit, condition: Condition | undefined): string | undefined =>
  condition && `Only if ${conditionInWords(condition, bankIn(visit), modelIn(visit))}.`;
