/**
 * A form that only asks for another view of the same page: what is typed stands in the address, so it can be kept, sent on and gone
 * back to. It changes nothing, and so it carries no token. What changes something is `form.tsx`.
 */
import { Button } from './form.tsx';
import type { WithChildren } from './html.ts';

type SearchFormProps = WithChildren & {
  readonly action: string;
  readonly submit: string;
  /** What this form is for, for people who cannot see where it stands. */
  readonly label: string;
};

export const SearchForm = ({ action, submit, label, children }: SearchFormProps) => (
  <form method="get" action={action} aria-label={label} novalidate>
    {children}
    <Button text={submit} kind="secondary" />
  </form>
);
