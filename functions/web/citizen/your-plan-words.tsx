/** The plan in the person's own words: what matters, what is good already, what to do if something goes wrong, what else helps. */
import type { PlanContent } from '../../../lib/domain/plan.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, show, type Typed, text } from '../page.ts';
import { pathsOf } from './paths.ts';
import { PlanPart } from './your-plan-frame.tsx';
import { contentOf, saveChange, writingPage } from './your-plan-visit.ts';

const LONGEST = 4000;

export const PLAN_WORDS = [
  {
    field: 'goals',
    heading: 'What matters to you',
    label: 'What matters to you?',
    hint: 'What do you want to do, or keep on doing? What does a good week look like?',
  },
  {
    field: 'strengths',
    heading: 'What you are good at, and who is there',
    label: 'What are you good at, and who is there for you?',
    hint: 'Things you can do, people you know, places you go.',
  },
  {
    field: 'backUp',
    heading: 'If something goes wrong',
    label: 'What happens if something goes wrong?',
    hint: 'Who comes if your help does not turn up, or someone is ill?',
  },
  {
    field: 'advice',
    heading: 'What else helps',
    label: 'What else helps?',
    hint: 'Things that make life easier or keep it from getting harder: a group, a class, a phone line. If you are not sure, ask us. By law each plan says this.',
  },
] as const satisfies readonly {
  readonly field: keyof PlanContent;
  readonly heading: string;
  readonly label: string;
  readonly hint: string;
}[];

const wordsTyped = (plan: PlanContent): Typed => Object.fromEntries(PLAN_WORDS.map(({ field }) => [field, plan[field] ?? '']));

/** The page; `typed` is what was sent, when it comes again. */
export const planWordsPage = (visit: CaseVisit, typed?: Typed, errors: FieldErrors = {}): Html => {
  const shown = typed ?? wordsTyped(contentOf(visit.case.plan));
  return (
    <PlanPart
      visit={visit}
      title="Your plan, in your words"
      action={pathsOf(visit.case.id).planWords}
      typed={typed ?? {}}
      errors={errors}
    >
      {PLAN_WORDS.map(({ field, label, hint }) => (
        <Textarea name={field} label={label} hint={hint} value={text(shown, field)} error={errors[field]} limit={LONGEST} />
      ))}
    </PlanPart>
  );
};

const tooLong = 'Use 4,000 letters or fewer.';

export const planWords = writingPage({
  path: 'words',
  get: (visit) => planWordsPage(visit),
  post: async (visit, typed) => {
    const words = PLAN_WORDS.map(({ field }) => [field, text(typed, field).replaceAll('\r\n', '\n').trim()] as const);
    const again = (errors: FieldErrors): Html => planWordsPage(visit, typed, errors);
    const long = words.filter(([, said]) => said.length > LONGEST).map(([field]) => [field, tooLong] as const);
    if (long.length > 0) return show(again(Object.fromEntries(long)), 422);
    return saveChange(visit, typed, { change: (plan) => ({ ...plan, ...Object.fromEntries(words) }), again });
  },
});
