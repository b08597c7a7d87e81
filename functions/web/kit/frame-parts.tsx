/**
 * The top and the foot of every page. Called by `layout.tsx` only. Help is always in the same place and the same order
 * (WCAG 3.2.6): links, then the council's telephone number.
 */
import { govuk } from './govuk.ts';
import type { PageFrame } from './page-frame.ts';

export const Header = ({ council, service, nav, actor, demonstration }: PageFrame) => (
  <header class="govuk-template__header ow-header">
    {govuk('generic-header', { url: service.href, logoText: council.name })}
    {demonstration || council.madeUp ? <Demonstration /> : null}
    {govuk('service-navigation', {
      serviceName: service.name,
      serviceUrl: service.href,
      navigation: nav?.map(({ text, href, current }) => ({ text, href, current })) ?? [],
      ...(actor ? { slots: { end: { html: <SignedIn {...actor} />, align: 'inline' } } } : {}),
    })}
  </header>
);

const Demonstration = () => (
  <div class="govuk-width-container ow-demonstration">
    {govuk('phase-banner', {
      tag: { text: 'Demonstration' },
      text: 'The council and the people here are made up. Do not enter anything real.',
    })}
  </div>
);

const SignedIn = ({ name, signOutHref }: NonNullable<PageFrame['actor']>) => (
  <p class="ow-signed-in">
    Signed in as <strong>{name}</strong>{' '}
    <a class="govuk-link" href={signOutHref}>
      Sign out
    </a>
  </p>
);

const FOOTER_LINKS = [
  { text: 'Help', href: '/help' },
  { text: 'How we work out money', href: '/rules' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
];

export const Footer = ({ council }: PageFrame) => (
  <footer class="govuk-template__footer ow-footer">
    <div class="govuk-width-container">
      <ul class="ow-footer__links">
        {FOOTER_LINKS.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <p class="ow-footer__phone">
        Need help? Call {council.name} on <strong>{council.contact.phone}</strong>.
        {council.contact.textRelay ? ` By text relay: ${council.contact.textRelay}.` : ''}
        {council.contact.hours ? ` ${council.contact.hours}.` : ''}
      </p>
    </div>
  </footer>
);
