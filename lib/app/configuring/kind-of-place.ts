/**
 * What kind of edit a changed place is: words only, what an answer or a figure means, or which stages, ways and questions there are. Only
 * the last two can touch a case that is under way. A table of places for each room; which places changed is `changes.ts`.
 */
import { type Changed, ORDER } from './changes.ts';
import type { RoomName } from './rooms.ts';

export type EditKind = 'none' | 'cosmetic' | 'meaning' | 'structural';

/** From the lightest to the gravest. */
const KINDS: readonly EditKind[] = ['none', 'cosmetic', 'meaning', 'structural'];
/** @example gravest(['cosmetic', 'meaning']) // 'meaning' */
export const gravest = (kinds: readonly EditKind[]): EditKind =>
  KINDS[Math.max(0, ...kinds.map((kind) => KINDS.indexOf(kind)))] ?? 'none';

/**
 * Where things lie, in names from the document inwards; `*` is any one name. A place stands for all that lies inside it, but for what
 * another place says more exactly; what is in none of them is `otherwise`.
 */
type Table = {
  readonly otherwise: EditKind;
  readonly places: Readonly<Partial<Record<EditKind, readonly string[]>>>;
  /** Where it is structural that something comes or goes, though not that it changes. */
  readonly comeAndGo?: readonly string[];
};

/** The same fields of many things. @example each('tariff', 'note', 'source') // ['tariff/note', 'tariff/source'] */
const each = (place: string, ...fields: readonly string[]): string[] => fields.map((field) => `${place}/${field}`);

/** Who answers for a thing and when it is looked at again: no case is about either. */
const KEPT = ['owner', 'lookAgainOn'] as const;
const PAGE = 'sections/*/pages/*';

const TABLES: Readonly<Record<RoomName, Table>> = {
  pathways: {
    otherwise: 'structural',
    places: {
      cosmetic: ['$schema', 'title', ...each('stages/*', 'title', 'forThePerson', ...KEPT), `stages/${ORDER}`],
      meaning: ['stages/*/promise'],
    },
  },
  forms: {
    otherwise: 'structural',
    places: {
      cosmetic: [
        ...['$schema', 'title', 'intro', 'legalBasis', ...KEPT, ...each('sections/*', 'title', 'intro'), `${PAGE}/title`],
        ...Array.from({ length: 20 }, (_, place) => `${PAGE}/items/guidance ${place + 1}`),
        'outcomes/*/text',
      ],
      meaning: ['outcomes/*/needsReasons'],
    },
  },
  questions: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['files', `questions/${ORDER}`, `questions/*/options/${ORDER}`],
        ...each('questions/*', 'ask', 'hint', 'why', 'itemName', ...KEPT),
        ...each('questions/*/options/*', 'text', 'hint', 'unusedBecause'),
      ],
      meaning: ['questions/*/why/usedBy'],
      structural: ['questions/*/retired'],
    },
    comeAndGo: ['questions/*'],
  },
  allocation: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['$schema', 'title', 'publicUrl', 'publishedAt', 'contingencyReason', 'calibration', 'workedExamples'],
        ...[...each('questions/*', 'text', 'help', 'domain', 'options/*/text', `options/${ORDER}`), `questions/${ORDER}`],
      ],
    },
    comeAndGo: ['questions/*'],
  },
  charging: {
    otherwise: 'meaning',
    places: { cosmetic: ['$schema', 'title', 'note', 'tariff/source', ...each('years/*', 'note', 'sources')] },
  },
  letters: {
    otherwise: 'meaning',
    // A part is a list of nothing but words.
    places: { cosmetic: ['$schema', 'note', 'title', ...each('paragraphs/*', 'text', 'intro', 'en', 'cy')] },
  },
  support: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['$schema', 'note', ...['mix', 'forNow', 'kinds/*'].flatMap((place) => each(place, 'name', 'about'))],
        ...each('routes/*', 'name', 'what', 'whoHolds', 'whoDoesTheWork', 'goodToKnow', 'unavailable/reason'),
        ...each('grounds/*', 'about', 'source', 'toConfirm'),
        ...['routes', 'grounds', 'kinds'].map((list) => `${list}/${ORDER}`),
      ],
    },
  },
  duties: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['$schema', 'note', 'reviewed', `duties/${ORDER}`],
        ...each('duties/*', 'message', 'although', 'source', 'toConfirm'),
      ],
    },
  },
  scenarios: { otherwise: 'cosmetic', places: {} },
  councils: {
    otherwise: 'meaning',
    places: {
      cosmetic: [
        ...['$schema', 'name', 'service', 'contact', 'madeUp', 'ceilings', 'upkeep', 'demo/people'],
        ...[...each('approval/tiers/*', 'title', ...KEPT), `approval/tiers/${ORDER}`],
        ...each('demo/staff', '*/name', ORDER),
      ],
      structural: ['jurisdiction', 'team', 'pathway', 'carerPathway', 'allocation'],
    },
    // Who agrees a plan, and in how many steps; from which amount is a matter of figures.
    comeAndGo: ['approval', 'approval/tiers/*', 'approval/tiers/*/panel'],
  },
};

const lies = (path: readonly string[], within: readonly string[]): boolean =>
  within.length <= path.length && within.every((name, index) => name === '*' || name === path[index]);

/** The longer a place, the more exactly it says where; of two alike, the one with fewer of any name. */
const exactness = (place: readonly string[]): number => place.length * 100 + place.filter((name) => name !== '*').length;

const kindAt = ({ places, otherwise }: Table, path: readonly string[]): EditKind => {
  const found = KINDS.flatMap((kind) => (places[kind] ?? []).map((place) => ({ kind, place: place.split('/') })))
    .filter(({ place }) => lies(path, place))
    .sort((one, other) => exactness(other.place) - exactness(one.place));
  return found[0]?.kind ?? otherwise;
};

/** A whole document that comes or goes is never words alone, save a scenario, which touches nobody's case. */
const kindOfWhole = (room: RoomName): EditKind => {
  if (room === 'pathways' || room === 'forms' || room === 'questions') return 'structural';
  return TABLES[room].otherwise;
};

const isWords = (value: unknown): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'en' in value);

/** A page's guidance may stand anywhere among its questions. */
const withoutGuidance = (names: unknown): unknown =>
  Array.isArray(names) ? names.filter((name) => !String(name).startsWith('guidance ')).join() : names;

/** What can still become of answers that were given, to a question that no form asks. */
const OF_ANSWERS: readonly string[] = ['sensitivity', 'retention', 'withheld'];

/** `isAsked`: whether any form asks a question of the bank, before or after. */
export const kindOf = (room: RoomName, { path, from, to }: Changed, isAsked: (question: string) => boolean): EditKind => {
  if (path.length === 0) return kindOfWhole(room);
  const [list, name = '', field = ''] = path;
  if (room === 'questions' && list === 'questions' && path.length > 1 && name !== ORDER && !isAsked(name))
    return OF_ANSWERS.includes(field) ? 'meaning' : 'cosmetic';
  // A paragraph of a part is nothing but words, in one language or in more.
  if (room === 'letters' && path.length === 2 && isWords(from) && isWords(to)) return 'cosmetic';
  if (room === 'forms' && path.at(-1) === ORDER && withoutGuidance(from) === withoutGuidance(to)) return 'cosmetic';
  const table = TABLES[room];
  const comesOrGoes = from === undefined || to === undefined;
  const isNew =
    comesOrGoes && table.comeAndGo?.some((place) => place.split('/').length === path.length && lies(path, place.split('/')));
  return isNew ? 'structural' : kindAt(table, path);
};
