/** The web function: the whole application behind the HTTP API. */
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { door } from '../door.ts';
import { webApp } from './app.tsx';

const answer = handle(webApp());

export const handler = door((event: LambdaEvent) => answer(event));
