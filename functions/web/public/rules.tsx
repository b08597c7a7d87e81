/**
 * The council's rules from answers to money, for anybody to read: which there are and which one is in use. Each has a page of its own
 * (`rules-model.tsx`), made from the same data that figures are made from.
 */
import { formatDate, IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import type { RasModel } from '../../../lib/domain/ras-model.ts';
import { Bullets, Link, Text } from '../citizen/prose.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { openPage, show, type Visit } from '../page.ts';

export const RULES = '/rules';

/** Where a model's own page is. Its id is the council's to choose, so it may hold anything. */
export const rulesHref = ({ id }: Pick<RasModel, 'id'>): string => `${RULES}/${encodeURIComponent(id)}`;

export const titleOf = ({ title, id }: RasModel): string => title ?? `The rules ${id}`;

/** A day of a model as people read it; nothing where the file has none, or something that is no day. */
export const dayOf = (given: string | null | undefined): string | undefined => {
  const day = IsoDate.safeParse(given?.slice(0, 10));
  return day.success ? formatDate(day.data) : undefined;
};

/**
 * Whether figures are made with these rules now.
 * @example the council's model in May 2026 → "We use these rules now. They are for figures from 6 April 2026 on."
 */
export const useOf = ({ bundle: { council }, now }: Visit, model: RasModel): string => {
  if (council.allocation !== model.id) return 'We do not use these rules for new figures now.';
  const day = dayOf(model.effectiveFrom);
  if (!day) return 'We use these rules now.';
  const begun = (model.effectiveFrom ?? '') <= toIsoDate(now);
  return begun ? `We use these rules now. They are for figures from ${day} on.` : `We use these rules from ${day} on.`;
};

const Listed = ({ visit }: { readonly visit: Visit }) => (
  <>
    {visit.bundle.allocation.map((model) => (
      <>
        <h2 class="govuk-heading-m">
          <Link href={rulesHref(model)}>{titleOf(model)}</Link>
        </h2>
        <Text>
          {useOf(visit, model)} There{' '}
          {model.questions.length === 1 ? 'is one question' : `are ${model.questions.length} questions`}.
        </Text>
      </>
    ))}
  </>
);

/** The page, for anybody. */
export const rulesPage = (visit: Visit): Html => {
  const { frame, bundle } = visit;
  const some = bundle.allocation.length > 0;
  return (
    <Page {...frame} title="How we get to an up-front figure" back="/">
      {some ? (
        <>
          <Text>
            When we know what you need, we work out a figure. It says about how much money there may be each week. Then you can
            plan.
          </Text>
          <Text>We do it by set rules. They are the same for all people, and you can read every one of them here.</Text>
          <Listed visit={visit} />
        </>
      ) : (
        <Text>We do not use points and a table here. We look at what your support costs, and work it out with you.</Text>
      )}
      <Bullets
        items={[
          'The figure is a guide and not a limit.',
          'It does not decide if you can have support.',
          <>
            To try it with your own answers, use <Link href="/reckoner">What might I get?</Link>
          </>,
        ]}
      />
    </Page>
  );
};

export const rules = openPage({ path: RULES, get: async (visit) => show(rulesPage(visit)) });
