/**
 * What is wrong with a page as HTML, by html-validate's recommended rules less those that do not fit, each with its reason. Used by
 * the tests of the kit, of the pages and of the browser, which may add a rule of their own.
 */
import { HtmlValidate, type RuleConfig } from 'html-validate';

const OURS: RuleConfig = {
  // How a tag is written, not what it means: Hono writes <input/> and novalidate="", the templates leave spaces.
  'void-style': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'no-trailing-whitespace': 'off',
  // The title names page, service and council, as GOV.UK asks; search engines that cut it are no reader of ours.
  'long-title': 'off',
  // Scripts and styles come from our own origin under a policy that allows no other.
  'require-sri': 'off',
  // Upstream's own choices, tested there with screen readers: role="group" on a date's fieldset, role="button" on a start link.
  'prefer-native-element': 'off',
  'no-redundant-role': 'off',
};

/** Answers the faults of a page, a line each: none for a valid one. */
export const htmlFaults = (more: RuleConfig = {}): ((html: string) => Promise<string[]>) => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { ...OURS, ...more } });
  return async (html) => {
    const { results } = await validator.validateString(html);
    return results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
    );
  };
};
