/** A draft with a change that no longer fits what it changes. It says which, and offers to undo the last one; nothing else works until then. */
import type { Draft } from '../../../lib/app/configuring/draft.ts';
import { Button, Form } from '../kit/form.tsx';
import { Page } from '../kit/layout.tsx';
import type { SignedInVisit } from '../page.ts';

type OutOfStepProps = { readonly visit: SignedInVisit; readonly draft: Draft; readonly message: string };

export const OutOfStep = ({ visit, draft, message }: OutOfStepProps) => (
  <Page {...visit.frame} title="A change no longer fits" caption={`Draft: ${draft.title}`} back="/admin">
    <p class="govuk-body">{message}</p>
    <p class="govuk-body">Nothing that is live has changed.</p>
    {draft.state === 'open' ? (
      <Form action={`/admin/drafts/${draft.id}/deeds`} csrf={visit.csrf} request={visit.request} submit={false}>
        <input type="hidden" name="revision" value={String(draft.revision)} />
        <Button text="Undo the last change" name="deed" value="undo" />
      </Form>
    ) : null}
  </Page>
);
