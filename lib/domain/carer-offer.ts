/**
 * Whether a carer has been offered an assessment of their own, from what is known (Care Act 2014 s.10). The carer's record itself is a
 * case of the carer's, private from this one: nothing here reads it.
 */
import type { IsoDate } from './calendar.ts';
import type { Case } from './case.ts';
import { isInForce } from './circle.ts';
import { statementOf } from './fact.ts';

/** `ask`: not known yet. `nobody`: no carer. `offer`: there is one, and the offer is still to be made. */
export type CarerOfferState = 'ask' | 'nobody' | 'offer' | 'person-said-no' | 'wanted' | 'not-now';
export type CarerOffer = { readonly state: CarerOfferState; readonly forStaff: string; readonly law: string };

const WORDS: Readonly<Record<CarerOfferState, Omit<CarerOffer, 'state'>>> = {
  ask: { forStaff: 'Ask whether someone looks after them without being paid.', law: 'Care Act 2014, s.10(1)' },
  nobody: {
    forStaff: 'Nobody looks after them without being paid, as far as we know. Ask again when things change.',
    law: 'Care Act 2014, s.10(1)',
  },
  offer: {
    forStaff:
      'Someone looks after them without being paid. Offer that person an assessment of their own, whatever is decided here.',
    law: 'Care Act 2014, s.10(1)',
  },
  'person-said-no': {
    forStaff:
      'The person would rather that we did not offer it. It is the carer’s right, and only the carer can refuse it: talk it over with the person first, then make the offer.',
    law: 'Care Act 2014, s.10(1) and s.11(5)',
  },
  wanted: {
    forStaff: 'The carer wants an assessment. It is a case of their own, and the two stay private from each other.',
    law: 'Care Act 2014, s.10',
  },
  'not-now': {
    forStaff: 'The carer said not now. The offer stays open: make it again when things change.',
    law: 'Care Act 2014, s.11(5) to (7)',
  },
};

const stateOf = ({ facts, circle }: Pick<Case, 'facts' | 'circle'>, today: IsoDate): CarerOfferState => {
  const said = (question: string) => statementOf(facts, question)?.value;
  const offered = said('assess.carer-offered');
  if (offered === 'wants-one') return 'wanted';
  if (offered === 'not-now') return 'not-now';
  const invited = circle.some((grant) => grant.as === 'carer' && isInForce(grant, today));
  const carer = invited || said('about.carer');
  if (carer !== true) return carer === false ? 'nobody' : 'ask';
  return said('about.carer-offer') === false ? 'person-said-no' : 'offer';
};

/** How the offer stands on `today`. A carer who was invited to help counts, whatever was answered. */
export const carerOfferOf = (state: Pick<Case, 'facts' | 'circle'>, today: IsoDate): CarerOffer => {
  const is = stateOf(state, today);
  return { state: is, ...WORDS[is] };
};
