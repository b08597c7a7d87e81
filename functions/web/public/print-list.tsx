/** "Fill it in on paper": every form there is, to print in plain words, in easy words or in large print. The pack is `print-form.tsx`. */
import { configurationOf } from '../../../lib/app/configuration.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { Form } from '../../../lib/domain/form.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { Bullets, Heading, Link, SubHeading, Text } from '../citizen/prose.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { openPage, show, type Visit } from '../page.ts';
import { said } from '../shared/said.tsx';

export const printPath = (form: string): string => `/print/${form}`;

/** Each link says which form it is, also for those who hear the links alone. */
const FormLinks = ({ form, reader }: { readonly form: Form; readonly reader: Reader }) => {
  const title = say(form.title, { ...reader, language: 'en' });
  const path = printPath(form.id);
  return (
    <>
      <SubHeading>{said(form.title, reader)}</SubHeading>
      <Bullets
        items={[
          <Link href={path}>Print “{title}”</Link>,
          <Link href={`${path}?large=1`}>Print “{title}” in large print</Link>,
          ...(form.for === 'person' ? [<Link href={`${path}?easy=1`}>Print “{title}” in easy words</Link>] : []),
        ]}
      />
    </>
  );
};

/** The page, for anybody. What staff fill in is listed too: it is no secret what we ask about people. */
export const printListPage = ({ frame, reading }: Visit, { forms, council }: Configuration): Html => {
  const reader: Reader = { easy: reading.easy, language: reading.language };
  const of = (whose: Form['for']) => forms.filter((form) => form.for === whose);
  return (
    <Page {...frame} title="Fill it in on paper" back="/">
      <Text>You can do all of this on paper. Print a form here, write on it, and send it to us. We put it in for you.</Text>
      <Text>No printer? Call us on {council.contact.phone}, and we send it to you. It costs you nothing to ask.</Text>
      <Heading>Forms for you</Heading>
      {of('person').map((form) => (
        <FormLinks form={form} reader={reader} />
      ))}
      <Heading>Forms our staff fill in with you</Heading>
      <Text>These are here so that you can see what we ask.</Text>
      {of('staff').map((form) => (
        <FormLinks form={form} reader={{ ...reader, about: true }} />
      ))}
    </Page>
  );
};

export const printList = openPage({
  path: '/print',
  get: async (visit) => show(printListPage(visit, configurationOf(visit.bundle))),
});
