/**
 * What a council decides of itself: how to reach it, how soon it reviews, its holidays, who works there, and the ceilings it sets on
 * what pathways may ask of people. Who may agree what is `approvals.ts`.
 */
import * as z from 'zod';
import { Actor, ActorId, Role } from '../../../domain/actor.ts';
import { Council, Upkeep } from '../../../domain/council.ts';
import { StageId } from '../../../domain/stage.ts';
import { atCouncil, type CouncilJson, councilName, editedCouncil, whose } from './council-parts.ts';
import { cannot, deed, listed, quoted } from './deed.ts';
import { withFields } from './field-order.ts';
import { pathwayTitle } from './pathway-parts.ts';
import { everyWritten } from './written.ts';

const { name, service, team, pathway, review, contact } = Council.shape;
const CouncilFields = z
  .object({
    name,
    service,
    contact: contact.partial().strict(),
    team,
    pathway,
    carerPathway: StageId.nullable(),
    allocation: z.string().min(1).max(80).nullable(),
    review,
    urgentLookAgainDays: Council.shape.urgentLookAgainDays.unwrap(),
    upkeep: Upkeep.nullable(),
    chargesCarers: z.boolean(),
    bankHolidays: Council.shape.bankHolidays,
  })
  .partial()
  .strict();
type CouncilFields = z.infer<typeof CouncilFields>;

const CALLED: Readonly<Record<keyof CouncilFields, string>> = {
  name: 'the name',
  service: 'what the service is called',
  contact: 'how to reach us',
  team: 'the team new cases join',
  pathway: 'the pathway of adults',
  carerPathway: 'the pathway of carers',
  allocation: 'the allocation model in force',
  review: 'how soon support is reviewed',
  urgentLookAgainDays: 'how soon urgent support is looked at again',
  upkeep: 'who looks again, and how often',
  chargesCarers: 'whether carers are charged',
  bankHolidays: 'the bank holidays',
};

const CONTACT_ORDER = Object.keys(contact.shape);

const changeCouncil = deed(
  'change-council',
  { ...whose, set: CouncilFields },
  {
    touches: ({ council }) => atCouncil(council),
    words: (documents, { council, set }) => {
      const parts = Object.keys(set).map((field) => CALLED[field as keyof CouncilFields]);
      return `Changes ${listed(parts) || 'nothing'} of ${councilName(documents, council)}.`;
    },
    apply: (documents, { council, set }) =>
      editedCouncil(documents, council, (json) => {
        const days = set.bankHolidays && { bankHolidays: [...new Set(set.bankHolidays)].sort() };
        const ways = set.contact && { contact: withFields(json.contact, set.contact, CONTACT_ORDER) };
        return { ...set, ...days, ...ways } as Partial<CouncilJson>;
      }),
  },
);

const Ceiling = z
  .object({ questions: z.int().min(0), minutes: z.int().min(0), approvals: z.int().min(0) })
  .partial()
  .strict();

const setCeiling = deed(
  'set-ceiling',
  { ...whose, pathway: StageId, ceiling: Ceiling.nullable() },
  {
    touches: ({ council, pathway: id }) => atCouncil(council, `ceilings/${id}`),
    words: (documents, { pathway: id, ceiling }) => {
      const title = pathwayTitle(documents, id);
      const parts = Object.entries(ceiling ?? {}).map(([what, most]) => `${most} ${most === 1 ? what.slice(0, -1) : what}`);
      return parts.length === 0 ? `Sets no ceiling for ${title}.` : `Lets ${title} ask for ${listed(parts)} at most.`;
    },
    apply: (documents, { council, pathway: id, ceiling }) =>
      editedCouncil(documents, council, ({ ceilings }) => {
        if (ceiling && !everyWritten(documents, 'pathways').some(({ json }) => json.id === id))
          return cannot(`There is no pathway ${quoted(id)}.`);
        const after = withFields<NonNullable<CouncilJson['ceilings']>>(ceilings ?? {}, { [id]: ceiling }, []);
        return { ceilings: Object.keys(after).length > 0 ? after : null };
      }),
  },
);

const STAFF_ORDER = Object.keys(Actor.shape);
type StaffJson = NonNullable<CouncilJson['demo']>['staff'][number];

const setStaff = deed(
  'set-staff',
  {
    ...whose,
    id: ActorId,
    name: Actor.shape.name.optional().describe('Needed for somebody new.'),
    roles: z.array(Role).min(1).optional(),
    limitPence: z.int().min(0).max(100_000_000).nullable().optional().describe('Pence a week; null for no delegated limit.'),
    panel: z.boolean().nullable().optional(),
  },
  {
    touches: ({ council, id }) => atCouncil(council, `demo/staff/${id}`),
    words: (documents, { council, id }) => `Changes what ${quoted(id)} may do at ${councilName(documents, council)}.`,
    apply: (documents, { council, id, name: called, roles, limitPence, panel }) =>
      editedCouncil(documents, council, ({ demo }) => {
        const people = demo ?? { staff: [], people: [] };
        const own = people.staff.find((each) => each.id === id);
        const fields = {
          ...(called !== undefined && { name: called }),
          ...(roles && { roles }),
          ...(limitPence !== undefined && { limitPence }),
          ...(panel !== undefined && { panel: panel || null }),
        };
        if (own) {
          const after = withFields<StaffJson>(own, fields, STAFF_ORDER);
          return { demo: { ...people, staff: people.staff.map((each) => (each === own ? after : each)) } };
        }
        if (!called || !roles) return cannot(`Nobody here has the id ${quoted(id)}. Give a name and a role to add somebody.`);
        return {
          demo: { ...people, staff: [...people.staff, withFields<StaffJson>({ id, name: called, roles }, fields, STAFF_ORDER)] },
        };
      }),
  },
);

const removeStaff = deed(
  'remove-staff',
  { ...whose, id: ActorId },
  {
    touches: ({ council, id }) => atCouncil(council, `demo/staff/${id}`),
    words: (documents, { council, id }) => `Takes ${quoted(id)} off the staff of ${councilName(documents, council)}.`,
    apply: (documents, { council, id }) =>
      editedCouncil(documents, council, ({ demo }) => {
        const staff = demo?.staff.filter((each) => each.id !== id) ?? [];
        if (!demo || staff.length === demo.staff.length) return cannot(`Nobody here has the id ${quoted(id)}.`);
        return { demo: { ...demo, staff } };
      }),
  },
);

export const COUNCIL_DEEDS = [changeCouncil, setCeiling, setStaff, removeStaff] as const;
