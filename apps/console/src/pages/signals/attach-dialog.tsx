import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { call } from '../../api/call.js';
import { useDepartments, useRead } from '../../api/queries.js';
import type { Cluster, Issue, Page, SimilarIssue } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { RadioField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Loading, Notice } from '../../ui/waiting.js';
import { useAttach } from './signal-writes.js';
import { useSignalText } from './text.js';

type Candidate = Pick<Issue, 'id' | 'number' | 'title' | 'stage' | 'leadDepartmentId'>;

/** Which issue a signal belongs to: similar ones are there at once, any other is found by words or number. */
export function AttachDialog({ cluster, onClose }: { cluster: Cluster; onClose: () => void }) {
  const t = useSignalText();
  const words = useWords();
  const { nameOf } = useDepartments();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string | null>(cluster.likelyIssue?.id ?? null);
  const { label, candidates, nothing } = useCandidates(cluster, useDeferredValue(q.trim()));
  const { act: attach } = useAttach();
  const fits = candidates?.some(({ id }) => id === chosen);
  return (
    <Dialog title={t('attach')} isOpen onClose={onClose} wide>
      <Form
        className="stack attach"
        onSubmit={async () => {
          if (!chosen || !fits) return;
          await attach.mutateAsync({ story: cluster, more: { issueId: chosen } });
          onClose();
        }}
      >
        <p className="attach-subject">
          {cluster.count > 1
            ? `${cluster.title} (${t('sameStory', { count: cluster.count })})`
            : cluster.title}
        </p>
        <TextField
          label={t('find')}
          help={t('findHelp')}
          type="search"
          autoComplete="off"
          value={q}
          onChange={setQ}
          autoFocus
        />
        <div className="attach-candidates">
          {!candidates && <Loading />}
          {candidates?.length === 0 && <p className="subtle">{nothing}</p>}
          {candidates && candidates.length > 0 && (
            <RadioField
              label={label}
              value={chosen}
              onChange={setChosen}
              choices={candidates.map(({ id, number, title, stage, leadDepartmentId }) => ({
                id,
                label: `[${number}] ${title}`,
                detail: [words.stage[stage], nameOf(leadDepartmentId)].filter(Boolean).join(' · '),
              }))}
            />
          )}
        </div>
        {attach.error && <Notice tone="danger">{attach.error.message}</Notice>}
        <div className="dialog-actions">
          <Button type="submit" kind="primary" isDisabled={!fits} isPending={attach.isPending}>
            {t('attach')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** A closed issue takes no signals. */
const open = <T extends Candidate>(items: T[] | undefined): T[] | undefined =>
  items?.filter(({ stage }) => stage !== 'closed');

function useCandidates({ title, likelyIssue }: Cluster, q: string) {
  const t = useSignalText();
  const similar = useQuery({
    queryKey: ['signals', 'similar', title],
    queryFn: () =>
      call<{ items: { issue: SimilarIssue | null }[] }>('POST', '/signals/similar', { body: { title } }),
  });
  const found = useRead<Page<Issue>>(q ? `/issues?limit=8&open=true&q=${encodeURIComponent(q)}` : null, {
    keep: true,
  });
  return q
    ? { label: t('found'), candidates: open<Candidate>(found.data?.items), nothing: t('nothingFound') }
    : {
        label: t('similar'),
        candidates: similar.error
          ? []
          : open<Candidate>(
              similar.data?.items
                .flatMap(({ issue }) => issue ?? [])
                // What was recognised already is what most probably is chosen.
                .toSorted((a, b) => Number(b.id === likelyIssue?.id) - Number(a.id === likelyIssue?.id)),
            ),
        nothing: t('nothingSimilar'),
      };
}
