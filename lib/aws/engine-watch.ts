/** Whether an execution is running. Asked by recovery only, never for a page: the call is scarce. */
import { DescribeExecutionCommand, ExecutionDoesNotExist, SFNClient } from '@aws-sdk/client-sfn';
import type { EngineWatch } from '../app/ports.ts';
import { executionArn } from './execution-arn.ts';

const stepFunctions = new SFNClient({});

export const engineWatch: EngineWatch = {
  isRunning: async (machine, name) => {
    try {
      const { status } = await stepFunctions.send(new DescribeExecutionCommand({ executionArn: executionArn(machine, name) }));
      return status === 'RUNNING';
    } catch (cause) {
      if (cause instanceof ExecutionDoesNotExist) return false;
      throw cause;
    }
  },
};
