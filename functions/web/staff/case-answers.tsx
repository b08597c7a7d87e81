/** What the person said, question by question and in their words, and beside it what was agreed with them. Nothing is changed here. */

import type { Assessment, Findings, GivenAnswer } from '../../../lib/domain/assessment.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { ELIGIBILITY_RESULT_NAMES, type NeedCode, plainNeed } from '../../../lib/domain/eligibility.ts';
import { lifeAreasOf } from '../../../lib/domain/fact.ts';
import { asksOf, type Form, sectionsOf } from '../../../lib/domain/form.ts';
import { formsAt } from '../../../lib/domain/open-forms.ts';
import { bankOf } from '../../../lib/domain/question.ts';
import { type RasQuestion, wordsFor } from '../../../lib/domain/ras-model.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { HeldAnswers } from '../citizen/held-answers.tsx';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type CaseVisit, show } from '../page.ts';
import { CaseFrame, staffPage } from './case-frame.tsx';
import { willingWords } from './case-words.ts';

export const optionWords = (question: RasQuestion, option: string): string =>
  wordsFor(question.options.find(({ id }) => id === option)?.text, 'en', option);

/** Whether what was agreed is the person's own answer: statement, help, and whether the help can go on. */
export const sameAnswer = (
  given: Pick<GivenAnswer, 'option' | 'informalShare' | 'willingAndAble'>,
  agreed: Pick<GivenAnswer, 'option' | 'informalShare' | 'willingAndAble'>,
): boolean =>
  given.option === agreed.option &&
  given.informalShare === agreed.informalShare &&
  (given.informalShare === 0 || given.willingAndAble === agreed.willingAndAble);

type PersonSaidProps = { readonly question: RasQuestion; readonly given: GivenAnswer | undefined; readonly name: string };

/** One answer as the person gave it, with who wrote it down. */
export const PersonSaid = ({ question, given, name }: PersonSaidProps) => {
  if (!given) return <p class="govuk-body">{name} has not answered this. Agree the answer with them.</p>;
  return (
    <>
      <p class="govuk-body">{optionWords(question, given.option)}</p>
      {given.ownWords ? <p class="govuk-body ow-typed">“{given.ownWords}”</p> : null}
      <p class="govuk-body">{willingWords(given.informalShare, given.willingAndAble)}</p>
      <p class="govuk-body-s">
        Written by {given.by.name} on {readableTime(given.at, 'date')}
      </p>
      {given.personSaid ? (
        <p class="govuk-body">
          Before that {name} said: {optionWords(question, given.personSaid.option)}{' '}
          {given.personSaid.ownWords ? <span class="ow-typed">“{given.personSaid.ownWords}”</span> : null}
        </p>
      ) : null}
    </>
  );
};

const Agreed = ({ question, given, assessment }: Omit<PersonSaidProps, 'name'> & { readonly assessment: Assessment }) => {
  const agreed = assessment.answers[question.id];
  if (!agreed) return null;
  const note = agreed.note ? <p class="govuk-body ow-typed">{agreed.note}</p> : null;
  const same = given && sameAnswer(given, agreed);
  const words = same
    ? 'As they said.'
    : `${optionWords(question, agreed.option)} ${willingWords(agreed.informalShare, agreed.willingAndAble)}`;
  return (
    <>
      <p class="govuk-body">
        <strong>Agreed:</strong> {words}
      </p>
      {note}
    </>
  );
};

const yesNo = (found: boolean): string => (found ? 'Yes' : 'No');

/** The first conditions of the law that decided: they are not the same for a carer. */
const firstConditions = (findings: Findings): SummaryRow[] =>
  findings.kind === 'carer'
    ? [
        { key: 'Needs from giving necessary care', value: yesNo(findings.necessaryCare) },
        { key: 'Health getting worse, or at risk', value: yesNo(findings.healthAtRisk) },
      ]
    : [{ key: 'Needs from an impairment or illness', value: yesNo(findings.impairment) }];

