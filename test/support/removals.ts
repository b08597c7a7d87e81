/**
 * Taking one thing out of what a council decides, the way an administrator would: what led to a stage leads onward, conditions that
 * looked at a question go with it, references to a letter's part go with the part. Not a test; used by the mutation test.
 */
import type { Documents } from '../../lib/app/configuring/documents.ts';

type Json = Record<string, unknown>;
type Condition = { all?: Condition[]; any?: Condition[]; not?: Condition; q?: string };
type Item = { q?: string; confirmOnly?: true; showIf?: Condition };
type Page = { id: string; showIf?: Condition; items: Item[] };
type Bank = { questions: { id: string; type: string }[] };
type Form = { id: string; page: string; anytime?: true; sections?: { pages: Page[] }[] | undefined };
type To = { stage: string } | { end: string };
type Stage = { id: string; kind: string; form?: string; includes?: string[]; outcomes: Record<string, To> };
type Pathway = { id: string; start: string; stages: Stage[] };
export type Letter = { id: string; kind: string; paragraphs: { show?: string; part?: string }[] };
type Council = { approval?: { tiers: Json[]; atOnce?: Json } & Json } & Json;

/** What is left; nothing where there was no such thing to take out. */
export type Removal = { readonly id: string; readonly from: (documents: Documents) => Documents | undefined };

const LARKSHIRE = 'councils/larkshire.json';
const pathOf = (pathway: string): string => `pathways/${pathway}.json`;
const formPath = (form: string): string => `forms/${form}.json`;
const read = <T>(documents: Documents, path: string): T => documents[path] as T;
/** The documents with one of them changed by hand: a copy, never the thing itself. */
const edited = <T>(documents: Documents, path: string, change: (json: T) => void): Documents => {
  const json = structuredClone(documents[path]) as T;
  change(json);
  return { ...documents, [path]: json };
};
const without = (documents: Documents, path: string): Documents =>
  Object.fromEntries(Object.entries(documents).filter(([each]) => each !== path));
const pathways = (documents: Documents): Pathway[] =>
  Object.keys(documents)
    .filter((path) => path.startsWith('pathways/'))
    .map((path) => read<Pathway>(documents, path));
/** None where the whole pathway is gone. */
const stagesOf = (documents: Documents, pathway: string): Stage[] =>
  read<Pathway | undefined>(documents, pathOf(pathway))?.stages ?? [];
const formsIn = (stage: Stage): string[] => [...(stage.includes ?? []), ...(stage.form ? [stage.form] : [])];

/** Forms nobody comes to any more go too. */
const withoutIdle = (documents: Documents, forms: readonly string[]): Documents => {
  const used = new Set(pathways(documents).flatMap(({ stages }) => stages.flatMap(formsIn)));
  const idle = forms.filter((id) => !used.has(id) && documents[formPath(id)] && !read<Form>(documents, formPath(id)).anytime);
  return idle.reduce((left, id) => without(left, formPath(id)), documents);
};

const ONWARD: Readonly<Record<string, string>> = {
  assessment: 'eligible',
  'resource-allocation': 'allocated',
  'plan-approval': 'approved',
  review: 'no-change',
};

const takeOut = (json: Pathway, id: string): Stage | undefined => {
  const gone = json.stages.find((stage) => stage.id === id);
  const onward = gone?.outcomes[ONWARD[gone.kind] ?? Object.keys(gone.outcomes)[0] ?? ''];
  json.stages = json.stages.filter((stage) => stage.id !== id);
  for (const { outcomes } of json.stages)
    for (const [name, to] of Object.entries(outcomes)) {
      if (!('stage' in to) || to.stage !== id) continue;
      if (onward) outcomes[name] = onward;
      else delete outcomes[name];
    }
  if (json.start === id && onward && 'stage' in onward) json.start = onward.stage;
  return gone;
};

export const stageRemoval = (pathway: string, id: string): Removal => ({
  id: `${pathway}/stage/${id}`,
  from: (documents) => {
    const gone = stagesOf(documents, pathway).find((stage) => stage.id === id);
    if (!gone) return undefined;
    return withoutIdle(
      edited<Pathway>(documents, pathOf(pathway), (json) => void takeOut(json, id)),
      formsIn(gone),
    );
  },
});

