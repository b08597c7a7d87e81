/**
 * One form of a draft, in the order people go through it: each question with why it is asked, when it shows, how hard it is to read and
 * which words it lacks. Every edit is a page of its own beside this one.
 */
import { type Form, type FormPage, type Item, type Section, sectionsOf } from '../../../lib/domain/form.ts';
import type { Question } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { missingWords } from '../../../lib/pathway/missing-words.ts';
import { Button } from '../kit/form.tsx';
import type { Html, Words } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Table } from '../kit/tables.tsx';
import { show } from '../page.ts';
import { burdenIn } from './burden-meter.tsx';
import { notThere } from './deed-page.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage, faultsOf } from './draft-page.tsx';
import { councilOf } from './draft-reading.ts';
import { bankIn, formIn, formsIn, part, questionsIn } from './draft-things.ts';
import { keptWords, Lines, LinkTo, repeatsOf, StagesOf, sizeOf } from './forms.tsx';
import { OwnFaults } from './own-faults.tsx';
import { shownWhen, useInWords } from './uses-reading.ts';
import { GradeNote, lacksWords, WordsShown } from './wording.tsx';

type About = {
  readonly visit: DraftVisit;
  readonly form: Form;
  readonly bank: ReadonlyMap<string, Question>;
  readonly lacks: ReadonlyMap<string, string>;
  readonly open: boolean;
};

const lackOf = (visit: DraftVisit): Map<string, string> => {
  const gaps = missingWords(formsIn(visit), questionsIn(visit));
  return new Map(gaps.questions.map(({ id, gaps: own }) => [id, lacksWords([...new Set(own.flatMap((gap) => gap.lacks))])]));
};

const hrefOf = ({ visit, form }: About, path = ''): string => draftHref(visit.view.draft, `/forms/${form.id}${path}`);

const PageCell = ({ about, page }: { readonly about: About; readonly page: FormPage }): Html => {
  const title = page.title ? say(page.title) : page.id.replaceAll('-', ' ');
  const when = shownWhen(about.visit, page.showIf);
  return (
    <>
      {title}
      {when ? <span class="ow-working__detail">{when}</span> : null}
      <span class="ow-working__detail">
        <LinkTo href={hrefOf(about, `/see/${page.id}`)} text="See it" what={`as people do: ${title}`} />
        {about.open ? (
          <>
            {' '}
            <LinkTo href={hrefOf(about, `/pages/${page.id}/when`)} text="When" what={`the page ${title} shows`} />
          </>
        ) : null}
        {about.open && page.title ? (
          <>
            {' '}
            <LinkTo href={hrefOf(about, `/words/page.${page.id}.title`)} text="Words" what={`of the page ${title}`} />
          </>
        ) : null}
      </span>
    </>
  );
};

const Deeds = ({ about, id, ask }: { readonly about: About; readonly id: string; readonly ask: string }): Html | string => {
  if (!about.open) return '';
  const at = hrefOf(about, `/questions/${id}`);
  return (
    <>
      <span class="ow-working__detail">
        <LinkTo href={`${at}/take-out`} text="Take it out" what={ask} />
      </span>
      <span class="ow-working__detail">
        <LinkTo href={`${at}/move`} text="Move" what={ask} />
      </span>
      <span class="ow-working__detail">
        <LinkTo href={`${at}/when`} text="When it shows" what={ask} />
      </span>
    </>
  );
};

const askedRow = (about: About, page: FormPage, item: Extract<Item, { q: string }>): Words[] => {
  const question = about.bank.get(item.q);
  const ask = question ? say(question.ask) : item.q;
  const shown = shownWhen(about.visit, item.showIf) ?? 'Always';
  const lacks = about.lacks.get(item.q);
  return [
    <>
      <LinkTo href={draftHref(about.visit.view.draft, `/questions/${item.q}`)} text={ask} />
      {question ? <span class="ow-working__detail">{question.hint ? say(question.hint) : ''}</span> : null}
    </>,
    <PageCell about={about} page={page} />,
    question ? <Lines lines={question.why.usedBy.map((use) => useInWords(about.visit, use))} /> : 'The bank has no such question',
    item.confirmOnly ? `${shown} Only to look at again.` : shown,
    question ? <Reading question={question} lacks={lacks} /> : '',
    <Deeds about={about} id={item.q} ask={ask} />,
  ];
};

