/**
 * One draft: the difference it makes in plain words, what keeps it from being published, every change with who and why, and what can be
 * done with it next. Publishing is here too, so that whoever publishes has read all of this first.
 */
import { configure, publishDraft } from '../../../lib/app/configuring/configure.ts';
import { authorsOf, type DraftCommand } from '../../../lib/app/configuring/decide-draft.ts';
import type { DocumentFault } from '../../../lib/app/configuring/documents.ts';
import type { Change } from '../../../lib/app/configuring/draft.ts';
import { apply, isCannot, operationWords } from '../../../lib/app/configuring/operation.ts';
import { may } from '../../../lib/domain/permission.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText, NotificationBanner } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { Table } from '../kit/tables.tsx';
import { type Answer, goTo, type SignedInVisit, show, signedInPage, type Typed, text } from '../page.ts';
import { DifferenceView } from './difference-view.tsx';
import { Deed, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage, faultsOf, ports, settleDraft } from './draft-page.tsx';
import { councilOf, differenceOfDraft, sentenceFor } from './draft-reading.ts';
import { AllFaults } from './fault-lines.tsx';

const DEEDS = '/deeds';

const Faults = ({ visit, faults }: { readonly visit: DraftVisit; readonly faults: readonly DocumentFault[] }) => {
  if (faults.length > 0) return <AllFaults faults={faults} />;
  return visit.view.draft.state === 'open' ? (
    <p class="govuk-body">Every legal duty is still met, and everything fits together.</p>
  ) : null;
};

/** Each change in words of the documents as they were before it. */
const changeRows = (changes: readonly Change[], { view }: DraftVisit): string[][] => {
  let documents = view.before;
  return changes.map(({ operation, reason, by, at }) => {
    const words = operationWords(documents, operation);
    const after = apply(documents, operation);
    documents = isCannot(after) ? documents : after;
    return [words, reason || 'No reason given', `${by.name}, ${readableTime(at)}`];
  });
};

const Changes = ({ visit }: { readonly visit: DraftVisit }) => {
  const { draft } = visit.view;
  const deed = (name: string, words: string) => (
    <Deed visit={visit} draft={draft} action={DEEDS} deed={name} words={words} kind="secondary" button={Button} />
  );
  return (
    <>
      <Table
        caption="Changes, in the order they were made"
        head={[{ text: 'Change' }, { text: 'Why' }, { text: 'Who and when' }]}
        rows={changeRows(draft.changes, visit)}
        empty="Nothing is changed yet. Choose a part above: pathways to take out a stage, forms to take out a question."
      />
      {draft.state === 'open' ? (
        <div class="govuk-button-group">
          {draft.changes.length > 0 ? deed('undo', 'Undo the last change') : null}
          {draft.undone.length > 0 ? deed('redo', 'Do it again') : null}
        </div>
      ) : null}
    </>
  );
};

const Open = ({ visit, faulty }: { readonly visit: DraftVisit; readonly faulty: boolean }) => {
  const { draft, upToDate } = visit.view;
  const deed = (name: string, words: string, kind?: 'secondary' | 'warning') => (
    <Deed visit={visit} draft={draft} action={DEEDS} deed={name} words={words} kind={kind} button={Button} />
  );
  return (
    <>
      {upToDate ? null : (
        <InsetText>Something else was published since this draft was begun. Bring it up to date first.</InsetText>
      )}
      <div class="govuk-button-group">
        {upToDate ? null : deed('bring-up-to-date', 'Bring it up to date')}
        {upToDate && !faulty && draft.changes.length > 0 ? deed('check-draft', 'Hand it over for publishing') : null}
        {deed('drop-draft', 'Drop this draft', 'warning')}
      </div>
    </>
  );
};

/** For whoever may publish it, the button; for whoever may not, who can. */
const HandedOver = ({ visit }: { readonly visit: DraftVisit }) => {
  const { draft, upToDate } = visit.view;
  const own = authorsOf(draft).some(({ id }) => id === visit.actor.id);
  const deed = (name: string, words: string, kind?: 'secondary' | 'warning') => (
    <Deed visit={visit} draft={draft} action={DEEDS} deed={name} words={words} kind={kind} button={Button} />
  );
  return (
    <>
      <p class="govuk-body">
        Handed over by {draft.checkedBy?.name}.{' '}
        {own
          ? 'Somebody else has to publish it: whoever made or handed over a change does not.'
          : 'You had no hand in it, so you can publish it.'}
      </p>
      <div class="govuk-button-group">
        {!own && upToDate && may(visit.actor, 'publish-configuration')
          ? deed('publish', 'Publish: new cases start on this')
          : null}
        {upToDate ? null : deed('bring-up-to-date', 'Bring it up to date')}
        {deed('reopen-draft', 'Take it back', 'secondary')}
        {deed('drop-draft', 'Drop this draft', 'warning')}
      </div>
      {own ? null : <p class="govuk-body">Cases that are open stay as they are until somebody moves them.</p>}
    </>
  );
};

