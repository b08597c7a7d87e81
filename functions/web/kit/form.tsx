/**
 * A form that changes something, and its buttons. Every form carries the session's `csrf` token and a `request` id, by which a
 * form sent twice is acted on once. Not the checking of either: the web function does that.
 */
import { govuk } from './govuk.ts';
import type { Html, WithChildren } from './html.ts';

type ButtonProps = {
  readonly text: string;
  readonly kind?: 'secondary' | 'warning' | 'start' | undefined;
  /** A link that looks like a button. Only for going somewhere, never for changing something. */
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
};

export const Button = ({ text, kind, href, name, value }: ButtonProps) =>
  govuk('button', {
    text,
    ...(href ? { href } : { name, value, preventDoubleClick: true }),
    isStartButton: kind === 'start',
    ...(kind === 'secondary' || kind === 'warning' ? { classes: `govuk-button--${kind}` } : {}),
  });

type FormProps = WithChildren & {
  readonly action: string;
  readonly csrf: string;
  /** Made once when the page is drawn, and kept when it is drawn again after an error. */
  readonly request: string;
  /** The button's words; `false` when the children bring their own buttons. */
  readonly submit?: string | false | undefined;
  /** Drawn beside the button: a second button or a link. */
  readonly extra?: Html | undefined;
};

/** The browser's own messages are switched off (`novalidate`): ours say how to put things right, in one place and one voice. */
export const Form = ({ action, csrf, request, submit = 'Continue', extra, children }: FormProps) => (
  <form method="post" action={action} novalidate>
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="request" value={request} />
    {children}
    {submit === false ? null : (
      <div class="govuk-button-group">
        <Button text={submit} />
        {extra}
      </div>
    )}
  </form>
);
