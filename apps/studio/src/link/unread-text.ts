/** Why a link is not followed, as a sentence, from what `readLink` says. */
export function unreadText(fault: string): string {
  return fault.startsWith('The link cannot be read') ? fault : `The link cannot be read: ${fault}`;
}