const Published = ({ visit }: { readonly visit: DraftVisit }) => {
  const version = visit.view.draft.published ?? '';
  return (
    <NotificationBanner title="Published" success>
      <p>New cases start on this, everywhere within five seconds. It is version {version}.</p>
      <p>
        <a class="govuk-notification-banner__link" href={`/admin/versions/${version}/move`}>
          See which open cases could move to it
        </a>
      </p>
    </NotificationBanner>
  );
};

type DraftViewProps = { readonly visit: DraftVisit; readonly errors?: FieldErrors | undefined };

export const DraftMain = async ({ visit, errors }: DraftViewProps): Promise<Html> => {
  const { draft } = visit.view;
  const live = draft.state === 'open' || draft.state === 'checked';
  const faults = live ? faultsOf(visit) : [];
  const difference = await differenceOfDraft(visit);
  return (
    <DraftFrame
      visit={visit}
      title={draft.state === 'checked' ? 'Read this before it goes live' : 'What changes'}
      part="What changes"
      errors={errors}
      meter={false}
    >
      {draft.state === 'published' ? <Published visit={visit} /> : null}
      <DifferenceView difference={difference} />
      {live ? <Faults visit={visit} faults={faults} /> : null}
      <Changes visit={visit} />
      {draft.state === 'open' ? <Open visit={visit} faulty={faults.length > 0} /> : null}
      {draft.state === 'checked' ? <HandedOver visit={visit} /> : null}
      <p class="govuk-body">
        <a class="govuk-link" href={draftHref(draft, '/files.json')}>
          Download it as files
        </a>
      </p>
    </DraftFrame>
  );
};

export const draftMain = draftPage({ path: '', get: async (visit) => show(await DraftMain({ visit })) });

const SIMPLE = ['undo', 'redo', 'check-draft', 'reopen-draft', 'drop-draft', 'bring-up-to-date'] as const;
const commandOf = (typed: Typed): Extract<DraftCommand, { type: (typeof SIMPLE)[number] }> | undefined => {
  const type = SIMPLE.find((each) => each === text(typed, 'deed'));
  return type && { type };
};

const publish = async (visit: SignedInVisit, draftId: string, typed: Typed) => {
  const council = councilOf(visit);
  const revision = Number(text(typed, 'revision')) || undefined;
  return publishDraft(ports, { draftId, by: visit.actor, revision, council, difference: await sentenceFor(council) });
};

/** The page again, whatever state the draft is in by now. */
const drawn = async (visit: SignedInVisit, errors: FieldErrors): Promise<Answer> => {
  const again = draftPage({ path: DEEDS, get: async (known) => show(await DraftMain({ visit: known, errors }), 409) });
  return again.kind === 'signed-in' && again.get ? again.get(visit) : goTo('/admin');
};

/** Not a `draftPage`: a draft with a change that fits no more is put right here too. */
export const draftDeeds = signedInPage('configure', {
  path: `/admin/drafts/:draft${DEEDS}`,
  post: async (visit, typed) => {
    const draftId = visit.c.req.param('draft') ?? '';
    const command = commandOf(typed);
    const isPublish = text(typed, 'deed') === 'publish';
    if (!command && !isPublish) return goTo(`/admin/drafts/${encodeURIComponent(draftId)}`);
    const revision = Number(text(typed, 'revision')) || undefined;
    const asked = { draftId, by: visit.actor, revision, request: visit.request };
    const configured = command ? await configure(ports, { ...asked, command }) : await publish(visit, draftId, typed);
    if (configured.done || configured.why === 'absent' || configured.why === 'not-allowed') {
      const to = configured.done && configured.draft.state === 'dropped' ? '/admin' : `/admin/drafts/${draftId}`;
      return settleDraft(visit, configured, { to, again: () => <></> });
    }
    return drawn(visit, { faults: configured.message });
  },
});
