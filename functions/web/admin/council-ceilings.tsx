/**
 * How much each pathway may ask of people at most, beside what it asks now. A pathway above its ceiling is not published; the counting is
 * `lib/pathway/burden.ts` and holding one against the other `lib/app/ceilings.ts`.
 */
import { type Height, heightOf } from '../../../lib/app/ceilings.ts';
import type { Ceiling, Council } from '../../../lib/domain/council.ts';
import { Radios } from '../kit/choices.tsx';
import { Tag } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { text } from '../page.ts';
import { burdenIn } from './burden-meter.tsx';
import { findCouncil } from './council-details.tsx';
import { decidedPage, valueIn, wrong } from './decided-page.tsx';
import { named } from './decided-reading.ts';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { councilOf, pathwaysOf } from './draft-reading.ts';
import { FaultsHere } from './fault-lines.tsx';
import { figure, figureErrors, wholeIn } from './typed-figures.ts';

const MEASURES = ['questions', 'minutes', 'approvals'] as const satisfies readonly (keyof Ceiling)[];
const LABELS = {
  questions: 'Questions at most, of everybody together',
  minutes: 'Minutes at most, of everybody together',
  approvals: 'Approvals at most, from the start to support',
} as const;

/** What each pathway asks now; nothing while its forms cannot be walked. */
const heights = (visit: DraftVisit): ReadonlyMap<string, Height> =>
  new Map((burdenIn(visit.view.after, councilOf(visit)) ?? []).map((burden) => [burden.pathway, heightOf(burden)]));

const Beside = ({ now, most }: { readonly now: number | undefined; readonly most: number | undefined }) => {
  const words = `${now ?? 'not counted'} of ${most ?? 'any number'}`;
  return now !== undefined && most !== undefined && now > most ? (
    <>
      {words} <Tag text="Too many" colour="red" />
    </>
  ) : (
    <span>{words}</span>
  );
};

export const councilCeilings = decidedPage<Council>({
  path: '/council/ceilings',
  part: 'Council',
  find: findCouncil,
  title: () => 'How much a pathway may ask',
  above: ({ ceilings = {} }, visit) => {
    const now = heights(visit);
    return (
      <>
        <FaultsHere visit={visit} about={{ room: 'councils', id: councilOf(visit) }} />
        <Table
          caption="What each pathway asks now, of what it may ask"
          head={[{ text: 'Pathway' }, { text: 'Questions' }, { text: 'Minutes' }, { text: 'Approvals' }, { text: 'Change' }]}
          rowHeads
          rows={pathwaysOf(visit).map((pathway) => [
            pathway.title,
            ...MEASURES.map((measure) => <Beside now={now.get(pathway.id)?.[measure]} most={ceilings[pathway.id]?.[measure]} />),
            <a class="govuk-link" href={draftHref(visit.view.draft, `/council/ceilings/${pathway.id}`)}>
              Change<span class="govuk-visually-hidden"> the ceiling of {pathway.title}</span>
            </a>,
          ])}
        />
      </>
    );
  },
  fields: ({ ceilings = {} }, filled, visit) => {
    const titles = new Map(pathwaysOf(visit).map(({ id, title }) => [id, title]));
    return Object.keys(ceilings).length === 0 ? undefined : (
      <Radios
        name="out"
        legend="Take a ceiling out"
        hint="Nothing then keeps the pathway from growing."
        choices={Object.keys(ceilings).map((id) => ({ value: id, text: titles.get(id) ?? id }))}
        value={valueIn(filled, 'out')}
        error={filled.errors.out}
      />
    );
  },
  submit: 'Take it out',
  field: 'out',
  read: ({ id, ceilings = {} }, typed) => {
    const pathway = text(typed, 'out');
    return Object.hasOwn(ceilings, pathway)
      ? { type: 'set-ceiling', council: id, pathway, ceiling: null }
      : wrong({ out: 'Choose the ceiling that goes.' });
  },
});

type OwnCeiling = {
  readonly council: Council;
  readonly pathway: { readonly id: string; readonly title: string };
  readonly now: Height | undefined;
};

export const pathwayCeiling = decidedPage<OwnCeiling>({
  path: '/council/ceilings/:pathway',
  part: 'Council',
  find: (visit) => {
    const council = findCouncil(visit);
    const pathway = pathwaysOf(visit).find(({ id }) => id === named(visit, 'pathway'));
    return council && pathway && { council, pathway, now: heights(visit).get(pathway.id) };
  },
  title: ({ pathway }) => `How much “${pathway.title}” may ask`,
  fields: ({ council, pathway, now }, filled) => (
    <>
      {MEASURES.map((measure) => {
        const most = council.ceilings?.[pathway.id]?.[measure];
        return (
          <TextInput
            name={measure}
            label={LABELS[measure]}
            hint={now ? `It asks for ${now[measure]} now. Left empty: no ceiling.` : 'Left empty: no ceiling.'}
            width={4}
            inputmode="numeric"
            value={valueIn(filled, measure, most === undefined ? '' : String(most))}
            error={filled.errors[measure]}
          />
        );
      })}
    </>
  ),
  submit: 'Keep this ceiling',
  field: 'questions',
  read: ({ council, pathway }, typed) => {
    const read = Object.fromEntries(MEASURES.map((measure) => [measure, wholeIn(typed, measure)]));
    const errors = figureErrors(read);
    if (Object.keys(errors).length > 0) return wrong(errors);
    const set = MEASURES.flatMap((measure) => {
      const most = figure(wholeIn(typed, measure));
      return most === undefined ? [] : [[measure, most] as const];
    });
    const ceiling = set.length === 0 ? null : (Object.fromEntries(set) as Ceiling);
    return { type: 'set-ceiling', council: council.id, pathway: pathway.id, ceiling };
  },
  back: () => '/council/ceilings',
});
