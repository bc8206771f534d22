/**
 * Positions of the greatest of the scores `above` something, at most so many, greatest first; of equal ones the earlier first.
 * Whether one `counts` is asked only of those that would be among them.
 */
export function strongest(
  scores: Float64Array,
  most: number,
  { counts = () => true, above = 0 }: { counts?: (at: number) => boolean; above?: number } = {},
): number[] {
  const found: number[] = [];
  let least = above;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at]!;
    if (score <= least || !counts(at)) continue;
    let place = found.length;
    while (place > 0 && scores[found[place - 1]!]! < score) place -= 1;
    found.splice(place, 0, at);
    if (found.length > most) found.pop();
    // From now on only what beats the last one counts.
    if (found.length === most) least = scores[found[most - 1]!]!;
  }
  return found;
}
