/**
 * The one thing to do next on a case, for whoever looks: a page to go to, or in words whom it waits for. Pure. It only points the
 * way; whether somebody may do it is decided by `decide`.
 */
import type { Actor } from '../../../lib/domain/actor.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Case, Underway } from '../../../lib/domain/case.ts';
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import { type HumanStageDef, isHuman } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { stageAt, WHO_WORDS } from './case-words.ts';

export type NextStep = {
  /** Says what happens next and whom it waits for. */
  readonly sentence: string;
  /** Absent where it is not this actor's turn. */
  readonly action?: { readonly text: string; readonly href: string };
  /** Something this actor may do instead, such as filling in a person's form with them. */
  readonly instead?: { readonly text: string; readonly href: string };
};

type Go = { readonly text: string; readonly href: string };

const actionFor = (def: HumanStageDef, base: string, configuration: Configuration): Go => {
  switch (def.kind) {
    case 'assessment':
      return { text: 'Confirm the assessment', href: `${base}/assess` };
    case 'plan-approval':
      return { text: 'Read the plan and decide', href: `${base}/approve` };
    case 'review':
      return { text: 'Record the review', href: `${base}/review` };
    case 'form': {
      const form = formOf(configuration, def.form);
      if (form?.page === 'story') return { text: 'Write down their story', href: `${base}/story` };
      if (form?.page === 'plan') return { text: 'Write the plan', href: `${base}/plan/edit` };
      return { text: `Fill in: ${form ? say(form.title) : def.title}`, href: `${base}/form/${def.id}` };
    }
  }
};

const forThePerson = (state: Underway, action: Go, actor: Actor): NextStep => {
  const sentence = `This waits for ${state.person.name}.`;
  if (!actor.roles.includes('assessor')) return { sentence };
  const text = 'Fill it in with them';
  return {
    sentence: `${sentence} You can fill it in with them. It is kept that you wrote it.`,
    instead: { text, href: action.href },
  };
};

const underway = (state: Underway, configuration: Configuration, actor: Actor): NextStep => {
  const def = stageAt(state, configuration);
  if (!def) return { sentence: 'This stage is not in the pathway any more. Ask whoever sets up the stages.' };
  if (!isHuman(def)) return { sentence: 'This is worked out by itself and takes a few moments. Nobody needs to do anything.' };
  const action = actionFor(def, `/cases/${state.id}`, configuration);
  if (def.who === 'person') return forThePerson(state, action, actor);
  if (!actor.roles.includes(def.who)) return { sentence: `This waits for ${WHO_WORDS[def.who]}.` };
  const wrote = def.kind === 'plan-approval' && state.plan?.authors.includes(actor.id) === true;
  if (wrote) return { sentence: 'You wrote some of this plan, so a colleague who agrees plans must look at it.' };
  const { takenBy } = state.at;
  if (takenBy && takenBy.id !== actor.id) {
    return { sentence: `${takenBy.name} has this. Put it back for the team first if you need to take over.` };
  }
  const sentence = takenBy ? 'You have this.' : `This waits for ${WHO_WORDS[def.who]}, and that can be you.`;
  return { sentence, action };
};

/** What comes next on `state`, for `actor`. */
export const nextStep = (state: Case, configuration: Configuration, actor: Actor): NextStep => {
  if (state.state === 'underway') return underway(state, configuration, actor);
  if (state.state === 'closed') return { sentence: `This case is closed. ${state.reasons}` };
  const sentence = `The next review is on or before ${formatDate(state.agreed.reviewDueOn)}. It opens by itself on that day.`;
  if (!actor.roles.includes('assessor')) return { sentence };
  return { sentence, instead: { text: 'Open a review sooner', href: `/cases/${state.id}/ask-for-review` } };
};
