/**
 * The part of Nunjucks that runs compiled templates and cannot compile: no wording can ever become a template. Its package has no
 * types for this entry; these are the few names `govuk.ts` uses.
 */
declare module 'nunjucks/browser/nunjucks-slim.js' {
  class PrecompiledLoader {
    constructor(templates: Readonly<Record<string, unknown>>);
  }
  class Environment {
    constructor(loader: PrecompiledLoader, options: { autoescape: boolean });
    addFilter(name: string, filter: (value: unknown, ...rest: string[]) => unknown): Environment;
    render(name: string, context: object): string;
  }
  const runtime: { copySafeness(from: unknown, to: string): unknown };
  const nunjucks: { PrecompiledLoader: typeof PrecompiledLoader; Environment: typeof Environment; runtime: typeof runtime };
  export default nunjucks;
}
