// The only script of our pages: the GOV.UK behaviours we use. Every page works without it.
import { Button, CharacterCount, Checkboxes, createAll, ErrorSummary, Radios, ServiceNavigation, SkipLink } from 'govuk-frontend';

for (const behaviour of [Button, CharacterCount, Checkboxes, ErrorSummary, Radios, ServiceNavigation, SkipLink])
  createAll(behaviour);
