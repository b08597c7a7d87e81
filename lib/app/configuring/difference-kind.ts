/**
 * What kind of edit lies between two sets of documents: words only, what an answer or a figure means, or stages, routes and questions.
 * Only the last two can touch a case in flight. A table of places for each room; what is not in it counts as the room's graver kind.
 */
import { type Changed, changesIn, ORDER } from './changes.ts';
import { type Documents, idOf, inRoom } from './documents.ts';
import { ROOMS, type RoomName } from './rooms.ts';

export type EditKind = 'none' | 'cosmetic' | 'meaning' | 'structural';

/** From the lightest to the gravest. */
const KINDS: readonly EditKind[] = ['none', 'cosmetic', 'meaning', 'structural'];
export const gravest = (kinds: readonly EditKind[]): EditKind =>
  KINDS[Math.max(0, ...kinds.map((kind) => KINDS.indexOf(kind)))] ?? 'none';

/** Where things lie, in names from the document inwards; `*` is any one name, and a place stands for all that lies inside it. */
type Table = { readonly otherwise: EditKind; readonly places: Readonly<Partial<Record<EditKind, readonly string[]>>> };

const PAGE = 'sections/*/pages/*';
const TABLES: Readonly<Record<RoomName, Table>> = {
  pathways: {
    otherwise: 'structural',
    places: {
      cosmetic: ['$schema', 'title', 'stages/*/title', 'stages/*/forThePerson', `stages/${ORDER}`],
      meaning: ['stages/*/promise'],
    },
  },
  forms: {
    otherwise: 'structural',
    places: {
      cosmetic: [
        ...['$schema', 'title', 'intro', 'sections/*/title', 'sections/*/intro', `${PAGE}/title`],
        ...Array.from({ length: 20 }, (_, place) => `${PAGE}/items/guidance ${place + 1}`),
        'outcomes/*/text',
      ],
      meaning: ['legalBasis', 'outcomes/*/needsReasons'],
    },
  },
  questions: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['files', `questions/${ORDER}`, `questions/*/options/${ORDER}`],
        ...['ask', 'hint', 'why/reason', 'why/sees', 'itemName'].map((words) => `questions/*/${words}`),
        ...['text', 'hint', 'unusedBecause'].map((words) => `questions/*/options/*/${words}`),
      ],
      structural: ['questions/*/retired'],
    },
  },
  allocation: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['$schema', 'title', 'publicUrl', 'publishedAt', 'contingencyReason', 'calibration'],
        ...['text', 'help', 'domain', 'options/*/text'].map((words) => `questions/*/${words}`),
      ],
    },
  },
  charging: { otherwise: 'meaning', places: { cosmetic: ['$schema', 'title', 'note', 'years/*/note', 'years/*/sources'] } },
  letters: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['$schema', 'note', 'title', 'paragraphs/*/text', 'paragraphs/*/intro'],
        // A part is a list of nothing but words.
        ...['paragraphs/*/en', 'paragraphs/*/cy'],
      ],
    },
  },
  support: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['$schema', 'note', 'mix/name', 'mix/about', 'forNow/name', 'forNow/about', 'kinds/*/name', 'kinds/*/about'],
        ...['name', 'what', 'whoHolds', 'whoDoesTheWork', 'goodToKnow'].map((words) => `routes/*/${words}`),
        ...['routes/*/unavailable/reason', 'grounds/*/about'],
      ],
    },
  },
  duties: { otherwise: 'meaning', places: { cosmetic: ['$schema', 'note', 'reviewed', 'duties/*/message'] } },
  scenarios: { otherwise: 'cosmetic', places: {} },
  councils: {
    otherwise: 'meaning',
    places: {
      meaning: ['demo/staff/*/limitPence'],
      cosmetic: ['$schema', 'name', 'service', 'contact', 'demo', 'madeUp'],
      structural: ['pathway', 'carerPathway'],
    },
  },
};

const lies = (path: readonly string[], within: string): boolean => {
  const place = within.split('/');
  return place.length <= path.length && place.every((name, index) => name === '*' || name === path[index]);
};

