import { CLUSTERING } from '#config/clustering.js';
import { fingerprint, SIMILAR, similarity, type Fingerprint } from '#issues/rules/similarity.js';
import { TextIndex, type Versioned } from '#issues/rules/text-index.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { headline, placesIn, sameStory, storySpan, type Told } from './rules/same-story.js';
import { FREE_STATES, type SignalState } from './vocabulary.js';

/** Something a headline may tell the story of: a signal, or the title of an open issue. None of it is confidential. */
export interface Story extends Told {
  id: string;
  kind: 'signal' | 'issue';
  state: SignalState | null;
  clusterId: string | null;
  /** The issue itself, or that a signal is attached to. */
  issueId: string | null;
  apart: boolean;
}

export interface Likeness {
  story: Story;
  /** 0 to 1, from `SIMILAR` on. */
  score: number;
  /** The headline that is like it. */
  text: string;
}

/** Most of each that is held against a new signal, newest first. */
const LOOKED_AT = 5000;
const ISSUES_LOOKED_AT = 2000;

export interface LikelyIssue {
  issueId: string;
  score: number;
}

/** What is shared is compared in full with so many. */
const COMPARED = 24;
/** Of what a headline weighs: what shares less is not `SIMILAR` (of those of `rules/headlines.ts` and the samples none below 0.09). */
const SHARED = 0.05;
const SPARE = 1000;

interface Prepared {
  version: number;
  text: string;
  print: Fingerprint;
  places: ReadonlySet<string>;
}

/** Headlines of the days behind us and titles of open issues; kept from call to call, and brought up to date by each. */
let index = new TextIndex();
const prepared = new Map<string, Prepared>();

/** What is told at present, each with what else tells it. */
export class Stories {
  constructor(private readonly byId: ReadonlyMap<string, Story>) {}

  get(id: string): Story | undefined {
    return this.byId.get(id);
  }

  /** Of the same cluster as it was read. */
  membersOf(clusterIds: ReadonlySet<string>): Story[] {
    return [...this.byId.values()].filter(({ clusterId }) => clusterId && clusterIds.has(clusterId));
  }

  /** What resembles a headline, best first. */
  like(text: string, counts: (story: Story) => boolean = () => true): Likeness[] {
    const bare = headline(text);
    const print = fingerprint(bare);
    return index
      .search(
        bare,
        COMPARED,
        (id) => {
          const story = this.byId.get(id);
          return story !== undefined && counts(story);
        },
        SHARED,
      )
      .map((id) => this.byId.get(id)!)
      .map((story) => ({ story, score: similarity(print, printOf(story.id)), text: textOf(story) }))
      .filter(({ score }) => score >= SIMILAR)
      .toSorted((a, b) => b.score - a.score);
  }

  /** What else is free and tells the story of this signal. */
  sameAs(one: Story): Likeness[] {
    if (!joins(one)) return [];
    // Only what may be the same story takes up room among what is compared.
    const { from, to } = storySpan(one.day);
    return this.like(
      textOf(one),
      (other) =>
        other.channel === one.channel &&
        other.day >= from &&
        other.day <= to &&
        other.id !== one.id &&
        joins(other),
    ).filter(({ story, score }) => sameStory(score, one, story));
  }

  /** The open issue whose story this signal may tell: by its title, or by the signals that are on it. */
  likelyIssue(one: Story): LikelyIssue | null {
    return this.issueOf(textOf(one), one.id);
  }

  /** The same for a headline. */
  issueOf(title: string, but?: string): LikelyIssue | null {
    const [best] = this.like(title, ({ id, issueId }) => issueId !== null && id !== but).filter(
      ({ story, score }) => score >= (story.kind === 'issue' ? CLUSTERING.likelyIssue : CLUSTERING.sameStory),
    );
    return best ? { issueId: best.story.issueId!, score: Math.round(best.score * 1000) / 1000 } : null;
  }

  /** What is free and tells the story of a headline that has not come in yet. */
  tellingOf(title: string, told: Told): Story[] {
    return this.like(title, joins)
      .filter(({ story, score }) => sameStory(score, told, story))
      .map(({ story }) => story);
  }

  /** Signals that may tell the story of one that is attached to an issue. */
  around(one: Story): Story[] {
    return this.like(textOf(one), ({ id, kind }) => kind === 'signal' && id !== one.id).map(
      ({ story }) => story,
    );
  }
}

const joins = ({ kind, state, apart }: Story): boolean =>
  kind === 'signal' && !apart && (FREE_STATES as readonly (string | null)[]).includes(state);

const textOf = ({ id }: Story): string => prepared.get(id)?.text ?? '';
const printOf = (id: string): Fingerprint => prepared.get(id)?.print ?? fingerprint('');

type Row = Omit<Story, 'places'> & { version: number };

/** What is told now; these signals too, however many came after them. */
export async function currentStories(tx: Tx, ids: string[] = []): Promise<Stories> {
  const rows: Row[] = await tx.query(NEWEST, [CLUSTERING.lookBackDays, LOOKED_AT, ISSUES_LOOKED_AT, ids]);
  const missing = rows.filter((row) => prepared.get(row.id)?.version !== row.version).map(({ id }) => id);
  const texts: Versioned[] = missing.length ? await tx.query(TEXTS, [missing]) : [];
  await inTurns(texts, keep);
  if (index.worn || index.size > 2 * rows.length + SPARE) forget(new Set(rows.map(({ id }) => id)));
  return new Stories(
    new Map(
      rows.map((row) => [row.id, { ...row, places: prepared.get(row.id)?.places ?? new Set<string>() }]),
    ),
  );
}

function keep({ id, version, text }: Versioned): void {
  const bare = headline(text);
  // Others may have prepared the same meanwhile.
  if (prepared.get(id)?.version === version) return;
  prepared.set(id, { version, text: bare, print: fingerprint(bare), places: placesIn(text) });
  index.add({ id, version, text: bare });
}

/** Days go by: what is not looked at any more makes room. */
function forget(kept: ReadonlySet<string>): void {
  index = new TextIndex();
  for (const [id, { version, text }] of prepared)
    if (kept.has(id)) index.add({ id, version, text });
    else prepared.delete(id);
}

// What is confidential stays out of the index, so that nothing about it shows in what others find.
const NEWEST = `
(select s.id, 'signal' as kind, 1 as version, s.channel, s.state, s.cluster_id as "clusterId", s.issue_id as "issueId", s.apart,
  coalesce(s.published_on, (s.created_at at time zone 'Asia/Seoul')::date)::text as day
from signals s where (s.created_at > app_now() - make_interval(days => $1) or s.id = any($4)) and s.state <> 'dismissed'
  and (s.issue_id is null or exists (select 1 from issues i where i.id = s.issue_id and not i.confidential and i.stage <> 'closed'))
order by s.id = any($4) desc, s.created_at desc, s.id desc limit $2)
union all
(select i.id, 'issue', i.revision, i.channel, null, null, i.id, false, i.created_at::date::text
from issues i where not i.confidential and i.stage <> 'closed' order by i.created_at desc, i.id desc limit $3)`;

const TEXTS = `
select id, 1 as version, title as text from signals where id = any($1)
union all select id, revision, title from issues where id = any($1)`;
