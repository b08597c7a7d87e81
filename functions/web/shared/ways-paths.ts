/** The addresses of the pages about who holds the money: the person's, the staff's, and the one for everybody. */

/** For everybody, before there is any case. */
export const PUBLIC_WAYS = '/ways';

export const waysPathsOf = (caseId: string) => {
  const base = `/cases/${caseId}`;
  return {
    ways: `${base}/ways`,
    choose: `${base}/ways/choose`,
    holding: `${base}/holding`,
    directPayment: `${base}/holding/direct-payment`,
    fund: `${base}/holding/fund`,
  };
};
