/** Whether Step Functions answers: for `/health` only. */
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';

const stepFunctions = new SFNClient({});

/** Throws when the machine cannot be described. */
export const describeMachine = async (stateMachineArn: string): Promise<void> => {
  await stepFunctions.send(new DescribeStateMachineCommand({ stateMachineArn }));
};
