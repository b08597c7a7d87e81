/** Thrown by storage when something is more than one item holds, however it is packed. Whoever saves it says so in plain words. */
export class TooLargeToKeep extends Error {
  override readonly name = 'TooLargeToKeep';
}
