/**
 * Somebody with a browser that runs no scripts: keeps cookies, reads forms as a browser would, fills in and sends them. Used by the
 * journeys and by `test/kill-nine.ts`. It reads only our own markup, which `html-validate` keeps well-formed.
 */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, dec?: string, hex?: string, name?: string) => {
    if (dec) return String.fromCodePoint(Number(dec));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[name ?? ''] ?? whole;
  });

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? decoded(found[1] ?? '') : undefined;
};

type Fields = Record<string, string | string[]>;
const add = (fields: Fields, name: string, value: string): void => {
  const had = fields[name];
  fields[name] = had === undefined ? value : [...(typeof had === 'string' ? [had] : had), value];
};

/** What a browser would send from the form whose action is `action`, if nobody touched it. Buttons are not pressed. */
export const formOn = (html: string, action: string): Fields => {
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find((each) => attribute(each.slice(0, each.indexOf('>') + 1), 'action')?.split('#')[0] === action);
  if (!form) throw new Error(`there is no form for ${action} on this page: ${titleOf(html)}`);
  const fields: Fields = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const chosen = !/type="(radio|checkbox)"/.test(tag) || attribute(tag, 'checked') !== undefined;
    if (name && chosen) add(fields, name, attribute(tag, 'value') ?? '');
  }
  for (const [, open = '', content = ''] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    add(fields, attribute(`<t${open}>`, 'name') ?? '', decoded(content.replace(/^\r?\n/, '')));
  }
  for (const [, open = '', content = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const options = [...content.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
    const chosen = options.find((tag) => attribute(tag, 'selected') !== undefined) ?? options[0] ?? '';
    add(fields, attribute(`<s${open}>`, 'name') ?? '', attribute(chosen, 'value') ?? '');
  }
  return fields;
};

export const titleOf = (html: string): string => decoded(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '').trim();
/** What a person reads: the page without its tags. */
export const wordsOf = (html: string): string =>
  decoded(
    html
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  );

export type Reply = {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
  readonly headers: Headers;
};

const encoded = (fields: Fields): URLSearchParams => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
  return body;
};

export class Visitor {
  private cookies = new Map<string, string>();
  constructor(
    readonly origin: string,
    private readonly patience = 20_000,
  ) {}

  private async fetch(path: string, init: RequestInit = {}): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const signal = AbortSignal.timeout(this.patience);
    const response = await fetch(`${this.origin}${path}`, { ...init, headers, redirect: 'manual', signal });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
      headers: response.headers,
    };
  }

  get(path: string): Promise<Reply> {
    return this.fetch(path);
  }

  /** Posts exactly these fields: for forged, stale and repeated forms. As `FormData` they go in parts, which can hold files. */
  post(path: string, fields: Fields | FormData, headers: Record<string, string> = {}): Promise<Reply> {
    return this.fetch(path, { method: 'POST', body: fields instanceof FormData ? fields : encoded(fields), headers });
  }

  /** Opens `page`, reads the form for `action`, fills in `typed` over what is there. The fields can be posted, more than once. */
  async fill(page: string, action: string, typed: Fields): Promise<Fields> {
    const { html, status } = await this.get(page);
    if (status !== 200) throw new Error(`${page} answered ${status}: ${titleOf(html)}`);
    return { ...formOn(html, action), ...typed };
  }

  /** Fills in and sends; throws unless it was accepted. Answers where it leads. */
  async submit(page: string, typed: Fields = {}, action = page): Promise<string> {
    const reply = await this.post(action, await this.fill(page, action, typed));
    if (reply.status !== 303 || !reply.location) {
      const said = /error-summary[\s\S]*?<ul[\s\S]*?<\/ul>/.exec(reply.html)?.[0] ?? '';
      throw new Error(`${action} answered ${reply.status}: ${titleOf(reply.html)} ${wordsOf(said).slice(0, 300)}`);
    }
    return reply.location;
  }

  async signInAs(id: string, name = ''): Promise<this> {
    await this.submit('/sign-in', { as: id, name });
    return this;
  }
}
