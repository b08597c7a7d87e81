/**
 * Coming in by a link from a message: opening it shows where a code will go, a form sends the code, another tries it. A link that does
 * not work, for whatever reason, answers one and the same page.
 */
import { waitsForCode } from '../../../lib/app/access.ts';
import { enterCode, letIn, linkPath, type OpenLink, openLink, sendCode, wayOn } from '../access.ts';
import { type Answer, goTo, openPage, show, type Typed, text, type Visit } from '../page.ts';
import { WHOLE_PAGE } from '../settle.tsx';
import { codePage, deadLinkPage, papersPage, sendCodePage } from './return-code.tsx';

const dead = (visit: Visit): Answer => show(deadLinkPage(visit), 404);
const tokenOf = (visit: Visit): string => visit.c.req.param('token') ?? '';

const NO_CODE = 'That code has run out or was used. Ask for a new one.';
const ENOUGH_SENT = 'We sent you a lot of codes in the last hour. Use the newest one, or try again in an hour.';

const pageOf = (visit: Visit, open: OpenLink): Answer => {
  if (open.way === 'papers') return show(papersPage(visit));
  const drawn = { visit, token: tokenOf(visit), open };
  return show(waitsForCode(open.link, new Date()) ? codePage(drawn) : sendCodePage(drawn));
};

const send = async (visit: Visit, open: OpenLink): Promise<Answer> => {
  const token = tokenOf(visit);
  const sent = await sendCode(visit, token, open.link);
  if (sent === 'sent') return goTo(linkPath(token));
  if (sent === 'dead') return dead(visit);
  const drawn = { visit, token, open };
  if (!waitsForCode(open.link, new Date())) return show(sendCodePage({ ...drawn, errors: { [WHOLE_PAGE]: ENOUGH_SENT } }), 422);
  return show(codePage({ ...drawn, errors: { code: ENOUGH_SENT } }), 422);
};

const wrong = (left: number): string => `That is not the code. You have ${left === 1 ? '1 try' : `${left} tries`} left.`;

const enter = async (visit: Visit, open: OpenLink, typed: Typed): Promise<Answer> => {
  const token = tokenOf(visit);
  const drawn = { visit, token, open };
  const code = text(typed, 'code').replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(code))
    return show(codePage({ ...drawn, errors: { code: 'Type the six numbers of the code.' } }, typed), 422);
  const tried = await enterCode(token, code);
  if (tried.is === 'dead') return dead(visit);
  if (tried.is === 'no-code') return show(sendCodePage({ ...drawn, errors: { [WHOLE_PAGE]: NO_CODE } }), 410);
  if (tried.is === 'right') return goTo(await letIn(visit, open));
  // The page says how many tries are left now, not before this one.
  const counted = (await openLink(visit, token)) ?? open;
  return show(codePage({ ...drawn, open: counted, errors: { code: wrong(tried.left) } }), 422);
};

export const returnLink = openPage({
  path: '/return/:token',
  get: async (visit) => {
    const open = await openLink(visit, tokenOf(visit));
    if (!open) return dead(visit);
    // Whoever is in already needs no second code.
    return open.link.actor.id === visit.session?.actor.id ? goTo(await wayOn(open)) : pageOf(visit, open);
  },
  post: async (visit, typed) => {
    const open = await openLink(visit, tokenOf(visit));
    if (!open) return dead(visit);
    if (open.way === 'papers') return show(papersPage(visit), 403);
    return 'code' in typed ? enter(visit, open, typed) : send(visit, open);
  },
});
