/**
 * One model of points and money, in full and for anybody, made from the model itself; and its algorithm record to keep. No page of rules
 * is written by hand: what stands here is what figures are made with.
 */

import { algorithmRecordText, OMBUDSMAN } from '../../../lib/domain/algorithm-record.ts';
import { allocate } from '../../../lib/domain/allocation.ts';
import { exampleAnswers } from '../../../lib/domain/allocation-example.ts';
import { GUIDE_NOT_LIMIT } from '../../../lib/domain/allocation-line.ts';
import type { RasModel } from '../../../lib/domain/ras-model.ts';
import { Bullets, Heading, Link, Text } from '../citizen/prose.tsx';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type Answer, download, openPage, show, type Visit } from '../page.ts';
import { AllocationView } from '../shared/allocation-view.tsx';
import { dayOf, RULES, rulesHref, titleOf, useOf } from './rules.tsx';
import { Calibration, FromPointsToMoney } from './rules-money.tsx';
import { FamilyHelp, Questions } from './rules-questions.tsx';

type Props = { readonly visit: Visit; readonly model: RasModel };

const WhatItIs = ({ visit, model }: Props) => {
  const published = dayOf(model.publishedAt);
  const everybody = model.careGroups.includes('all');
  return (
    <>
      <Text>
        These are the rules for the up-front figure. They turn what you need into an amount of money a week, so that you can start
        to plan. {useOf(visit, model)}
      </Text>
      <InsetText>
        <strong>{GUIDE_NOT_LIMIT}</strong>
      </InsetText>
      <SummaryList
        rows={[
          { key: 'Name', value: model.id },
          { key: 'Version', value: String(model.version) },
          ...(published ? [{ key: 'Made public', value: published }] : []),
          { key: 'Who for', value: everybody ? 'All adults who need care and support' : model.careGroups.join(', ') },
        ]}
      />
    </>
  );
};

const OnThisPage = () => (
  <Bullets
    items={[
      <Link href="#questions">The questions and the points</Link>,
      <Link href="#family-help">If family or friends help</Link>,
      <Link href="#money">From points to money</Link>,
      <Link href="#fit">How well do the rules fit?</Link>,
      <Link href="#example">An example</Link>,
      <Link href="#disagree">If you do not agree</Link>,
      <Link href="#record">The record to keep</Link>,
    ]}
  />
);

const Example = ({ visit, model }: Props) => {
  const allocated = allocate(model, exampleAnswers(model));
  if (!allocated.ok) return null;
  const made = { model: model.id, modelVersion: String(model.version), madeAt: visit.now.toISOString() };
  return (
    <>
      <Heading id="example">An example</Heading>
      <Text>
        This is made up. It is no real person. We took the words in the middle of each question. It shows all the steps of the
        sum.
      </Text>
      <AllocationView allocation={{ ...allocated.result, ...made }} />
    </>
  );
};

const IfYouDoNotAgree = ({ visit: { bundle } }: Pick<Props, 'visit'>) => {
  const { contact, jurisdiction } = bundle.council;
  return (
    <>
      <Heading id="disagree">If you do not agree</Heading>
      <Text>
        A sum is not a decision. People decide, and your needs come first. If you have a figure, you can say “I don’t agree”
        beside each line of it on your own page. Or call us on {contact.phone}, or email {contact.email}.
      </Text>
      <Text>
        Someone who did not decide will look at it with you. If we do not put it right, you can go to {OMBUDSMAN[jurisdiction]}.
      </Text>
      <Text>You can also tell us that you think a rule is wrong. You do not need to have a figure for that.</Text>
    </>
  );
};

const TheRecord = ({ model }: Pick<Props, 'model'>) => (
  <>
    <Heading id="record">The record to keep</Heading>
    <Text>
      There is a file with all of this, for people who check rules like these or want to try them. It says who owns the rules, who
      decides, and what we do not know yet.
    </Text>
    <Text>
      <Link href={`${rulesHref(model)}/record.json`}>Download the record (JSON)</Link>
    </Text>
  </>
);

/** The page of one model, for anybody. */
export const rulesModelPage = (visit: Visit, model: RasModel): Html => {
  const { easy } = visit.reading;
  return (
    <Page {...visit.frame} title={titleOf(model)} caption="How we get to an up-front figure" back={RULES}>
      <WhatItIs visit={visit} model={model} />
      <OnThisPage />
      <Questions model={model} easy={easy} />
      <FamilyHelp model={model} />
      <FromPointsToMoney model={model} easy={easy} />
      <Calibration model={model} />
      <Example visit={visit} model={model} />
      <IfYouDoNotAgree visit={visit} />
      <TheRecord model={model} />
    </Page>
  );
};

/** Answers for the model in the path; one that is not in the bundle has no page. */
const forModel = async (visit: Visit, answer: (model: RasModel) => Answer): Promise<Answer> => {
  const model = visit.bundle.allocation.find(({ id }) => id === visit.c.req.param('model'));
  return model ? answer(model) : show(<NotFoundPage frame={visit.frame} />, 404);
};

export const rulesModel = openPage({
  path: `${RULES}/:model`,
  get: (visit) => forModel(visit, (model) => show(rulesModelPage(visit, model))),
});

export const rulesRecord = openPage({
  path: `${RULES}/:model/record.json`,
  get: (visit) =>
    forModel(visit, (model) =>
      download({
        name: `algorithm-record-${model.id}-${model.version}.json`,
        type: 'application/json; charset=utf-8',
        body: algorithmRecordText(model, visit.bundle.council),
      }),
    ),
});
