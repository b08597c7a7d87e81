/**
 * Whether the states of a definition hang together: every arrow leads to a state of its own scope, every name is used once, something
 * ends, and the lists of errors and variables keep the rules of States Language. The shape of each state is already known to be right.
 */
import type { Definition, Scope, State } from './definition.ts';

type Fault = { code: string; message: string; at: string };
const fault = (message: string, at: string, code = 'SCHEMA_VALIDATION_FAILED'): Fault => ({ code, message, at });

type Arrow = { to: string; field: string };

const arrowsOf = (state: State): Arrow[] => {
  const arrows: Arrow[] = [];
  if ('Next' in state && state.Next !== undefined) arrows.push({ to: state.Next, field: 'Next' });
  if (state.Type === 'Choice') {
    arrows.push(...state.Choices.map((rule, at) => ({ to: rule.Next, field: `Choices/${at}/Next` })));
    if (state.Default !== undefined) arrows.push({ to: state.Default, field: 'Default' });
  }
  if ('Catch' in state)
    arrows.push(...(state.Catch ?? []).map((catcher, at) => ({ to: catcher.Next, field: `Catch/${at}/Next` })));
  return arrows;
};

const MOVES_ON = new Set<State['Type']>(['Task', 'Pass', 'Wait', 'Parallel']);
const ends = (state: State): boolean =>
  state.Type === 'Succeed' || state.Type === 'Fail' || ('End' in state && state.End === true);

const onwardFaults = (state: State, at: string): Fault[] => {
  if (!MOVES_ON.has(state.Type)) return [];
  const goesOn = 'Next' in state && state.Next !== undefined;
  return goesOn === ends(state) ? [fault("Exactly one of 'Next' and 'End' must be given", at)] : [];
};

const wildcardFaults = (lists: readonly (readonly string[])[], at: string): Fault[] =>
  lists.flatMap((names, index) => {
    if (!names.includes('States.ALL')) return [];
    const alone = names.length === 1 && index === lists.length - 1;
    return alone ? [] : [fault("'States.ALL' must stand alone, and last", `${at}/${index}/ErrorEquals`)];
  });

const ruleFaults = (state: State, at: string): Fault[] => {
  const faults = onwardFaults(state, at);
  if (state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined))
    faults.push(fault("Exactly one of 'Seconds' and 'Timestamp' must be given", at));
  if (state.Type === 'Task' && Number(state.HeartbeatSeconds) >= Number(state.TimeoutSeconds))
    faults.push(fault("'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'", `${at}/HeartbeatSeconds`));
  if ('Retry' in state)
    faults.push(
      ...wildcardFaults(
        (state.Retry ?? []).map((retrier) => retrier.ErrorEquals),
        `${at}/Retry`,
      ),
    );
  if ('Catch' in state)
    faults.push(
      ...wildcardFaults(
        (state.Catch ?? []).map((catcher) => catcher.ErrorEquals),
        `${at}/Catch`,
      ),
    );
  return faults;
};

const assignedBy = (state: State): string[] => {
  const assigns: (object | undefined)[] = 'Assign' in state ? [state.Assign] : [];
  if (state.Type === 'Choice') assigns.push(...state.Choices.map((rule) => rule.Assign));
  if ('Catch' in state) assigns.push(...(state.Catch ?? []).map((catcher) => catcher.Assign));
  return assigns.flatMap((assign) => Object.keys(assign ?? {}));
};

const variableFaults = (state: State, taken: ReadonlySet<string>, at: string): Fault[] =>
  assignedBy(state).flatMap((name) => {
    if (name === 'states') return [fault("The variable name 'states' is reserved", `${at}/Assign`)];
    return taken.has(name) ? [fault(`The variable '${name}' belongs to the scope outside this branch`, `${at}/Assign`)] : [];
  });

const scopeFaults = (scope: Scope, path: string, taken: ReadonlySet<string>, seen: Set<string>): Fault[] => {
  const known = new Set(Object.keys(scope.States));
  const missing = (to: string, field: string, at: string) =>
    known.has(to) ? [] : [fault(`Missing '${field.split('/').at(-1)}' target: ${to}`, at, 'MISSING_TRANSITION_TARGET')];
  const mine = new Set([...taken, ...Object.values(scope.States).flatMap(assignedBy)]);
  const faults = missing(scope.StartAt, 'StartAt', `${path}/StartAt`);
  if (!Object.values(scope.States).some(ends))
    faults.push(fault('No state ends the machine', `${path}/States`, 'MISSING_END_STATE'));
  for (const [name, state] of Object.entries(scope.States)) {
    const at = `${path}/States/${name}`;
    if (seen.has(name)) faults.push(fault(`The state name '${name}' is used twice`, at, 'DUPLICATE_STATE_NAME'));
    seen.add(name);
    faults.push(...arrowsOf(state).flatMap(({ to, field }) => missing(to, field, `${at}/${field}`)));
    faults.push(...ruleFaults(state, at), ...variableFaults(state, taken, at));
    if (state.Type === 'Parallel')
      faults.push(...state.Branches.flatMap((branch, index) => scopeFaults(branch, `${at}/Branches/${index}`, mine, seen)));
  }
  return faults;
};

/** Every fault in how the states hang together, as AWS writes them: `CODE: sentence at /States/…`. */
export const arrowFaults = (definition: Definition): string[] =>
  scopeFaults(definition, '', new Set(), new Set()).map(({ code, message, at }) => `${code}: ${message} at ${at}`);
