/** The time. `CLOCK_OFFSET_MS` lets a laptop look at the days ahead; a deployment leaves it out. */
export const clock = (): Date => new Date(Date.now() + Number(process.env.CLOCK_OFFSET_MS ?? 0));