/** A whole thing that comes or goes is never words alone, save a scenario, which touches nobody's case. */
const kindOfWhole = (room: RoomName): EditKind => {
  if (room === 'pathways' || room === 'forms' || room === 'questions') return 'structural';
  return TABLES[room].otherwise;
};

const kindOf = (room: RoomName, { path, from, to }: Changed): EditKind => {
  if (path.length === 0) return kindOfWhole(room);
  if (room === 'questions' && path.length === 2 && path[0] === 'questions' && path[1] !== ORDER) return 'structural';
  // A part of a letter may be plain text in one language.
  if (room === 'letters' && path.length === 2 && typeof from === 'string' && typeof to === 'string') return 'cosmetic';
  const { places, otherwise } = TABLES[room];
  return KINDS.findLast((kind) => places[kind]?.some((place) => lies(path, place))) ?? otherwise;
};

/** One document that is not as it was, under the path it has now, or had. */
export type ChangedDocument = {
  readonly room: RoomName;
  readonly path: string;
  readonly id: string;
  readonly how: 'added' | 'removed' | 'changed';
  readonly kind: EditKind;
  readonly places: readonly (Changed & { readonly kind: EditKind })[];
};

type Side = { readonly path: string; readonly json: unknown };

/**
 * Documents by what they are called for good, so that a file may be renamed; a file that has lost its id is the one of the same path on
 * the `other` side. Two of one name are told apart by their files.
 */
const sideOf = (documents: Documents, other: Documents, room: RoomName): ReadonlyMap<string, Side> => {
  const named = new Map<string, Side>();
  for (const [path, json] of inRoom(documents, room)) {
    const id = idOf(json) ?? idOf(other[path]) ?? path;
    named.set(named.has(id) ? path : id, { path, json });
  }
  return named;
};

/** The question bank is one, in however many files: a question that moves to another file has not changed. */
const bankOf = (documents: Documents): ReadonlyMap<string, Side> => {
  const files = inRoom(documents, 'questions');
  const questions = files.flatMap(([, json]) => {
    const list = typeof json === 'object' && json !== null && 'questions' in json ? json.questions : undefined;
    return Array.isArray(list) ? list : [];
  });
  const titles = files.map(([path, json]) => {
    const { questions: _apart, ...rest } =
      typeof json === 'object' && json !== null ? { questions: [], ...json } : { json, questions: [] };
    return [idOf(json) ?? path, rest];
  });
  if (files.length === 0) return new Map();
  return new Map([['questions', { path: 'questions', json: { files: Object.fromEntries(titles), questions } }]]);
};

const inOneRoom = (before: Documents, after: Documents, room: RoomName): ChangedDocument[] => {
  const was = room === 'questions' ? bankOf(before) : sideOf(before, after, room);
  const is = room === 'questions' ? bankOf(after) : sideOf(after, before, room);
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id): ChangedDocument[] => {
    const [from, to] = [was.get(id), is.get(id)];
    const places = changesIn(from?.json, to?.json).map((each) => ({ ...each, kind: kindOf(room, each) }));
    if (places.length === 0) return [];
    const how = from ? (to ? 'changed' : 'removed') : 'added';
    return [{ room, path: to?.path ?? from?.path ?? id, id, how, kind: gravest(places.map(({ kind }) => kind)), places }];
  });
};

/** Every document that differs, room by room, each place in it with its kind. The bank of questions counts as one document. */
export const changedDocuments = (before: Documents, after: Documents): ChangedDocument[] =>
  (Object.keys(ROOMS) as RoomName[]).flatMap((room) => inOneRoom(before, after, room));

/**
 * The gravest kind of edit between the two. A change of the order of fields or of a file's name is none.
 * @example editKind(base, withStageTitleReworded) // 'cosmetic'
 */
export const editKind = (before: Documents, after: Documents): EditKind =>
  gravest(changedDocuments(before, after).map(({ kind }) => kind));
