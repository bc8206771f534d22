import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useKeys } from '../../shell/shortcuts.js';
import type { Cluster } from '../../api/types.js';
import { promoteAddress, type Ask } from './row-actions.js';
import { undoLast, useObserve } from './signal-writes.js';

/** The inbox by the keyboard: moves from row to row, and a key for each thing that is done. @returns the row it is on */
export function useRowKeys(
  rows: Cluster[],
  { ask, toggle }: { ask: Ask; toggle: (id: string) => void },
): string | null {
  const navigate = useNavigate();
  const observe = useObserve();
  // A row that is gone leaves its place to the one that moved up.
  const [place, setPlace] = useState(-1);
  const at = Math.min(place, rows.length - 1);
  const current = rows[at];
  const waits = current && ['new', 'clustered', 'observed'].includes(current.signals[0]!.state);
  const move = (step: number) => (event: KeyboardEvent) => {
    if (!rows.length) return;
    event.preventDefault();
    setPlace(Math.max(0, Math.min(rows.length - 1, at + step)));
  };
  const on = (act: (cluster: Cluster) => void) => (event: KeyboardEvent) => {
    if (!current || !waits) return;
    event.preventDefault();
    act(current);
  };
  useKeys({
    j: move(1),
    arrowdown: move(1),
    k: move(-1),
    arrowup: move(-1),
    o: () => current && toggle(current.id),
    e: on((cluster) => void navigate(promoteAddress(cluster))),
    a: on((cluster) => ask('attach', cluster)),
    d: on((cluster) => ask('dismiss', cluster)),
    w: on((story) => observe.act.mutate({ story, more: {} }, { onError: observe.failed })),
    u: () => undoLast(),
  });
  return current?.id ?? null;
}
