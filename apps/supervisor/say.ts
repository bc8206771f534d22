/** One short line of progress, in both languages. */
export const say = (korean: string, english: string): void => console.log(`${korean} / ${english}`);
