/**
 * The documents before an edit, or after it, as far as they can be read: pathways, everything that is asked on them, and how much that
 * is. Half of `difference.ts`, which compares two of these; unlike a check it goes on where something is at fault.
 */
import { bankOf, type Question } from '../../domain/question.ts';
import { type Burden, burdenOf } from '../../pathway/burden.ts';
import { isAsked, journeyOf, placesOf } from '../../pathway/form-order.ts';
import type { Pathway } from '../../pathway/schema.ts';
import { TooManyWays } from '../../pathway/telling-answers.ts';
import { heightOf } from '../ceilings.ts';
import { type Documents, readRoom } from './documents.ts';
import type { RoomName, ValueIn } from './rooms.ts';

const COUNTED = ['pathways', 'forms', 'questions', 'allocation', 'councils'] as const;
/** One side of a difference, as far as it can be read. */
export type Side = {
  /** Files that cannot be read, or counted. While there are any there are no burdens. */
  readonly unreadable: readonly string[];
  readonly pathways: readonly Pathway[];
  /** Everything that can be asked on some pathway. */
  readonly asked: ReadonlyMap<string, Question>;
  readonly burdens: ReadonlyMap<string, Burden>;
};

/** Burdens of what can be walked; a form with more ways than that, or one that winds into itself, has no number. */
const burdensOf = (
  count: (pathway: Pathway) => Burden,
  pathways: readonly Pathway[],
): ReadonlyMap<string, Burden> | undefined => {
  try {
    return new Map(pathways.map((pathway) => [pathway.id, count(pathway)]));
  } catch (cause) {
    if (cause instanceof TooManyWays || cause instanceof RangeError) return undefined;
    throw cause;
  }
};

type Room<K extends RoomName> = { readonly values: readonly ValueIn<K>[]; readonly faults: readonly { readonly file: string }[] };

/** One room; all of it at fault where one of its files winds so deep that nothing can read it. */
const readSafely = <K extends RoomName>(documents: Documents, room: K): Room<K> => {
  try {
    return readRoom(documents, room);
  } catch (cause) {
    if (cause instanceof RangeError) return { values: [], faults: [{ file: room }] };
    throw cause;
  }
};

/** Reads what there is to read. Never throws. */
export const sideOf = (documents: Documents, council: string): Side => {
  const rooms = {
    pathways: readSafely(documents, 'pathways'),
    forms: readSafely(documents, 'forms'),
    questions: readSafely(documents, 'questions'),
    allocation: readSafely(documents, 'allocation'),
    councils: readSafely(documents, 'councils'),
  };
  const pathways = rooms.pathways.values;
  const forms = rooms.forms.values;
  const questions = rooms.questions.values.flatMap((file) => file.questions);
  const bank = bankOf(questions);
  const places = pathways.flatMap((pathway) => placesOf(journeyOf(pathway, forms)));
  const asked = places.flatMap(({ item }) => (isAsked(item) ? (bank.get(item.q) ?? []) : [])).filter(({ retired }) => !retired);
  const named = rooms.councils.values.find(({ id }) => id === council)?.allocation;
  const model = rooms.allocation.values.find(({ id }) => id === named);
  const unreadable = [...new Set(COUNTED.flatMap((room) => rooms[room].faults.map(({ file }) => file)))];
  const burdens =
    unreadable.length > 0 ? new Map() : burdensOf((pathway) => burdenOf({ pathway, forms, questions, model }), pathways);
  return {
    unreadable: burdens ? unreadable : ['forms'],
    pathways,
    asked: new Map(asked.map((question) => [question.id, question])),
    burdens: burdens ?? new Map(),
  };
};

const NO_HEIGHT = { questions: 0, minutes: 0, approvals: 0, handOffs: 0 };
/** The numbers a difference is made of; all 0 for a pathway there is not. */
export const measured = (burden: Burden | undefined) =>
  burden ? { ...heightOf(burden), handOffs: burden.handOffs.everything } : NO_HEIGHT;
