/**
 * Starting without an account: one button makes a new person, opens their case and leads to its questions. Whoever has something open
 * in this browser goes on with that. Coming back later is `return-link.tsx`, once they have saved (`citizen/save.tsx`).
 */
import { createHash, randomUUID } from 'node:crypto';
import { type Acted, act } from '../../../lib/app/act.ts';
import type { Actor } from '../../../lib/domain/actor.ts';
import { isStaff } from '../../../lib/domain/permission.ts';
import type { CaseKind } from '../../../lib/domain/stage.ts';
import { actPorts } from '../../ports.ts';
import { isOpen } from '../citizen/my.tsx';
import { MY, pathsOf, startPath } from '../citizen/paths.ts';
import { caseIdFor, NO_NAME, nameOf, ofKind, ownCases } from '../citizen/start-case.tsx';
import { ConflictPage, ForbiddenPage } from '../kit/error-pages.tsx';
import { type Answer, goTo, openPage, show, text, type Visit } from '../page.ts';
import { beginSession } from '../session.ts';

/** A form sent again within this time is the same click; later it is somebody else at the same screen, who starts afresh. */
const SAME_CLICK_MS = 60_000;

/** Which button was pressed: for their own support, or as somebody's carer. */
type Beginning = { readonly visit: Visit; readonly as: CaseKind };

/** The same person for the same button of the same form. Too long to be tried out, so that no form can be made up that answers to somebody else’s id. */
const newPerson = ({ visit: { request }, as }: Beginning): Actor => {
  const hex = createHash('sha256')
    .update(as === 'carer' ? `begin carer ${request}` : `begin ${request}`)
    .digest('hex')
    .slice(0, 32)
    .toUpperCase();
  return { id: `P-${hex}`, name: NO_NAME, roles: ['person'] };
};

/** One first case for each person, from however many tabs and clicks. */
const openFirstCase = ({ visit, as }: Beginning, by: Actor): Promise<Acted> => {
  const request = as === 'carer' ? `begin carer ${by.id}` : `begin ${by.id}`;
  const caseId = caseIdFor(request);
  const person = { id: by.id, name: by.name };
  const known = nameOf(by, visit, as);
  return act(actPorts, { caseId, command: { type: 'open-case', caseId, person, known, as }, by, request });
};

const forStaff = ({ frame }: Visit): Answer =>
  show(
    <ForbiddenPage
      frame={frame}
      sentence="This is for people who ask for support. You are signed in as someone who works for the council."
      help="To try it as a new person, sign out first. To help somebody start, sit with them at their own screen."
    />,
    403,
  );

const leadOn = (visit: Visit, by: Actor, acted: Acted): Answer => {
  const state = 'case' in acted ? acted.case : undefined;
  if (state?.person.id === by.id) return goTo(pathsOf(state.id).story);
  if (!acted.done && acted.why === 'refused' && acted.refusal.refused === 'no-carer-pathway')
    return show(<ForbiddenPage frame={visit.frame} sentence={acted.refusal.message} help="Go back to the first page." />, 403);
  return show(<ConflictPage frame={visit.frame} typed={[]} href="/" />, 409);
};

/** Somebody who has begun, or came in by a link: their own open case of this kind, or a first one. A second is gone over first. */
const goOn = async ({ visit, as }: Beginning, actor: Actor): Promise<Answer> => {
  const summaries = await ownCases(actor.id);
  const open = ofKind(summaries, as).find(isOpen);
  if (open) return goTo(pathsOf(open.caseId).story);
  return summaries.length > 0 ? goTo(startPath(as)) : leadOn(visit, actor, await openFirstCase({ visit, as }, actor));
};

const startAfresh = async (beginning: Beginning): Promise<Answer> => {
  const { visit, as } = beginning;
  const person = newPerson(beginning);
  const acted = await openFirstCase(beginning, person);
  const state = 'case' in acted ? acted.case : undefined;
  const begunLongAgo = state && visit.now.getTime() - Date.parse(state.openedAt) > SAME_CLICK_MS;
  if (begunLongAgo) return startAfresh({ visit: { ...visit, request: randomUUID() }, as });
  if (state?.person.id === person.id) await beginSession(visit.c, person);
  return leadOn(visit, person, acted);
};

export const begin = openPage({
  path: '/begin',
  get: async ({ session }) => goTo(session && !isStaff(session.actor) ? MY : '/'),
  post: async (visit, typed) => {
    const actor = visit.session?.actor;
    const beginning: Beginning = { visit, as: text(typed, 'as') === 'carer' ? 'carer' : 'adult' };
    if (!actor) return startAfresh(beginning);
    return isStaff(actor) ? forStaff(visit) : goOn(beginning, actor);
  },
});
