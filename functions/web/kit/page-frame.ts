/**
 * What is the same on every page of one request: the council, the service, who is signed in, the ways around. Only types.
 * Made once per request by the web function and spread into `<Page {...frame}>`.
 */

export type NavItem = { readonly text: string; readonly href: string; readonly current?: boolean | undefined };

/** What is the same on every page of one request. A domain `Council` can be given as it is. */
export type PageFrame = {
  readonly council: {
    readonly name: string;
    /** The council does not exist: every page says that this is a demonstration. */
    readonly madeUp?: boolean | undefined;
    readonly contact: { readonly phone: string; readonly textRelay?: string | undefined; readonly hours?: string | undefined };
  };
  readonly service: { readonly name: string; readonly href: string };
  /** Who is signed in; absent when nobody is. */
  readonly actor?: { readonly name: string; readonly signOutHref: string } | undefined;
  readonly nav?: readonly NavItem[] | undefined;
  /** Says so on every page, whatever the council: for a deployment where anybody may sign in as anybody. */
  readonly demonstration?: boolean | undefined;
  readonly lang?: 'en' | 'cy' | undefined;
  /** Classes of `<body>` for how this reader wants pages to look: large print, Easy Read. */
  readonly look?: string | undefined;
};
