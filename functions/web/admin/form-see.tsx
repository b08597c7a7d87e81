/**
 * One page of a form as people see it, with the boxes of the citizens’ pages, in each register: to look at: there is nothing to send. Conditions
 * are said, not followed: what shows only to some stands here too.
 */
import { type Form, type FormPage, pagesOf } from '../../../lib/domain/form.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import type { Html } from '../kit/html.ts';
import { show } from '../page.ts';
import { QuestionField } from '../shared/question-field.tsx';
import { fieldOf } from '../shared/read-field.ts';
import { said } from '../shared/said.tsx';
import { notThere } from './deed-page.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { asked, bankIn, formIn, modelIn, part, questionsIn } from './draft-things.ts';
import { toForm } from './form-take-out.tsx';
import { ReadIn } from './read-in.tsx';
import { shownWhen } from './uses-reading.ts';

const WAYS: readonly { readonly as: string; readonly text: string; readonly reader: Reader }[] = [
  { as: '', text: 'Plain English', reader: {} },
  { as: 'easy', text: 'Easy Read', reader: { easy: true } },
  { as: 'about', text: 'About someone else', reader: { about: true } },
  { as: 'welsh', text: 'Welsh', reader: { language: 'cy' } },
];

type SeeProps = { readonly visit: DraftVisit; readonly form: Form; readonly page: FormPage };

const Items = ({ visit, page, reader }: SeeProps & { readonly reader: Reader }) => {
  const bank = bankIn(visit);
  const configuration = { questions: [...questionsIn(visit)], model: modelIn(visit) };
  return (
    <section aria-label="The page as people see it">
      {page.items.map((item) => {
        const when = shownWhen(visit, item.showIf);
        const question = 'q' in item ? bank.get(item.q) : undefined;
        return (
          <div id={question ? `see-${fieldOf(question.id)}` : undefined}>
            {when ? <p class="govuk-hint">{when}</p> : null}
            {'show' in item ? <p class="govuk-body">{said(item.text, reader)}</p> : null}
            {question ? (
              <QuestionField question={question} configuration={configuration} reader={reader} typed={{}} errors={{}} />
            ) : null}
            {question?.type === 'finding' ? (
              <p class="govuk-body">“{say(question.ask, reader)}” is found on the page of the assessment.</p>
            ) : null}
          </div>
        );
      })}
    </section>
  );
};

export const SeeView = ({ visit, form, page }: SeeProps): Html => {
  const way = WAYS.find(({ as }) => as === asked(visit, 'as')) ?? WAYS[0];
  const reader = way?.reader ?? {};
  const href = draftHref(visit.view.draft, `${toForm(visit)}/see/${page.id}`);
  const when = shownWhen(visit, page.showIf);
  return (
    <DraftFrame
      visit={visit}
      title={`As people see it: ${page.title ? say(page.title) : say(form.title)}`}
      part="Forms"
      meter={false}
      back={draftHref(visit.view.draft, toForm(visit))}
    >
      <ReadIn
        ways={WAYS.map(({ as, text }) => ({ text, href: as ? `${href}?as=${as}` : href, current: as === (way?.as ?? '') }))}
      />
      <p class="govuk-body">Nothing that is typed here is sent or kept.</p>
      {when ? <p class="govuk-body">{when.replace('Only', 'This page shows only')}</p> : null}
      {reader.language === 'cy' ? <p class="govuk-body">What there is no Welsh for is shown in English.</p> : null}
      {page.title ? <h2 class="govuk-heading-l">{said(page.title, reader)}</h2> : null}
      <Items visit={visit} form={form} page={page} reader={reader} />
    </DraftFrame>
  );
};

export const formSee = draftPage({
  path: '/forms/:form/see/:page',
  get: async (visit) => {
    const form = formIn(visit, part(visit, 'form'));
    const page = form && pagesOf(form).find(({ id }) => id === part(visit, 'page'));
    return form && page ? show(SeeView({ visit, form, page })) : notThere(visit);
  },
});
