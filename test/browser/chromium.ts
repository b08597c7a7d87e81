/**
 * Debian's Chromium, started so that it works in a container and calls nobody. Not what is done in it. Called by the tests beside it
 * and by `take-screenshots.ts`.
 */
import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executable = (): string => process.env.CHROMIUM || '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What to do when there is no Chromium; nothing when there is one. */
export const chromiumMissing = (): string | undefined => {
  try {
    accessSync(executable(), constants.X_OK);
    return undefined;
  } catch {
    return `There is no Chromium at ${executable()}. Install it (apt-get install chromium), or set CHROMIUM to where it is.`;
  }
};

export const openChromium = (): Promise<Browser> => chromium.launch({ executablePath: executable(), args: FLAGS });
