/**
 * The story as its pages need it: which questions show to this reader, what is left, where to go next. Whoever helps sees only the
 * parts they were invited to. The rules of answering are the domain's. Called by the story pages and the person's own page.
 */
import { act } from '../../../lib/app/act.ts';
import { configurationOf } from '../../../lib/app/configuration.ts';
import { configurations } from '../../../lib/aws/configurations.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { AskingForm } from '../../../lib/domain/form.ts';
import { pagesShown, type Shown, type ShownPage } from '../../../lib/domain/form-walk.ts';
import { openForms, openStory, partsFor, shownOf, storyForms } from '../../../lib/domain/open-forms.ts';
import { rolesOn } from '../../../lib/domain/permission.ts';
import type { Question } from '../../../lib/domain/question.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { actPorts } from '../../ports.ts';
import type { CaseVisit } from '../page.ts';

export type Story = {
  readonly forms: readonly AskingForm[];
  readonly shown: readonly Shown[];
  readonly pages: readonly ShownPage[];
  /** It can be sent by this reader once nothing required is left: the stage is a story, and it is theirs to send. */
  readonly sendable: boolean;
};

const visibleTo = ({ actor, case: state, now }: CaseVisit, shown: readonly Shown[]): readonly Shown[] => {
  const parts = partsFor(state, actor, toIsoDate(now));
  return parts === 'all' ? shown : shown.filter(({ section }) => parts.includes(section.id));
};

/** What is asked on `state` now. */
export const storyOn = (visit: CaseVisit, state: Case): Story => {
  const { configuration, now, actor, subject } = visit;
  const story = openStory(state, configuration);
  const forms = story ? storyForms(state, configuration) : openForms(state, configuration, 'person');
  const shown = visibleTo(visit, shownOf(state, configuration, forms, now));
  const sendable = story !== undefined && !rolesOn(actor, subject).includes('helper');
  return { forms, shown, pages: pagesShown(shown), sendable };
};

export const storyOf = (visit: CaseVisit): Story => storyOn(visit, visit.case);

/** The next page with something left after `page`; only forward, so that what was skipped on purpose is not asked for again at once. */
export const pageAfter = ({ pages }: Story, page: ShownPage): ShownPage | undefined => {
  const place = pages.findIndex((each) => each.page.id === page.page.id && each.form.id === page.form.id);
  return pages.slice(place + 1).find(({ left }) => left > 0);
};

export const isAnswerable = ({ question }: { readonly question: Question }): boolean => question.type !== 'finding';

export const pageTitle = ({ page, shown }: ShownPage, reader: Reader): string =>
  page.title ? say(page.title, reader) : say(shown[0]?.question.ask, reader);

/** Whether this council works out an up-front figure at all: it may have taken that stage out. */
export const givesFigure = ({ route }: Configuration): boolean => route.stages.some(({ kind }) => kind === 'resource-allocation');

/** Whether the story can still be written: the case stands at a stage whose form is the story. */
export const storyIsOpen = (state: Case, configuration: Configuration): boolean => openStory(state, configuration) !== undefined;

/**
 * The visit with a draft brought up to the questions in force, if they have changed since it was begun. No answer is lost by it; the
 * pages show in one sentence what changed (`case.changed`).
 */
export const broughtUpToDate = async (visit: CaseVisit): Promise<CaseVisit> => {
  const { case: state, configuration, bundle, actor } = visit;
  if (bundle.version === configuration.version || !openStory(state, configuration)) return visit;
  if (!bundle.pathways.some(({ id }) => id === state.pathway)) return visit;
  const to = configurationOf(bundle, state.pathway);
  const acted = await act(actPorts, { caseId: state.id, command: { type: 'adopt-configuration', to }, by: actor });
  if (!acted.done || acted.case.configuration === configuration.version) return visit;
  const published = await configurations.version(acted.case.configuration);
  return published ? { ...visit, case: acted.case, configuration: configurationOf(published.bundle, acted.case.pathway) } : visit;
};
