/** A promise and its settling, for parts that must wait for each other. Used by the runner and by `npm start`. */
export const gate = <T>() => {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open };
};
