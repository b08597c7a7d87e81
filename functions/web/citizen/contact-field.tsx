/** Where a link goes: by email or by text message, asked for in one way wherever it is asked. */
import { emailContact, textContact } from '../../../lib/app/access.ts';
import type { Contact } from '../../../lib/domain/circle.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';

type ContactFieldProps = {
  readonly legend: string;
  readonly hint: string;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** It is the reader's own, so the browser may fill it in; otherwise it is “their” email. */
  readonly own?: boolean | undefined;
};

export const ContactField = ({ legend, hint, typed, errors, own = false }: ContactFieldProps) => {
  const field = (name: string) => ({ name, value: text(typed, name), error: errors[name] });
  const email = (
    <TextInput
      {...field('email')}
      label={own ? 'Email address' : 'Their email'}
      type="email"
      autocomplete={own ? 'email' : undefined}
      spellcheck={false}
    />
  );
  const phone = (
    <TextInput
      {...field('phone')}
      label={own ? 'Mobile number' : 'Their mobile number'}
      type="tel"
      inputmode="tel"
      autocomplete={own ? 'tel' : undefined}
      width={20}
    />
  );
  return (
    <Radios
      {...field('by')}
      legend={legend}
      hint={hint}
      choices={[
        { value: 'email', text: 'By email', reveal: email },
        { value: 'text', text: 'By text message', reveal: phone },
      ]}
    />
  );
};

/** What was typed, or the one field to put right and how. */
export const readContact = (
  typed: Typed,
): { readonly contact: Contact } | { readonly field: string; readonly message: string } => {
  const by = text(typed, 'by');
  if (by !== 'email' && by !== 'text') return { field: 'by', message: 'Choose email or text message.' };
  const contact = by === 'email' ? emailContact(text(typed, 'email')) : textContact(text(typed, 'phone'));
  if (contact) return { contact };
  return by === 'email'
    ? { field: 'email', message: 'Write an email address with an @, such as sam@example.org.' }
    : { field: 'phone', message: 'Write a mobile number, such as 07700 900 123.' };
};
