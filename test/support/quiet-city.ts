import { addDays } from '#platform/calendar.js';
import type { Channel } from '#issues/vocabulary.js';
import type { Observation } from '#warnings/rules/early-warning.js';

/** Random figures that are the same each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function poisson(mean: number, random: () => number): number {
  // Of many a normal distribution is as good.
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + normal * Math.sqrt(mean)));
  }
  const limit = Math.exp(-mean);
  let n = 0;
  for (let product = random(); product > limit; product *= random()) n += 1;
  return n;
}

/**
 * A year in which nothing happens: each issue has its own unchanging pace in each channel, with more on working days, and
 * complaints every month about as many as the year before. Whatever rings here is a false alarm.
 */
export function quietYear(seed: number, issues: number, today: string): Observation[][] {
  const random = dice(seed);
  return Array.from({ length: issues }, (_, issue) => {
    const perWeek: [Channel, number][] = [
      ['press', 0.2 + 2.8 * random() ** 2],
      ['politics', 0.15 * random()],
      ['audit', 0.04 * random()],
    ];
    const complaints = 20 + 400 * random();
    const list: Observation[] = [];
    const add = (on: string, channel: Channel, more: Partial<Observation> = {}): void => {
      list.push({
        id: `${issue}-${list.length}`,
        on,
        channel,
        kind: null,
        title: '',
        story: null,
        outlet: `매체 ${Math.floor(random() * 20)}`,
        count: null,
        baseline: null,
        ...more,
      });
    };
    for (let ago = 365 + 180; ago >= 0; ago -= 1) {
      const on = addDays(today, -ago);
      const rhythm = ago % 7 < 5 ? 1.3 : 0.25;
      for (const [channel, mean] of perWeek)
        for (let n = poisson((mean / 7) * rhythm, random); n > 0; n -= 1) add(on, channel);
      if (ago % 30 === 0)
        add(on, 'complaint', { count: poisson(complaints, random), baseline: Math.round(complaints) });
    }
    return list;
  });
}

/**
 * Issues that were registered because five to eight articles stood in the papers within the week, on any day of the
 * last 180, and that go on at an even pace of a few articles a month.
 */
export function freshIssues(
  seed: number,
  issues: number,
  today: string,
): { begins: string; observations: Observation[] }[] {
  const random = dice(seed);
  return Array.from({ length: issues }, (_, issue) => {
    const registered = 7 + Math.floor(random() * 173);
    const daysAgo = Array.from(
      { length: 5 + Math.floor(random() * 4) },
      () => registered + Math.floor(random() * 7),
    );
    const known = daysAgo.length;
    const perDay = 0.02 + 0.15 * random();
    for (let ago = registered - 1; ago >= 0; ago -= 1)
      for (let n = poisson(perDay, random); n > 0; n -= 1) daysAgo.push(ago);
    const observations = daysAgo.map((ago, n) => ({
      ...article(`fresh-${issue}-${n}`, addDays(today, -ago), `매체 ${n % 20}`),
      atRegistration: n < known,
    }));
    return { begins: addDays(today, -Math.max(...daysAgo)), observations };
  });
}

/** Some eight stories a day, most of them of one outlet, of each further outlet fewer: a wire story in six or more every week. */
export function quietStories(seed: number, today: string): Observation[][] {
  const random = dice(seed);
  return Array.from({ length: 545 }, (_, n) => addDays(today, n - 544)).flatMap((on) =>
    Array.from({ length: poisson(8, random) }, (_, n) => {
      let outlets = 1;
      while (random() < 0.45 && outlets < 20) outlets += 1;
      return Array.from({ length: outlets }, (_one, outlet) => ({
        ...article(`${on}-${n}-${outlet}`, on, `매체 ${outlet}`),
        story: `${on}-${n}`,
      }));
    }),
  );
}

const article = (id: string, on: string, outlet: string): Observation => ({
  id,
  on,
  channel: 'press',
  kind: null,
  title: '',
  outlet,
  story: null,
  count: null,
  baseline: null,
});
