/** Starting, resuming and stopping machines. What is so already counts as done: every delivery may come twice. */
import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Engine } from '../app/ports.ts';
import { executionArn } from './execution-arn.ts';

const stepFunctions = new SFNClient({});

type Answer = abstract new (...parts: never[]) => Error;

/** Runs `call`; an answer in `fine` means that what was wanted is so already. */
const tolerating = async (fine: readonly Answer[], call: () => Promise<unknown>): Promise<void> => {
  try {
    await call();
  } catch (cause) {
    if (!fine.some((kind) => cause instanceof kind)) throw cause;
  }
};

export const engine: Engine = {
  start: (stateMachineArn, name, input) =>
    tolerating([ExecutionAlreadyExists], () =>
      stepFunctions.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) })),
    ),
  // A wait that is over or unknown: the machine has moved on, or was thrown away. Either way the table wins and recovery checks.
  resume: (taskToken, result) =>
    tolerating([TaskTimedOut, TaskDoesNotExist], () =>
      stepFunctions.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(result) })),
    ),
  stop: (machine, name) =>
    tolerating([ExecutionDoesNotExist], () =>
      stepFunctions.send(new StopExecutionCommand({ executionArn: executionArn(machine, name), error: 'Superseded' })),
    ),
};