const Reading = ({ question, lacks }: { readonly question: Question; readonly lacks: string | undefined }): Html => (
  <>
    <WordsShown words={question.ask} only="grade" />
    {lacks ? <span class="ow-working__detail">{lacks}</span> : null}
  </>
);

const guidanceRow = (about: About, page: FormPage, item: Extract<Item, { show: unknown }>, place: number): Words[] => [
  `Note: ${say(item.text)}`,
  <PageCell about={about} page={page} />,
  'It asks nothing',
  shownWhen(about.visit, item.showIf) ?? 'Always',
  <WordsShown words={item.text} only="grade" />,
  about.open ? <LinkTo href={hrefOf(about, `/words/page.${page.id}.note.${place}`)} text="Words" what="of this note" /> : '',
];

const rowsOf = (about: About, { pages }: Section): Words[][] =>
  pages.flatMap((page) => {
    const notes = page.items.filter((item) => 'show' in item);
    return page.items.map((item) =>
      'q' in item ? askedRow(about, page, item) : guidanceRow(about, page, item, notes.indexOf(item)),
    );
  });

const HEAD = ['Question', 'Page', 'Why it is asked', 'When it shows', 'Reading', 'Do'].map((text) => ({ text }));

const SectionView = ({ about, section }: { readonly about: About; readonly section: Section }): Html => (
  <>
    <Table caption={say(section.title)} head={HEAD} rowHeads rows={rowsOf(about, section)} />
    {about.open ? (
      <p class="govuk-body-s">
        <LinkTo
          href={hrefOf(about, `/words/section.${section.id}.title`)}
          text="Change the heading"
          what={`“${say(section.title)}”`}
        />
        {section.intro ? (
          <>
            {' '}
            <LinkTo
              href={hrefOf(about, `/words/section.${section.id}.intro`)}
              text="Change the words under it"
              what={`under “${say(section.title)}”`}
            />
          </>
        ) : null}
      </p>
    ) : null}
  </>
);

const factsOf = (about: About) => {
  const { visit, form, open } = about;
  const { questions, freeText } = sizeOf(form, visit);
  const burdens = burdenIn(visit.view.after, councilOf(visit));
  const words = (where: string, what: string) => (open ? { change: { href: hrefOf(about, `/words/${where}`), what } } : {});
  return [
    { key: 'Heading', value: <WordsShown words={form.title} />, ...words('title', 'the heading') },
    ...(form.intro
      ? [{ key: 'Words at the start', value: <WordsShown words={form.intro} />, ...words('intro', 'the words at the start') }]
      : []),
    { key: 'Who fills it in', value: form.for === 'person' ? 'The person, or somebody with them' : 'Staff' },
    { key: 'Where', value: <StagesOf visit={visit} form={form} /> },
    {
      key: 'How much it asks',
      value: `${questions} questions, ${freeText} of them free text. Asked again: ${repeatsOf(burdens, form.id)}.`,
    },
    { key: 'The law it rests on', value: form.legalBasis.join('; ') || 'None named' },
    { key: 'Who answers for it', value: keptWords(form) },
  ];
};

export const FormView = ({ visit, form }: { readonly visit: DraftVisit; readonly form: Form }): Html => {
  const open = visit.view.draft.state === 'open';
  const about: About = { visit, form, bank: bankIn(visit), lacks: lackOf(visit), open };
  return (
    <DraftFrame visit={visit} title={say(form.title)} part="Forms" back={draftHref(visit.view.draft, '/forms')}>
      <OwnFaults faults={faultsOf(visit)} file={`forms/${form.id}.json`} />
      <SummaryList rows={factsOf(about)} />
      {open && form.page !== 'plan' ? (
        <div class="govuk-button-group">
          <Button text="Add a question" href={hrefOf(about, '/add')} kind="secondary" />
          <LinkTo href={hrefOf(about, '/take-out')} text="Take the whole form out" />
        </div>
      ) : null}
      {form.page === 'plan' ? <p class="govuk-body">The pages of the plan are its own: they ask nothing from the bank.</p> : null}
      {sectionsOf(form).map((section) => (
        <SectionView about={about} section={section} />
      ))}
      <GradeNote />
    </DraftFrame>
  );
};

export const form = draftPage({
  path: '/forms/:form',
  get: async (visit) => {
    const found = formIn(visit, part(visit, 'form'));
    return found ? show(FormView({ visit, form: found })) : notThere(visit);
  },
});
