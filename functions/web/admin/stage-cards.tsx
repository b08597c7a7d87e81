/**
 * The stages of a pathway as an ordered list: one card each, with taking it out first. Moving one changes the order of this list and
 * nothing else. The picture beside it is `pathway-beside.tsx`.
 */
import { isHuman, type StageDef } from '../../../lib/domain/stage.ts';
import { Form } from '../kit/form.tsx';
import { govuk } from '../kit/govuk.ts';
import type { Html } from '../kit/html.ts';
import { Revision } from './draft-frame.tsx';
import { draftHref } from './draft-page.tsx';
import { type PathwayVisit, pathwayPath, stageHref } from './pathway-page.tsx';
import { formWords, KIND, leadWords, outcomeWords, promiseWords, quoted, waysOf, whoWords } from './stage-words.ts';

const formsAt = (stage: StageDef): string[] => [
  ...(stage.kind === 'form' ? [stage.form] : []),
  ...('includes' in stage ? (stage.includes ?? []) : []),
];

/** A few short lines: the table below has the same in columns. */
const Facts = ({ visit: { pathway, forms }, stage }: { readonly visit: PathwayVisit; readonly stage: StageDef }) => {
  const filled = formsAt(stage).map((id) => formWords(id, forms));
  return (
    <>
      <p class="govuk-body">
        {KIND[stage.kind]}. {whoWords(stage)}
        {isHuman(stage) ? `, within ${promiseWords(stage)}` : ''}.
        {filled.length > 0 ? ` Forms: ${filled.map(quoted).join(', ')}.` : ''}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {waysOf(stage).map(({ outcome, to }) => (
          <li>
            {outcomeWords(stage, outcome, forms)}: on to {leadWords(to, pathway)}
          </li>
        ))}
      </ul>
    </>
  );
};

type MoveProps = { readonly title: string; readonly way: 'up' | 'down'; readonly to: string };

const Move = ({ title, way, to }: MoveProps): Html =>
  govuk('button', {
    html: (
      <>
        Move {way}
        <span class="govuk-visually-hidden">: {title}</span>
      </>
    ),
    name: 'move',
    value: to,
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  });

type CardProps = { readonly visit: PathwayVisit; readonly stage: StageDef; readonly place: number };

const Card = ({ visit, stage, place }: CardProps) => {
  const { pathway, view } = visit;
  const href = (path = ''): string => stageHref(view.draft, { pathway, stage }, path);
  const open = view.draft.state === 'open';
  return (
    <li id={`stage-${stage.id}`}>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={href()}>
          {stage.title}
        </a>
      </h3>
      <Facts visit={visit} stage={stage} />
      {open ? (
        <div class="govuk-button-group">
          <a class="govuk-link" href={href('/take-out')}>
            Take it out<span class="govuk-visually-hidden">: {stage.title}</span>
          </a>
          {place > 0 ? <Move title={stage.title} way="up" to={`${stage.id} ${place - 1}`} /> : null}
          {place < pathway.stages.length - 1 ? <Move title={stage.title} way="down" to={`${stage.id} ${place + 1}`} /> : null}
        </div>
      ) : null}
    </li>
  );
};

export const StageCards = ({ visit }: { readonly visit: PathwayVisit }) => {
  const { pathway, view, csrf, request } = visit;
  const list = (
    <ol class="govuk-list govuk-list--number">
      {pathway.stages.map((stage, place) => (
        <Card visit={visit} stage={stage} place={place} />
      ))}
    </ol>
  );
  if (view.draft.state !== 'open') return list;
  return (
    <Form action={draftHref(view.draft, pathwayPath(pathway))} csrf={csrf} request={request} submit={false}>
      <Revision draft={view.draft} />
      {list}
    </Form>
  );
};
