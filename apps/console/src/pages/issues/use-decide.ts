import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { DecisionBody, Issue } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { toast } from '../../ui/toast.js';
import { usePageText } from './issue-text.js';

/** What a decision needs of the issue that was seen: its stage, its revision, its version. */
export function useDecide(issue: Issue) {
  const t = usePageText();
  const words = useWords();
  const decide = useWrite(
    (body: Omit<DecisionBody, 'stage' | 'revision'>) =>
      call<Issue>('POST', `/issues/${issue.id}/decisions`, {
        body: { stage: issue.stage, revision: issue.revision, ...body },
        ifMatch: issue.version,
      }),
    { touches: ['/issues'] },
  );
  const run = async (body: Omit<DecisionBody, 'stage' | 'revision'>) => {
    await decide.mutateAsync(body);
    toast(
      body.outcome === 'confirm' ? t('confirmed') : t('decided', { outcome: words.decision[body.outcome] }),
    );
  };
  return { run, error: decide.error, busy: decide.isPending };
}
