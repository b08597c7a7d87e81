/**
 * The words for the people around a person: what they are, by what right they act, which parts they see; and the offer of an advocate.
 * Words only: who may see what is `lib/domain/circle.ts`, when an advocate is due `lib/domain/advocacy.ts`.
 */
import { type AdvocateDuty, advocacyOf } from '../../../lib/domain/advocacy.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { type Authority, actsForThem, type Grant, type Relation } from '../../../lib/domain/circle.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { type Section, sectionsOf } from '../../../lib/domain/form.ts';
import { openForms, openStory } from '../../../lib/domain/open-forms.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import type { CaseVisit } from '../page.ts';
import { Heading, Text } from './prose.tsx';

type RelationWords = { readonly person: string; readonly hint: string; readonly staff: string };

export const RELATION_WORDS: Readonly<Record<Relation, RelationWords>> = {
  helper: {
    person: 'Family or a friend who helps you',
    hint: 'They see and fill in the parts you pick. They cannot send them to us.',
    staff: 'Family or friend',
  },
  carer: {
    person: 'Someone who looks after you and is not paid for it',
    hint: 'They see and fill in the parts you pick. They have a right to help of their own, too.',
    staff: 'Unpaid carer',
  },
  companion: {
    person: 'A companion who goes through this with you',
    hint: 'They see and fill in the parts you pick, for as long as you want them with you.',
    staff: 'Companion',
  },
  advocate: {
    person: 'An advocate: a trained person who helps you have your say',
    hint: 'If you pick all of it, they can see your plan and your money, and speak to us for you.',
    staff: 'Independent advocate',
  },
  representative: {
    person: 'Someone who acts for you',
    hint: 'If you pick all of it, they can do here what you can do.',
    staff: 'Acts for them',
  },
};

export const AUTHORITY_WORDS: Readonly<Record<Authority, { readonly person: string; readonly staff: string }>> = {
  consent: { person: 'You say that they may', staff: 'The person’s own consent' },
  'lpa-health-and-welfare': {
    person: 'A lasting power of attorney for health and welfare',
    staff: 'Lasting power of attorney: health and welfare',
  },
  'lpa-property-and-finance': {
    person: 'A lasting power of attorney for money and property',
    staff: 'Lasting power of attorney: property and financial affairs',
  },
  'deputy-health-and-welfare': {
    person: 'A court made them your deputy for health and welfare',
    staff: 'Deputy: health and welfare',
  },
  'deputy-property-and-finance': {
    person: 'A court made them your deputy for money and property',
    staff: 'Deputy: property and affairs',
  },
  appointee: { person: 'They get your benefits for you, as your appointee', staff: 'Appointee for benefits' },
};

const ALL_PARTS = 'All the parts that you fill in';
const ALL_OF_IT = 'All of it. They act for you: they can also see your plan and your money, and send us your answers.';

const titles = (sections: readonly Section[], reader: Reader): string =>
  sections.map(({ title }) => say(title, reader)).join(', ');

const partsOf = ({ forms }: Configuration): Section[] =>
  forms.flatMap((form) => (form.for === 'person' ? [...sectionsOf(form)] : []));

/** What a grant lets its holder see, in words. A part that is not asked any more is left out. */
export const partsWords = (
  grant: Pick<Grant, 'as' | 'authority' | 'sections'>,
  configuration: Configuration,
  reader: Reader,
): string => {
  const { sections } = grant;
  if (sections === 'all') return actsForThem(grant) ? ALL_OF_IT : ALL_PARTS;
  return (
    titles(
      partsOf(configuration).filter(({ id }) => sections.includes(id)),
      reader,
    ) || 'Parts that we no longer ask about'
  );
};

/** The parts that can be given to somebody now, each once. */
export const openParts = (state: Case, configuration: Configuration): Section[] => [
  ...new Map(
    openForms(state, configuration, 'person').flatMap((form) => sectionsOf(form).map((part) => [part.id, part])),
  ).values(),
];

const TITLES: Readonly<Record<Exclude<AdvocateDuty, 'none'>, string>> = {
  ask: 'Someone to help you have your say',
  arises: 'You have a right to an advocate',
  chosen: 'Someone to help you have your say',
  advocate: 'Your advocate',
  'someone-suitable': 'Who helps you have your say',
  'not-needed': 'Having your say',
  declined: 'An advocate, if you want one',
};

/**
 * The offer of an advocate, for the person’s own page: in every state but the two where there is nothing to say. While the story is
 * open it asks what is hard, so that the page does not.
 */
export const AdvocateOffer = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration, now } = visit;
  const { duty, by, forThePerson } = advocacyOf(state, toIsoDate(now));
  const askedThere = duty === 'ask' && openStory(state, configuration) !== undefined;
  if (state.state === 'closed' || duty === 'none' || askedThere) return null;
  return (
    <>
      <Heading id="advocate">{TITLES[duty]}</Heading>
      <Text>
        {by ? `${by.name} is your advocate. ` : ''}
        {forThePerson}
      </Text>
      {duty === 'advocate' || duty === 'not-needed' ? null : (
        <Text>Call us on {configuration.council.contact.phone} to talk about it.</Text>
      )}
    </>
  );
};
