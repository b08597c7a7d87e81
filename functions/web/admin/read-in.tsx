/** The ways the words of a page or a letter can be read, as links to the same page. Which words those are is the domain's (`say`). */
import type { NavItem } from '../kit/page-frame.ts';

export const ReadIn = ({ ways }: { readonly ways: readonly NavItem[] }) => (
  <nav aria-label="Words it can be read in">
    <ul class="govuk-list">
      {ways.map(({ text, href, current }) => (
        <li>
          {current ? (
            <strong aria-current="true">{text}</strong>
          ) : (
            <a class="govuk-link" href={href}>
              {text}
            </a>
          )}
        </li>
      ))}
    </ul>
  </nav>
);