const Decision = ({ assessment }: { readonly assessment: Assessment }) => {
  const { findings, decision, reasons, decidedBy, decidedAt } = assessment;
  const needs: readonly NeedCode[] = findings.unable;
  const unable = needs.map((code) => <li>{plainNeed(code)}</li>);
  const rows: SummaryRow[] = [
    { key: 'Decision', value: ELIGIBILITY_RESULT_NAMES[decision] },
    { key: 'By', value: `${decidedBy.name} on ${readableTime(decidedAt, 'date')}` },
    { key: 'Reasons', value: <span class="ow-typed">{reasons}</span> },
    ...firstConditions(findings),
    { key: 'Unable to achieve', value: unable.length > 0 ? <ul class="govuk-list govuk-list--bullet">{unable}</ul> : 'None' },
    { key: 'Significant impact on wellbeing', value: yesNo(findings.significantImpact) },
  ];
  return (
    <>
      <h2 class="govuk-heading-m">What was decided</h2>
      <SummaryList rows={rows} />
    </>
  );
};

/** The areas of life, each with what was agreed beside what was said. A carer is not asked about them. */
const Areas = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration } = visit;
  if (kindOf(configuration.route) === 'carer') return null;
  const { assessment, person } = state;
  const story = lifeAreasOf(state.facts);
  const rows = (configuration.model?.questions ?? []).map((question): SummaryRow => {
    const given = story[question.id];
    const agreed = assessment && <Agreed question={question} given={given} assessment={assessment} />;
    return {
      key: wordsFor(question.text, 'en', question.id),
      value: (
        <>
          <PersonSaid question={question} given={given} name={person.name} />
          {agreed}
        </>
      ),
    };
  });
  return rows.length > 0 ? <SummaryList rows={rows} /> : <p class="govuk-body">This council asks no questions with points.</p>;
};

type HeldProps = { readonly visit: CaseVisit; readonly forms: readonly Form[] };

/** What is held, form by form and each once: whose words it is, and what the other side said beside it. */
export const Held = ({ visit, forms }: HeldProps) => {
  const { case: state, configuration, reader, actor } = visit;
  const bank = bankOf(configuration.questions);
  const around = { state, configuration, reader, actorId: actor.id };
  const shown = new Set<string>();
  return (
    <>
      {forms.flatMap((form) =>
        sectionsOf(form).map((section) => {
          const asked = section.pages.flatMap((page) => asksOf(page).flatMap(({ q, confirmOnly }) => (confirmOnly ? [] : [q])));
          const ids = asked.filter((id) => !shown.has(id));
          for (const id of ids) shown.add(id);
          const questions = ids.flatMap((id) => {
            const question = bank.get(id);
            return question && question.type !== 'life-area' && state.facts[id] ? [question] : [];
          });
          return questions.length > 0 ? (
            <HeldAnswers {...around} card={say(section.title, reader)} questions={questions} />
          ) : null;
        }),
      )}
    </>
  );
};

/** The forms of this case's own pathway, in its order, and then the rest: some question may have moved since it was answered. */
const inOrder = ({ route, forms, ...rest }: Configuration): Form[] => {
  const own = route.stages.flatMap((stage): Form[] => formsAt({ route, forms, ...rest }, stage));
  return [...new Set([...own, ...forms])];
};

export const CaseAnswers = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state } = visit;
  return (
    <CaseFrame visit={visit} title={`${state.person.name}: answers`} part="Answers">
      <Areas visit={visit} />
      <Held visit={visit} forms={inOrder(visit.configuration)} />
      {state.assessment ? <Decision assessment={state.assessment} /> : null}
    </CaseFrame>
  );
};

export const caseAnswers = staffPage('view-work', {
  path: '/cases/:caseId/answers',
  get: async (visit) => show(<CaseAnswers visit={visit} />),
});
