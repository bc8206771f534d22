import { v7 as uuidv7 } from 'uuid';
import { emitAll, type Fact } from '#events/emit.js';
import { signalSubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { together } from './rules/same-story.js';
import { currentStories, type Stories, type Story } from './stories.js';
import { FREE_STATES } from './vocabulary.js';

/**
 * One at a time over all processes, and before any signal is locked: two that gather at once would make two clusters of one story.
 */
export async function holdClusters(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('clusters'))`);
}

/** Brings signals together with what tells their story already (the caller holds the clusters), and recognises the open issue they may belong to. */
export async function gather(tx: Tx, ids: string[]): Promise<void> {
  const stories = await currentStories(tx, ids);
  const asked = ids.map((id) => stories.get(id)).filter((story) => story !== undefined);
  const found = await inTurns(asked, (one) => ({ one, same: stories.sameAs(one) }));
  const links = found.flatMap(({ one, same }) =>
    same.map(({ story }) => [placeOf(one), placeOf(story)] as const),
  );
  const moves = together(links).flatMap((group) => movesOf(group, stories));
  await join(tx, moves);
  await recognise(tx, await likely(asked, stories));
}

/** A cluster is one place, however many are in it; whoever is alone is one too. */
const placeOf = ({ id, clusterId }: Story): string => (clusterId ? `${CLUSTER}${clusterId}` : id);
const CLUSTER = 'cluster:';

interface Move {
  signalId: string;
  clusterId: string;
}

/** Everybody goes to the oldest of the clusters that turn out to be one, or to a new one. */
function movesOf(group: string[], stories: Stories): Move[] {
  const clusters = group
    .filter((place) => place.startsWith(CLUSTER))
    .map((place) => place.slice(CLUSTER.length))
    .toSorted();
  const [clusterId = uuidv7(), ...others] = clusters;
  const alone = group.filter((place) => !place.startsWith(CLUSTER));
  const moved = stories.membersOf(new Set(others)).map(({ id }) => id);
  return [...alone, ...moved].map((signalId) => ({ signalId, clusterId }));
}

/** Puts signals into clusters, those that are still free under their locks. */
async function join(tx: Tx, moves: Move[]): Promise<void> {
  if (!moves.length) return;
  await lock(tx, ...moves.map(({ signalId }) => signalSubject(signalId)));
  const rows = JSON.stringify(moves);
  await tx.query(MAKE, [rows]);
  const [moved]: [Move[]] = await tx.query(JOIN, [rows, FREE_STATES]);
  await emitAll(
    tx,
    moved.map((move): Fact => ({
      subject: signalSubject(move.signalId),
      name: 'signal.clustered',
      payload: move,
    })),
  );
}

const free = (story: Story): boolean => (FREE_STATES as readonly (string | null)[]).includes(story.state);

/** For those asked about, and for what is like one that was just attached to an issue. */
async function likely(
  asked: Story[],
  stories: Stories,
): Promise<{ signalId: string; issueId: string; score: number }[]> {
  const concerned = new Map(asked.filter(free).map((one) => [one.id, one]));
  const attached = asked.filter(({ issueId }) => issueId !== null);
  const around = await inTurns(attached, (one) => stories.around(one).filter(free));
  for (const one of around.flat()) concerned.set(one.id, one);
  const found = await inTurns([...concerned.values()], (one) => ({
    signalId: one.id,
    issue: stories.likelyIssue(one),
  }));
  return found.flatMap(({ signalId, issue }) => (issue ? [{ signalId, ...issue }] : []));
}

async function recognise(
  tx: Tx,
  found: { signalId: string; issueId: string; score: number }[],
): Promise<void> {
  if (!found.length) return;
  await lock(tx, ...found.map(({ signalId }) => signalSubject(signalId)));
  const [changed]: [{ signalId: string; issueId: string }[]] = await tx.query(RECOGNISE, [
    JSON.stringify(found),
    FREE_STATES,
  ]);
  await emitAll(
    tx,
    changed.map((payload): Fact => ({
      subject: signalSubject(payload.signalId),
      name: 'signal.recognised',
      payload,
    })),
  );
}

const MAKE = `
insert into clusters (id) select distinct "clusterId" from jsonb_to_recordset($1::jsonb) as x("clusterId" uuid)
on conflict do nothing`;

const JOIN = `
update signals s set cluster_id = x."clusterId", state = case s.state when 'new' then 'clustered' else s.state end,
  version = s.version + 1
from jsonb_to_recordset($1::jsonb) as x("signalId" uuid, "clusterId" uuid)
where s.id = x."signalId" and s.state = any($2) and not s.apart and s.cluster_id is distinct from x."clusterId"
returning s.id as "signalId", s.cluster_id as "clusterId"`;

const RECOGNISE = `
update signals s set likely_issue_id = x."issueId", likely_score = x.score, version = s.version + 1
from jsonb_to_recordset($1::jsonb) as x("signalId" uuid, "issueId" uuid, score numeric)
where s.id = x."signalId" and s.state = any($2)
  and (s.likely_issue_id, s.likely_score) is distinct from (x."issueId", x.score)
returning s.id as "signalId", s.likely_issue_id as "issueId"`;
