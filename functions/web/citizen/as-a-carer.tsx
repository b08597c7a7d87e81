/** Whose record a case is, where one is a carer's own: what each side is told about the other not seeing it. Words only. */
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { kindOf } from '../../../lib/domain/stage.ts';
import { InsetText } from '../kit/messages.tsx';
import { Heading, Text } from './prose.tsx';

export const isCarersOwn = ({ route }: Configuration): boolean => kindOf(route) === 'carer';

export const PrivateAsACarer = () => (
  <Text>
    This is about your own life as a carer. It is your own record. The person you look after cannot see it, and you do not need to
    ask them. They do not need to have any help from us.
  </Text>
);

/** On the pages of a carer's own case; nothing on anybody else's. */
export const WhoseThisIs = ({ configuration }: { readonly configuration: Configuration }) =>
  isCarersOwn(configuration) ? (
    <InsetText>
      This is your own page as a carer. The person you look after cannot see it, and nothing from here goes into their record.
    </InsetText>
  ) : null;

/** On the page that says who can see what: a carer's record and the adult's, from either side. */
export const PrivateFromEachOther = ({ configuration }: { readonly configuration: Configuration }) =>
  isCarersOwn(configuration) ? (
    <>
      <Heading>The person you look after</Heading>
      <Text>
        What you tell us about your own life is private. The person you look after cannot see it unless you ask them in. You
        cannot see what they tell us unless they ask you in.
      </Text>
    </>
  ) : (
    <>
      <Heading>People who care for you</Heading>
      <Text>
        If someone cares for you, what they tell us about their own life is private: you cannot see it, and they cannot see this
        unless you ask them in.
      </Text>
    </>
  );