/** The stage goes and its forms are answered in another: “may be merged”. */
export const mergeRemoval = (pathway: string, id: string, into: string): Removal => ({
  id: `${pathway}/merge/${id}`,
  from: (documents) => {
    const stages = stagesOf(documents, pathway);
    const gone = stages.find((stage) => stage.id === id);
    if (!gone || !stages.some((stage) => stage.id === into)) return undefined;
    return edited<Pathway>(documents, pathOf(pathway), (json) => {
      takeOut(json, id);
      for (const stage of json.stages) if (stage.id === into) stage.includes = [...formsIn(gone), ...(stage.includes ?? [])];
    });
  },
});

/** A form that a stage includes is asked there no more. */
export const formRemoval = (pathway: string, form: string): Removal => ({
  id: `${pathway}/form/${form}`,
  from: (documents) => {
    if (!stagesOf(documents, pathway).some(({ includes }) => includes?.includes(form))) return undefined;
    const left = edited<Pathway>(documents, pathOf(pathway), ({ stages }) => {
      for (const stage of stages) if (stage.includes) stage.includes = stage.includes.filter((each) => each !== form);
    });
    const gone = (read<Form>(documents, formPath(form)).sections ?? []).flatMap(({ pages }) =>
      pages.flatMap(({ items }) => items.flatMap(({ q, confirmOnly }) => (q && !confirmOnly ? [q] : []))),
    );
    return withoutIdle(
      gone.reduce((each, q) => withoutLooks(each, pathway, q), left),
      [form],
    );
  },
});

export const exitRemoval = (pathway: string, stage: string, outcome: string): Removal => ({
  id: `${pathway}/exit/${stage}/${outcome}`,
  from: (documents) => {
    const found = stagesOf(documents, pathway).find(({ id }) => id === stage);
    if (!found || !(outcome in found.outcomes)) return undefined;
    return edited<Pathway>(documents, pathOf(pathway), ({ stages }) => {
      for (const { id, outcomes } of stages) if (id === stage) delete outcomes[outcome];
    });
  },
});

const lessOf = (condition: Condition | undefined, q: string): Condition | undefined => {
  if (!condition || condition.q === q) return undefined;
  if (condition.not) {
    const not = lessOf(condition.not, q);
    return not && { not };
  }
  for (const both of ['all', 'any'] as const) {
    const among = condition[both];
    if (!among) continue;
    const left = among.flatMap((each) => lessOf(each, q) ?? []);
    return left.length === 0 ? undefined : { [both]: left };
  }
  return condition;
};
const lighten = (thing: { showIf?: Condition }, q: string): void => {
  const left = lessOf(thing.showIf, q);
  if (left) thing.showIf = left;
  else delete thing.showIf;
};

const prune = (json: Form, keep: (item: Item) => boolean): void => {
  for (const section of json.sections ?? []) {
    for (const page of section.pages) page.items = page.items.filter(keep);
    section.pages = section.pages.filter(({ items }) => items.some((item) => item.q));
  }
  json.sections = json.sections?.filter(({ pages: left }) => left.length > 0);
};
const mentions = (form: Form, q: string): boolean => JSON.stringify(form.sections ?? []).includes(`"q":"${q}"`);

/** No form of the pathway looks at `q` any more, in a condition or to confirm it, unless it is asked there. */
const withoutLooks = (documents: Documents, pathway: string, q: string): Documents => {
  const forms = [...new Set(read<Pathway>(documents, pathOf(pathway)).stages.flatMap(formsIn))];
  let left = documents;
  for (const id of forms) {
    const path = formPath(id);
    if (!left[path] || !mentions(read<Form>(left, path), q)) continue;
    left = edited<Form>(left, path, (json) => {
      prune(json, (item) => item.q !== q || !item.confirmOnly);
      for (const page of (json.sections ?? []).flatMap(({ pages }) => pages)) {
        lighten(page, q);
        for (const item of page.items) lighten(item, q);
      }
    });
  }
  return left;
};

export const questionRemoval = (form: string, q: string, confirmOnly: boolean): Removal => ({
  id: `${confirmOnly ? 'again' : 'question'}/${form}/${q}`,
  from: (documents) => {
    const path = formPath(form);
    const items = (read<Form | undefined>(documents, path)?.sections ?? []).flatMap(({ pages }) =>
      pages.flatMap((page) => page.items),
    );
    if (!items.some((item) => item.q === q && (item.confirmOnly ?? false) === confirmOnly)) return undefined;
    const left = edited<Form>(documents, path, (json) => prune(json, (item) => item.q !== q));
    if (confirmOnly) return left;
    const on = pathways(documents).filter(({ stages }) => stages.some((stage) => formsIn(stage).includes(form)));
    return on.reduce((each, { id }) => withoutLooks(each, id, q), left);
  },
});

