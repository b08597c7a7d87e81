/**
 * The functions that machines under test call: made up per test, reached by both engines. Not Lambda itself: a function here is a
 * JavaScript function, and a function nobody made is the error that Lambda gives.
 */
export type Handler = (payload: Record<string, unknown>) => unknown;

export type Functions = {
  /** Makes a function and gives its name. */
  make(handler: Handler): string;
  invoke(name: string, payload: unknown): Promise<unknown>;
};

export class NamedError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export const createFunctions = (): Functions => {
  const handlers = new Map<string, Handler>();
  return {
    make: (handler) => {
      const name = `function-${handlers.size + 1}`;
      handlers.set(name, handler);
      return name;
    },
    invoke: async (name, payload) => {
      const handler = handlers.get(name);
      if (!handler) throw new NamedError('Lambda.ResourceNotFoundException', `Function not found: ${name}`);
      return handler(payload as Record<string, unknown>);
    },
  };
};
