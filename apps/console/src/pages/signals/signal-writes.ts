import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { Cluster, Signal } from '../../api/types.js';
import { toast } from '../../ui/toast.js';
import { useSignalText } from './text.js';

/** A story and what was seen of it; a signal that is alone is one too. */
export type Story = Pick<Cluster, 'id' | 'version'>;

/** What was done last on this page, for the key that takes it back. */
let last: (() => unknown) | null = null;
export function undoLast(): void {
  last?.();
  last = null;
}

function offer(text: string, undo: () => unknown): void {
  last = undo;
  toast(text, { undo });
}

export const TOUCHED = ['/signals', '/clusters'];

/** One way and back again: what was done together is taken back together. */
function usePair<More extends object>(
  part: 'issue' | 'dismissal' | 'observation',
  { done, undone, touches }: { done: string; undone: string; touches?: (more: More) => string[] },
) {
  const t = useSignalText();
  const touched = {
    touches: (_: Cluster, { more }: { story: Story; more: More }) => [...TOUCHED, ...(touches?.(more) ?? [])],
  };
  const failed = (error: Error) => toast(t('failed', { why: error.message }), { tone: 'danger' });
  const send = ({ story, more }: { story: Story; more: More }) =>
    call<Cluster>('POST', `/clusters/${story.id}/${part}`, { body: more, ifMatch: story.version });
  const takeBack = ({ story }: { story: Story; more: More }) =>
    call<Cluster>('DELETE', `/clusters/${story.id}/${part}`, { ifMatch: story.version });
  const undo = useWrite(takeBack, touched);
  const redo = useWrite(send, touched);
  const act = useWrite(async (asked: { story: Story; more: More }) => {
    const story = await send(asked);
    offer(done, () => undo.mutate({ ...asked, story }, { onError: failed }));
    return story;
  }, touched);
  const back = useWrite(async (asked: { story: Story; more: More }) => {
    const story = await takeBack(asked);
    offer(undone, () => redo.mutate({ ...asked, story }, { onError: failed }));
    return story;
  }, touched);
  return { act, back, failed };
}

export function useAttach() {
  const t = useSignalText();
  return usePair<{ issueId: string }>('issue', {
    done: t('attached'),
    undone: t('detached'),
    touches: ({ issueId }) => [`/issues/${issueId}`],
  });
}

export function useDismiss() {
  const t = useSignalText();
  return usePair<{ reason: string }>('dismissal', { done: t('dismissed'), undone: t('restored') });
}

export function useObserve() {
  const t = useSignalText();
  return usePair<Record<string, never>>('observation', { done: t('observed'), undone: t('unobserved') });
}

/** Out of its cluster; undone by putting it with one that stayed. */
export function useTakeOut() {
  const t = useSignalText();
  const failed = (error: Error) => toast(t('failed', { why: error.message }), { tone: 'danger' });
  const undo = useWrite(
    ({ signal, besideId }: { signal: Signal; besideId: string }) =>
      call<Signal>('POST', `/signals/${signal.id}/cluster`, { body: { signalId: besideId } }),
    { touches: TOUCHED },
  );
  const out = useWrite(
    async (asked: { signal: Signal; besideId: string }) => {
      const signal = await call<Signal>('DELETE', `/signals/${asked.signal.id}/cluster`, {
        ifMatch: asked.signal.version,
      });
      offer(t('tookOut'), () => undo.mutate(asked, { onError: failed }));
      return signal;
    },
    { touches: TOUCHED },
  );
  return (asked: { signal: Signal; besideId: string }) => out.mutate(asked, { onError: failed });
}

/** Asks the department that reported it for more. */
export function useAskReporter() {
  const t = useSignalText();
  return useWrite(
    async ({ signal, text }: { signal: Signal; text: string }) => {
      const asked = await call<Signal>('POST', `/signals/${signal.id}/questions`, {
        body: { text },
        ifMatch: signal.version,
      });
      toast(t('asked'));
      return asked;
    },
    { touches: TOUCHED },
  );
}
