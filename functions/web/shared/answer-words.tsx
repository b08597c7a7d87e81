/**
 * An answer as people read it, and whose words they are. Options are said in their words, never by id; own words stand as written.
 */
import { isAddress, isLifeArea, isTalk, type Row, type Value } from '../../../lib/domain/answer.ts';
import type { GivenAnswer } from '../../../lib/domain/assessment.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { Statement } from '../../../lib/domain/fact.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { type Bank, bankOf, type Question, type QuestionOf } from '../../../lib/domain/question.ts';
import { type RasModel, wordsFor } from '../../../lib/domain/ras-model.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import type { Html, Words } from '../kit/html.ts';
import { readableTime } from '../kit/readable-time.ts';

export type Speaks = { readonly configuration: Pick<Configuration, 'questions' | 'model'>; readonly reader?: Reader | undefined };

const PER = { week: 'a week', month: 'a month', year: 'a year', once: 'in all' } as const;

const plainShare = (share: number): string => {
  if (share === 0) return 'None of it';
  if (share === 100) return 'All of it';
  if (share === 25) return 'Some of it, about a quarter';
  if (share === 75) return 'Most of it, about three quarters';
  return share <= 50 ? 'Some of it' : 'Most of it';
};

/**
 * Each share of help in words. Where a council offers two that would be the same words, they are told apart by the percentage.
 * @example shareChoices([0, 25, 75, 100]) // None of it; Some of it, about a quarter; Most of it, about three quarters; All of it
 */
export const shareChoices = (shares: readonly number[]): { value: string; text: string }[] => {
  const words = shares.map(plainShare);
  return shares.map((share) => {
    const text = plainShare(share);
    const alone = words.filter((each) => each === text).length === 1;
    return { value: String(share), text: alone ? text : `${text} (about ${share}%)` };
  });
};

/**
 * The help somebody gets, in a sentence.
 * @example helpSentence({ informalShare: 25, willingAndAble: true }) // 'Family or friends do some of it, about a quarter. They are willing and able to go on.'
 */
export const helpSentence = ({
  informalShare,
  willingAndAble,
}: Pick<GivenAnswer, 'informalShare' | 'willingAndAble'>): string => {
  if (informalShare === 0) return 'Family or friends do none of it.';
  const does = `Family or friends do ${plainShare(informalShare).toLowerCase()}.`;
  return willingAndAble
    ? `${does} They are willing and able to go on.`
    : `${does} They may not be able to go on, so we do not count it.`;
};

const optionText = (question: QuestionOf<'choose-one' | 'choose-many'>, id: string, reader: Reader | undefined): string =>
  say(question.options.find((option) => option.id === id)?.text, reader) || id;

export const areaOf = (question: QuestionOf<'life-area'>, model: RasModel | undefined) =>
  model?.questions.find(({ id }) => id === question.area);

const area = (question: QuestionOf<'life-area'>, value: Value, { configuration: { model }, reader }: Speaks): string => {
  if (!isLifeArea(value)) return '';
  const option = areaOf(question, model)?.options.find(({ id }) => id === value.option);
  // Where no help is needed and none is given there is nothing to say about help.
  const help = option?.points === 0 && value.informalShare === 0 ? '' : `\n${helpSentence(value)}`;
  const own = value.ownWords ? `\n“${value.ownWords}”` : '';
  return `${wordsFor(option?.text, reader?.easy ? 'easyRead' : 'en', value.option)}${help}${own}`;
};

const rows = (question: QuestionOf<'group'>, value: readonly Row[], speaks: Speaks, bank: Bank): string =>
  value
    .map((row) =>
      question.of
        .flatMap((id) => {
          const field = bank.get(id);
          const held = row[id];
          return field && held !== undefined ? [sentence(field, held as Value, speaks)] : [];
        })
        .join(', '),
    )
    .join('\n');

/** The answer as text, line by line. @example sentence(livesAlone, true, …) // 'Yes' */
export const sentence = (question: Question, value: Value, speaks: Speaks): string => {
  if (isTalk(value)) return speaks.reader?.about ? 'Would rather talk about this.' : 'You would rather talk about this.';
  switch (question.type) {
    case 'choose-one':
      return optionText(question, String(value), speaks.reader);
    case 'choose-many':
      return Array.isArray(value) ? value.map((id) => optionText(question, String(id), speaks.reader)).join('\n') : String(value);
    case 'yes-no':
      return value === true ? 'Yes' : 'No';
    case 'date':
      return formatDate(String(value));
    case 'money':
      return `${formatPence(Number(value))} ${PER[question.per]}`;
    case 'address':
      return isAddress(value) ? [...value.lines, value.town, value.postcode].filter(Boolean).join('\n') : '';
    case 'group':
      return Array.isArray(value) ? rows(question, value as Row[], speaks, bankOf(speaks.configuration.questions)) : '';
    case 'life-area':
      return area(question, value, speaks);
    case 'text':
    case 'long-text':
    case 'number':
    case 'finding':
      return String(value);
  }
};

/** The answer as it stands on a page: lines as paragraphs, own words as they were typed. */
export const AnswerText = ({ question, value, ...speaks }: Speaks & { question: Question; value: Value }): Html => (
  <>
    {sentence(question, value, speaks)
      .split('\n')
      .map((line) => (
        <p class="govuk-body ow-typed">{line}</p>
      ))}
  </>
);

type WhoseProps = { readonly said: Statement; readonly actorId: string; readonly personId: string; readonly personName: string };

/**
 * Who said it and when, as the reader would say it.
 * @example whoSaid(…) // 'You told us this on 3 May 2026.' or 'Priya Raman wrote this down on 3 May 2026.'
 */
export const whoSaid = ({ said, actorId, personId, personName }: WhoseProps): string => {
  const on = readableTime(said.at, 'date');
  const still = said.confirmed
    ? ` ${said.confirmed.by.id === actorId ? 'You' : said.confirmed.by.name} said on ${readableTime(said.confirmed.at, 'date')} that it was still right.`
    : '';
  if (said.by.id === actorId) return `You ${actorId === personId ? 'told us' : 'wrote'} this on ${on}.${still}`;
  if (said.by.id === personId) return `${personName} told us this on ${on}.${still}`;
  return `${said.by.name} wrote this down on ${on}.${still}`;
};

export const Whose = (props: WhoseProps): Words => <p class="govuk-body-s">{whoSaid(props)}</p>;