const lettersIn = (documents: Documents): [path: string, letter: Letter][] =>
  Object.entries(documents).flatMap(([path, json]) => (path.startsWith('letters/') ? [[path, json as Letter]] : []));

export const letterRemoval = (id: string): Removal => ({
  id: `letter/${id}`,
  from: (documents) => {
    const path = `letters/${id}.json`;
    if (!documents[path]) return undefined;
    const naming = lettersIn(documents).filter(([, { paragraphs }]) => paragraphs.some(({ part }) => part === id));
    return naming.reduce(
      (left, [each]) =>
        edited<Letter>(left, each, (json) => {
          json.paragraphs = json.paragraphs.filter(({ part }) => part !== id);
        }),
      without(documents, path),
    );
  },
});

/** What a letter shows, or a part it names. */
export const paragraphRemoval = (letter: string, name: string): Removal => ({
  id: `paragraph/${letter}/${name}`,
  from: (documents) => {
    const path = `letters/${letter}.json`;
    const is = ({ show, part }: Letter['paragraphs'][number]): boolean => show === name || part === name;
    if (!read<Letter | undefined>(documents, path)?.paragraphs.some(is)) return undefined;
    return edited<Letter>(documents, path, (json) => {
      json.paragraphs = json.paragraphs.filter((each) => !is(each));
    });
  },
});

/** `change` says whether there was anything to take out. */
export const councilRemoval = (name: string, change: (council: Council) => boolean): Removal => ({
  id: `council/${name}`,
  from: (documents) => {
    let done = false;
    const left = edited<Council>(documents, LARKSHIRE, (json) => {
      done = change(json);
    });
    return done ? left : undefined;
  },
});

const withoutRoom = (documents: Documents, room: string): Documents =>
  Object.fromEntries(Object.entries(documents).filter(([path]) => !path.startsWith(`${room}/`)));

/** Every file of one folder, and what in the rest was there only for them. */
export const roomRemoval = (room: string, rest: (documents: Documents) => Documents = (documents) => documents): Removal => ({
  id: `room/${room}`,
  from: (documents) =>
    Object.keys(documents).some((path) => path.startsWith(`${room}/`)) ? rest(withoutRoom(documents, room)) : undefined,
});

/** What can only be asked with a model, because its statements are the answers. */
const areasAsked = (documents: Documents): Removal[] => {
  const files = Object.entries(documents).flatMap(([path, json]) => (path.startsWith('questions/') ? [json as Bank] : []));
  const areas = files.flatMap(({ questions }) => questions.flatMap(({ id, type }) => (type === 'life-area' ? [id] : [])));
  const forms = Object.entries(documents).flatMap(([path, json]) => (path.startsWith('forms/') ? [json as Form] : []));
  return forms.flatMap((form) => areas.flatMap((q) => (mentions(form, q) ? [questionRemoval(form.id, q, false)] : [])));
};

/** Nobody works out a figure: every stage that did goes, with the statements that were the model's; the council names no model. */
export const withoutFigures = (documents: Documents): Documents => {
  const ofFigures = pathways(documents).flatMap(({ id, stages }) =>
    stages.flatMap((stage) => (stage.kind === 'resource-allocation' ? [stageRemoval(id, stage.id)] : [])),
  );
  const left = [...ofFigures, ...areasAsked(documents)].reduce((each, removal) => removal.from(each) ?? each, documents);
  return edited<Council>(left, LARKSHIRE, (json) => void delete json.allocation);
};

/** A whole pathway goes, with its forms, its worked examples and its ceilings; the council names it no more as `field`. */
export const pathwayRemoval = (pathway: string, field: string): Removal => ({
  id: `pathway/${pathway}`,
  from: (documents) => {
    if (!documents[pathOf(pathway)]) return undefined;
    const ofIt = ([path, json]: [string, unknown]): boolean =>
      path === pathOf(pathway) || (path.startsWith('scenarios/') && (json as Json).pathway === pathway);
    const rest = Object.fromEntries(Object.entries(documents).filter((each) => !ofIt(each)));
    const left = edited<Council>(rest, LARKSHIRE, (json) => {
      delete json[field];
      delete (json.ceilings as Json | undefined)?.[pathway];
    });
    return withoutIdle(left, stagesOf(documents, pathway).flatMap(formsIn));
  },
});
