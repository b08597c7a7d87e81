/** One event of an execution's history, as it is stored and answered. What is recorded when is `history.ts`. */
export type HistoryEvent = {
  readonly id: number;
  readonly previousEventId: number;
  /** Seconds since 1970, as AWS's JSON carries moments. */
  readonly timestamp: number;
  readonly type: string;
  readonly [details: string]: unknown;
};
