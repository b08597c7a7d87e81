/**
 * The forms that names, numbers and addresses take in the United Kingdom. Each reader takes what people type, spaces and all, and
 * gives the one form it is stored in, or nothing. No network: whether a number belongs to somebody is not known here.
 */

const withoutSpaces = (typed: string): string => typed.replace(/[\s-]/g, '');

const NHS_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/**
 * An NHS number: ten digits, the last a check digit modulo 11. All digits the same passes the sum but is nobody's, so it is refused.
 * @example nhsNumber('943 476 5919') // '9434765919'
 */
export const nhsNumber = (typed: string): string | undefined => {
  const digits = withoutSpaces(typed);
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return undefined;
  const sum = NHS_WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]) ? digits : undefined;
};

/**
 * A National Insurance number, by HMRC's manual NIM39110: first letter not D F I Q U V, second not those nor O, some prefixes never
 * given out, suffix A to D.
 * @example nino('qq 12 34 56 c') // undefined: Q is never a first letter
 */
export const nino = (typed: string): string | undefined => {
  const number = withoutSpaces(typed).toUpperCase();
  if (!/^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(number)) return undefined;
  return /^(BG|GB|NK|KN|TN|NT|ZZ)/.test(number) ? undefined : number;
};

/** By its form: whether there is such a postcode is not known here. @example postcode('sw1a1aa') // 'SW1A 1AA' */
export const postcode = (typed: string): string | undefined => {
  const code = withoutSpaces(typed).toUpperCase();
  return /^([A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}|GIR0AA)$/.test(code) ? `${code.slice(0, -3)} ${code.slice(-3)}` : undefined;
};

/** A telephone number as it was typed, its spaces tidied: people know their own number by its groups. @example phone('01632  960123') */
export const phone = (typed: string): string | undefined => {
  const tidy = typed.trim().replace(/\s+/g, ' ');
  if (!/^\+?[\d ()-]{9,24}$/.test(tidy)) return undefined;
  const digits = tidy.replace(/\D/g, '');
  const uk = /^0\d{9,10}$/.test(digits) || /^(44|0044)0?\d{9,10}$/.test(digits);
  const abroad = tidy.startsWith('+') && digits.length >= 8 && digits.length <= 15;
  return uk || abroad ? tidy : undefined;
};

/** @example email(' ada@example.org ') // 'ada@example.org' */
export const email = (typed: string): string | undefined => {
  const tidy = typed.trim();
  return tidy.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(tidy) ? tidy : undefined;
};
