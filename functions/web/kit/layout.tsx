/**
 * The frame of every page: one markup for citizens and staff. Not what is on a page, nor who may see it. The web function makes
 * one `PageFrame` per request; each page spreads it. No inline script or style, no crown, no GDS Transport.
 */
import { raw } from 'hono/html';
import { assetUrl } from './asset-url.ts';
import { ErrorSummary, type FieldErrors, hasErrors } from './error-summary.tsx';
import { Footer, Header } from './frame-parts.tsx';
import { govuk } from './govuk.ts';
import type { Html, WithChildren } from './html.ts';
import type { PageFrame } from './page-frame.ts';

type PageProps = PageFrame &
  WithChildren & {
    readonly title: string;
    /** Small words over the heading, such as the case's reference. */
    readonly caption?: string | undefined;
    /** `own` when a field or a panel draws the page's `<h1>`. */
    readonly heading?: 'title' | 'own' | undefined;
    readonly back?: string | undefined;
    readonly errors?: FieldErrors | undefined;
    /** Staff pages: the whole width, up to 1,200 px. Otherwise two thirds, which reads more easily. */
    readonly wide?: boolean | undefined;
    /** Drawn over the main part, at full width: identity bar, sub-navigation. */
    readonly above?: Html | undefined;
  };

/** A whole document, document type included. With errors the title starts "Error: " and the summary comes first. */
export const Page = (props: PageProps) => {
  const { title, service, council, lang = 'en', wide = false } = props;
  const wrong = hasErrors(props.errors);
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={lang} class="govuk-template">
        <Head title={`${wrong ? 'Error: ' : ''}${title} – ${service.name} – ${council.name}`} />
        <body class={['govuk-template__body', wide && 'ow-wide', props.look].filter(Boolean).join(' ')}>
          <script src={assetUrl('mark-scripts.js')}></script>
          {govuk('skip-link', { href: '#main-content', text: 'Skip to main content' })}
          <Header {...props} />
          {props.above}
          <div class="govuk-width-container">
            {props.back ? govuk('back-link', { href: props.back, text: 'Back' }) : null}
            <main class="govuk-main-wrapper" id="main-content">
              <div class="govuk-grid-row">
                <div class={wide ? 'govuk-grid-column-full' : 'govuk-grid-column-two-thirds'}>
                  {wrong && props.errors ? <ErrorSummary errors={props.errors} /> : null}
                  {props.heading === 'own' ? null : <Heading title={title} caption={props.caption} />}
                  {props.children}
                </div>
              </div>
            </main>
          </div>
          <Footer {...props} />
        </body>
      </html>
    </>
  );
};

const Head = ({ title }: { readonly title: string }) => (
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
    <link rel="stylesheet" href={assetUrl('ownway.css')} />
    <script type="module" src={assetUrl('page.js')}></script>
  </head>
);

const Heading = ({ title, caption }: { readonly title: string; readonly caption: string | undefined }) => (
  <h1 class="govuk-heading-l">
    {caption ? <span class="govuk-caption-l">{caption}</span> : null}
    {title}
  </h1>
);
