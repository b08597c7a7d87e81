/**
 * Why a compiled pathway cannot be published here, in a sentence for the administrator. Not a fault: nothing was changed, and trying
 * again without doing what the sentence says will not help. Thrown by a `MachinePublisher`, told by whoever publishes.
 */
export class CannotPublish extends Error {
  override readonly name = 'CannotPublish';
}
