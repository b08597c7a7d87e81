/**
 * The pictures of the administrators' pages: a stage is taken out of the pathway that everybody is on, published, and the open cases are
 * looked at. Called by `take-screenshots.ts`, last: new cases go without the stage afterwards.
 */
import type { Browser } from 'playwright-core';
import { beginDraft, counted, publishes, takeItOut, takeOutLink } from './admin-walk.ts';
import { signInAs } from './person-walk.ts';
import { bothPictures, picture } from './pictures.ts';
import { walker } from './walker.ts';

const OUT = {
  pathway: 'Self-directed support for adults',
  stage: 'Quality check of the plan',
  onTo: 'Plan sign-off',
  why: 'It changed one plan in fifty and cost five days.',
} as const;
const DRAFT = 'No second look at plans';

/** The list and the picture stand beside each other. */
const WIDE = { width: 1280, height: 900 };

export const showAdministration = async (browser: Browser, url: string): Promise<void> => {
  const wren = counted(await walker(browser, { url }));
  await signInAs(wren, 'Wren Okonkwo');
  await wren.open('/admin/evidence');
  await picture(wren, 'admin-evidence');
  await wren.open('/admin');
  await beginDraft(wren, DRAFT);
  await wren.follow('Pathways');
  await wren.follow(OUT.pathway);
  await bothPictures(wren, 'admin-pathway', WIDE);
  await wren.arrive(() => takeOutLink(wren, OUT.stage).click());
  await picture(wren, 'admin-take-out');
  await takeItOut(wren, OUT);
  await wren.follow('See all that changes, or undo it');
  await picture(wren, 'admin-draft');
  await wren.press('Hand it over for publishing');
  await wren.leave();
  const bilal = counted(await walker(browser, { url }));
  await signInAs(bilal, 'Bilal Castellane');
  await publishes(bilal, DRAFT);
  await bilal.follow('See which open cases could move to it');
  await picture(bilal, 'admin-move');
  await bilal.leave();
};
