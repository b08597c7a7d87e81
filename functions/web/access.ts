/**
 * The front door without an account: gives people links, sends codes, lets them in. The rules are `lib/app/access.ts`, the words of
 * messages `access-messages.ts`, the pages `public/return-*.tsx`. Links and codes keep real time, as sessions do.
 */
import { createHash, randomInt } from 'node:crypto';
import type { Context } from 'hono';
import {
  contactKey,
  countSend,
  destinationOf,
  isLive,
  isSameContact,
  type Link,
  newCode,
  newLink,
  type Tried,
  tryCode,
  wayFor,
  whoMayCome,
} from '../../lib/app/access.ts';
import { act } from '../../lib/app/act.ts';
import { configurationOf } from '../../lib/app/configuration.ts';
import type { Access, Courier } from '../../lib/app/ports.ts';
import { access as kept } from '../../lib/aws/access.ts';
import { configurations } from '../../lib/aws/configurations.ts';
import { environment } from '../../lib/aws/env.ts';
import { mailbox } from '../../lib/aws/mailbox.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import { toIsoDate } from '../../lib/domain/calendar.ts';
import type { Case } from '../../lib/domain/case.ts';
import type { Contact } from '../../lib/domain/circle.ts';
import { openStory } from '../../lib/domain/open-forms.ts';
import { actPorts } from '../ports.ts';
import { codeMessage, linkMessage } from './access-messages.ts';
import { MY, pathsOf } from './citizen/paths.ts';
import type { Visit } from './page.ts';
import { beginSession, endSession, isOnALaptop } from './session.ts';

const access: Access = kept;
const courier: Courier = mailbox;

/** Whether messages get anywhere. No email or text service is connected yet: only a demonstration has a mailbox to read them in. */
export const canSend = (): boolean => environment.SIGN_IN === 'demo';

export const linkPath = (token: string): string => `/return/${token}`;

/** Where this service is, as the request reached it. On AWS that is the API's own domain, whatever a header says. */
const originOf = (c: Context): string => {
  const { host } = new URL(c.req.url);
  return `${isOnALaptop(host) ? 'http' : 'https'}://${host}`;
};

type Given = {
  readonly actor: { readonly id: string; readonly name: string };
  readonly caseId: string;
  readonly contact: Contact;
  readonly kind: 'return' | 'invitation';
  /** One sentence at the top of the message, such as who asks for help with what. */
  readonly about?: string;
};

/**
 * Sends somebody a link to one case. Links that went to another address of theirs stop working. `too-many`: enough were sent there
 * within the hour. `no-post`: nothing can be sent from this deployment.
 */
export const giveWayIn = async (visit: Visit, { about, ...given }: Given): Promise<'sent' | 'too-many' | 'no-post'> => {
  if (!canSend()) return 'no-post';
  const now = new Date();
  const { id, name } = given.actor;
  const counted = await access.count(contactKey(given.contact), (sent) => countSend(sent, given.caseId, now));
  if (counted === 'too-many') return 'too-many';
  const link = newLink({ ...given, actor: { id, name } }, now);
  await access.direct(given.caseId, id, destinationOf(link, now));
  const token = await access.issue(link);
  await courier.send(linkMessage(link, originOf(visit.c) + linkPath(token), visit.bundle.council, about), now);
  return 'sent';
};

/** Where the last link of this actor to this case went, and until when it works. */
export const lastLink = async (caseId: string, actorId: string): Promise<{ contact: Contact; until: string } | undefined> => {
  const found = await access.destination(caseId, actorId);
  if (!found || found.until <= new Date().toISOString()) return undefined;
  return { contact: found.contact, until: found.linkUntil };
};

/** A link that works, with the case it leads to. */
export type OpenLink = { readonly link: Link; readonly state: Case; readonly way: 'open' | 'papers' };

/** Nothing for a link that is old, dead, forged, sent to an address since changed, or of somebody who is not invited any more. */
export const openLink = async (visit: Visit, token: string): Promise<OpenLink | undefined> => {
  // Where no code can be sent, none can be waited for.
  const link = canSend() ? await access.find(token) : undefined;
  if (!link || !isLive(link, new Date())) return undefined;
  const last = await lastLink(link.caseId, link.actor.id);
  if (!last || !isSameContact(last.contact, link.contact)) return undefined;
  const stored = await actPorts.cases.load(link.caseId);
  const way = stored ? wayFor(stored.case, link.actor.id, toIsoDate(visit.now)) : 'over';
  return stored && way !== 'over' ? { link, state: stored.case, way } : undefined;
};

/** The code cannot be guessed from its hash without the link, which is kept nowhere. */
const hashOf = (token: string, code: string): string => createHash('sha256').update(`code ${token} ${code}`).digest('hex');

/** Makes and sends a new code in place of the old one. */
export const sendCode = async (visit: Visit, token: string, link: Link): Promise<'sent' | 'too-many' | 'dead'> => {
  const now = new Date();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const made = await access.change(token, (found) => newCode(found, hashOf(token, code), now));
  if (made !== 'made') return made ?? 'dead';
  await courier.send(codeMessage(link, code, visit.bundle.council), now);
  return 'sent';
};

/** One try with six digits. It is counted before it is answered, so tries at the same time are no more than tries in a row. */
export const enterCode = async (token: string, code: string): Promise<Tried> => {
  const now = new Date();
  return (await access.change(token, (found) => tryCode(found, hashOf(token, code), now))) ?? { is: 'dead' };
};

/** Where somebody goes on: a helper and an unsent story at the story, everybody else at their own page. */
export const wayOn = async ({ link, state }: OpenLink): Promise<string> => {
  const { story } = pathsOf(state.id);
  if (link.actor.id !== state.person.id) return story;
  const published = await configurations.version(state.configuration);
  if (!published) throw new Error(`configuration ${state.configuration} is gone`);
  return openStory(state, configurationOf(published.bundle, state.pathway)) ? story : MY;
};

/** After the right code: a session of their own, whoever this browser was before, and their place among the people around the person. */
export const letIn = async (visit: Visit, open: OpenLink): Promise<string> => {
  const { link, state } = open;
  const isTheirs = link.actor.id === state.person.id;
  const actor: Actor = { ...(isTheirs ? state.person : link.actor), roles: ['person'] };
  await endSession(visit.c, visit.session);
  await beginSession(visit.c, actor);
  if (!isTheirs) await act(actPorts, { caseId: state.id, command: { type: 'join-circle' }, by: actor });
  return wayOn(open);
};

/** Sends a fresh link to whoever of this case gets theirs at `contact`. Whether there is anybody, nobody is told. */
export const sendLostLink = async (visit: Visit, caseId: string, contact: Contact): Promise<void> => {
  const stored = await actPorts.cases.load(caseId);
  if (!stored) return;
  for (const actor of whoMayCome(stored.case, toIsoDate(visit.now))) {
    const last = await lastLink(caseId, actor.id);
    if (last && isSameContact(last.contact, contact)) {
      // To the address as it was given to us, not as it was typed just now.
      await giveWayIn(visit, { actor, caseId, contact: last.contact, kind: 'return' });
    }
  }
};
