/** The door of the staff page about planning together: what was typed on it, and what is asked for. The page is `case-together.tsx`. */
import { LONGEST_TOLD } from '../../../lib/domain/decide-household.ts';
import { type Household, type NewMember, Shared } from '../../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../../lib/domain/household-command.ts';
import { askHousehold, householdsOf, memberByNumber, newHouseholdId, ownMember } from '../household-visit.tsx';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type CaseVisit, show, type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../settle.tsx';
import { fieldOf } from '../shared/together-parts.tsx';
import { caseHref, staffPage } from './case-frame.tsx';
import { caseTogetherPage, TOGETHER } from './case-together.tsx';
import { written } from './read-plainly.ts';

type Read =
  | { readonly id: string; readonly command: HouseholdCommand; readonly field?: string }
  | { readonly errors: FieldErrors };

const NOBODY = 'There is no case with that number that you can work on. Check the number.';
const SAID = 'Write down what they said when you asked.';

/** The other person by what was typed, or what to put right. */
const otherFrom = async (visit: CaseVisit, typed: Typed, number: string, said: string): Promise<NewMember | FieldErrors> => {
  const words = written(typed, said).trim();
  const found = await memberByNumber(visit, text(typed, number).trim().toUpperCase(), words);
  if (found?.caseId === visit.case.id) return { [number]: 'This is the case you are on. Write the number of the other person.' };
  if (!found || words === '') return { ...(found ? {} : { [number]: NOBODY }), ...(words === '' ? { [said]: SAID } : {}) };
  return found;
};

const isMember = (read: NewMember | FieldErrors): read is NewMember => 'caseId' in read && 'person' in read;

const readOpening = async (visit: CaseVisit, typed: Typed): Promise<Read> => {
  const other = await otherFrom(visit, typed, 'new-case', 'new-other');
  const [name, own] = [text(typed, 'new-name').trim(), written(typed, 'new-own').trim()];
  const errors: FieldErrors = {
    ...(name === '' || name.length > 80 ? { 'new-name': 'Give it a name of up to 80 letters.' } : {}),
    ...(own === '' ? { 'new-own': SAID } : {}),
    ...(isMember(other) ? {} : other),
  };
  if (!isMember(other) || Object.keys(errors).length > 0) return { errors };
  const id = newHouseholdId(visit);
  return { id, command: { type: 'open-household', id, name, members: [ownMember(visit, own), other] }, field: 'new-case' };
};

const readAdding = async (visit: CaseVisit, typed: Typed, household: Household): Promise<Read> => {
  const number = fieldOf(household, 'case');
  const other = await otherFrom(visit, typed, number, fieldOf(household, 'other'));
  return isMember(other)
    ? { id: household.id, command: { type: 'add-member', member: other }, field: number }
    : { errors: other };
};

/** What a person said, by the choice that was made for them. */
const saidCommand = (choice: string, words: string): HouseholdCommand | undefined => {
  const [which, about] = choice.split(':');
  const what = Shared.safeParse(about).data;
  if (which === 'yes' && what) return { type: 'agree-to', what, words };
  if (which === 'back' && what) return { type: 'take-back', what, words };
  if (which === 'join') return { type: 'join-household', words };
  return which === 'leave' ? { type: 'leave-household', words } : undefined;
};

const readRecord = (typed: Typed, household: Household): Read => {
  const [what, said] = [fieldOf(household, 'what'), fieldOf(household, 'said')];
  const words = written(typed, said).trim();
  const command = saidCommand(text(typed, what), words);
  if (!command) return { errors: { [what]: 'Choose what they said.' } };
  if (words === '') return { errors: { [said]: 'Write down what they said, in their own words.' } };
  return { id: household.id, command, field: said };
};

const readMessage = (typed: Typed, household: Household): Read => {
  const field = fieldOf(household, 'words');
  const words = written(typed, field).trim();
  if (words === '') return { errors: { [field]: 'Write your message first.' } };
  if (words.length > LONGEST_TOLD) return { errors: { [field]: 'Use 2,000 letters or fewer. You can send another message.' } };
  return { id: household.id, command: { type: 'write-to-household', words }, field };
};

const readDeed = async (visit: CaseVisit, typed: Typed, household: Household): Promise<Read> => {
  switch (text(typed, 'deed')) {
    case 'add':
      return readAdding(visit, typed, household);
    case 'record':
      return readRecord(typed, household);
    case 'say':
      return readMessage(typed, household);
    default:
      return { errors: { [WHOLE_PAGE]: 'Choose what to do on the page.' } };
  }
};

export const caseTogether = staffPage('view-work', {
  path: `/cases/:caseId${TOGETHER}`,
  get: async (visit) => show(caseTogetherPage(visit, await householdsOf(visit))),
  post: async (visit, typed) => {
    const all = await householdsOf(visit);
    const again = (errors: FieldErrors): Html => caseTogetherPage(visit, all, typed, errors);
    const found = all.find(({ id }) => id === text(typed, 'household'));
    const opens = text(typed, 'deed') === 'open';
    if (!opens && !found) return show(<NotFoundPage frame={visit.frame} />, 404);
    const read = found && !opens ? await readDeed(visit, typed, found) : await readOpening(visit, typed);
    if ('errors' in read) return show(again(read.errors), 422);
    return askHousehold(visit, read.id, read.command, { to: caseHref(visit, TOGETHER), again, field: read.field, typed });
  },
});
