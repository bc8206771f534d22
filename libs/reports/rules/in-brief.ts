/** A text in at most so many characters: whole words, and a mark where something is left out. */
export function inBrief(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  const end = cut.lastIndexOf(' ');
  // A text without spaces is cut where it has to be.
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,.·:;(]+$/u, '')}…`;
}
