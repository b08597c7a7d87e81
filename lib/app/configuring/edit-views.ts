/**
 * What of a document is structure and what is meaning, room by room: the parts of it that matter to a case, without its words. What is
 * in neither is words, dates to look again, or the order of a list. Works on what is written, readable or not. Part of `kind-of-edit.ts`.
 */
import { type Documents, idOf, inRoom } from './documents.ts';
import type { RoomName } from './rooms.ts';

type Fields = Readonly<Record<string, unknown>>;
type View = (json: unknown) => unknown;

const fields = (json: unknown): Fields =>
  typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Fields) : {};
const list = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : []);

/** Keys in order, so that the order of fields in a file means nothing. */
const sorted = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(sorted);
  if (typeof json !== 'object' || json === null) return json;
  return Object.entries(json)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, sorted(value)]);
};

const some = (json: unknown, names: readonly string[]): unknown => {
  const own = fields(json);
  return names.map((name) => sorted(own[name]));
};
const but = (json: unknown, names: readonly string[]): unknown =>
  sorted(Object.fromEntries(Object.entries(fields(json)).filter(([name]) => !names.includes(name))));

const byId = (all: unknown, view: View): unknown =>
  list(all)
    .map((each) => [idOf(each) ?? '', view(each)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** Every document of a room, by its id, with nothing but what is in it. */
export const contentOf = (documents: Documents, room: RoomName): readonly unknown[] =>
  inRoom(documents, room)
    .map(([, json]) => json)
    .sort((one, other) => ((idOf(one) ?? '') < (idOf(other) ?? '') ? -1 : 1));

const WORDS = ['$schema', 'title', 'name', 'note', 'owner', 'lookAgainOn', 'source', 'sources', 'about'];

/** Without any field of words, at any depth. */
const wordless = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(wordless);
  if (typeof json !== 'object' || json === null) return json;
  return Object.entries(json)
    .filter(([name]) => !WORDS.includes(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, wordless(value)]);
};

const STAGE = ['kind', 'who', 'form', 'includes', 'outcomes'];
const pathway: View = (json) => {
  const { stages } = fields(json);
  return [some(json, ['id', 'jurisdiction', 'for', 'start', 'review']), byId(stages, (stage) => some(stage, STAGE))];
};

const id: View = (json) => idOf(json);

/** The questions a model asks and what each offers: an answer to one that is gone can no longer be counted. */
const asked: View = (json) => [idOf(json), byId(fields(json).questions, (question) => byId(fields(question).options, id))];

/** Who agrees, and in how many steps; from which amount is a matter of figures. */
const ways: View = (json) => {
  const { approval } = fields(json);
  const tiers = byId(fields(approval).tiers, (tier) => fields(tier).panel !== undefined);
  return [some(json, ['id', 'jurisdiction', 'pathway', 'carerPathway', 'allocation', 'team']), tiers];
};

const NOT_RULES = [
  'title',
  'version',
  'publishedAt',
  'publicUrl',
  'contingencyReason',
  'calibration',
  'workedExamples',
  '$schema',
];
const rules: View = (json) => {
  const questions = byId(fields(json).questions, (question) =>
    list(fields(question).options).map((option) => some(option, ['id', 'points'])),
  );
  return [but(json, [...NOT_RULES, 'questions']), questions];
};

const COUNCIL_WORDS = ['$schema', 'name', 'service', 'contact', 'ceilings', 'approval', 'demo'];
const council: View = (json) => {
  const { approval, demo } = fields(json);
  return [
    but(json, COUNCIL_WORDS),
    wordless(approval),
    byId(fields(demo).staff, (one) => some(one, ['roles', 'limitPence', 'panel'])),
  ];
};

/** What a letter shows and when it says what; the words themselves are words. */
const letter: View = (json) => {
  const paragraphs = list(fields(json).paragraphs).map((each) =>
    typeof each === 'object' && each !== null && 'en' in each ? 'words' : some(each, ['show', 'part', 'when']),
  );
  return [some(json, ['id', 'kind', 'event']), paragraphs];
};

/** Scenarios decide nothing: what they are tried on does. */
type Views = Readonly<Record<Exclude<RoomName, 'forms' | 'questions' | 'scenarios'>, View>>;

/** Stages and the ways between them, what is asked, who agrees. */
export const STRUCTURE: Views = {
  pathways: pathway,
  duties: id,
  allocation: asked,
  charging: id,
  letters: () => undefined,
  support: id,
  councils: ways,
};

/** Promises, points, amounts, rules: what something comes to. */
export const MEANING: Views = {
  pathways: (json) => byId(fields(json).stages, (stage) => some(stage, ['promise'])),
  duties: wordless,
  allocation: rules,
  charging: wordless,
  letters: letter,
  support: wordless,
  councils: council,
};
