/** Why a question is asked, who reads the answer, which decisions use it, and on what law: beside every question. */
import type { Question, Use } from '../../../lib/domain/question.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { Details } from '../kit/messages.tsx';
import { Bullets, Text } from './prose.tsx';

const USES: Readonly<Record<Use['kind'], string>> = {
  decision: 'a decision we make with you',
  calculation: 'working out a figure',
  payment: 'paying for support',
  safeguarding: 'keeping people safe',
  return: 'numbers we must send to the government, without your name on the page',
  contact: 'getting in touch with you',
  letter: 'the letters we write to you',
  duty: 'something the law says we must do',
};

export const WhyWeAsk = ({ question, reader }: { readonly question: Question; readonly reader: Reader }) => {
  const { why } = question;
  const uses = [...new Set(why.usedBy.map(({ kind }) => USES[kind]))];
  return (
    <Details summary="Why we ask this">
      <Text>{say(why.reason, reader)}</Text>
      <Text>It is used for:</Text>
      <Bullets items={uses} />
      <Text>{say(why.sees, reader)}</Text>
      {why.basis.length > 0 ? <p class="govuk-body-s">The law behind it: {why.basis.join('; ')}.</p> : null}
    </Details>
  );
};
