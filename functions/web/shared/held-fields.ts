/** A held answer as its boxes show it: the other half of `read-field.ts`, so that what is drawn and sent back untouched is the same. */
import { isAddress, isLifeArea, isTalk, type Row, type Value } from '../../../lib/domain/answer.ts';
import { fits } from '../../../lib/domain/answer-fits.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { bankOf, type Question } from '../../../lib/domain/question.ts';
import { dateParts } from '../kit/date-input.tsx';
import { fieldOf, partOf, rowField } from './read-field.ts';

const single = (question: Question, value: Value, name: string): Record<string, string | string[]> => {
  if (question.type === 'date') {
    const { day = '', month = '', year = '' } = dateParts(String(value));
    return { [partOf(name, 'day')]: day, [partOf(name, 'month')]: month, [partOf(name, 'year')]: year };
  }
  if (question.type === 'yes-no') return { [name]: value === true ? 'yes' : 'no' };
  if (question.type === 'money') return { [name]: formatPence(Number(value)).replace('£', '') };
  if (isAddress(value)) {
    const [line1 = '', line2 = ''] = value.lines;
    return {
      [partOf(name, 'line1')]: line1,
      [partOf(name, 'line2')]: line2,
      [partOf(name, 'town')]: value.town,
      [partOf(name, 'postcode')]: value.postcode,
    };
  }
  if (isLifeArea(value)) {
    const willing = value.informalShare === 0 ? '' : value.willingAndAble ? 'yes' : 'no';
    return {
      [partOf(name, 'option')]: value.option,
      [partOf(name, 'share')]: String(value.informalShare),
      [partOf(name, 'willing')]: willing,
      [partOf(name, 'words')]: value.ownWords,
    };
  }
  return { [name]: Array.isArray(value) ? value.map(String) : String(value) };
};

/** A held answer as its boxes show it. */
export const typedFrom = (
  question: Question,
  value: Value | undefined,
  configuration: Pick<Configuration, 'questions'>,
): Record<string, string | string[]> => {
  if (value === undefined || isTalk(value) || !fits(question, value)) return {};
  if (question.type !== 'group') return single(question, value, fieldOf(question.id));
  const bank = bankOf(configuration.questions);
  return Object.assign(
    {},
    ...(value as Row[]).flatMap((row, place) =>
      question.of.flatMap((id) => {
        const field = bank.get(id);
        const held = row[id];
        return field && held !== undefined ? [single(field, held as Value, rowField(question, place, id))] : [];
      }),
    ),
  );
};
