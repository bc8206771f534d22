import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Issue } from '../../api/types.js';
import { Button } from '../../ui/button.js';
import { useBelongingText } from './belonging-text.js';

/** The districts concerned, and those its text names that nobody has taken over yet. */
export function Districts({ issue, proposed }: { issue: Issue; proposed: string[] }) {
  const t = useBelongingText();
  const may = useMay();
  const more = proposed.filter((name) => !issue.districts.includes(name));
  const take = useWrite(
    () =>
      call<Issue>('PATCH', `/issues/${issue.id}`, {
        body: { districts: [...issue.districts, ...more] },
        ifMatch: issue.version,
      }),
    { touches: ['/issues'] },
  );
  const offers = more.length > 0 && issue.stage !== 'closed' && may('PATCH /issues/:id');
  if (!issue.districts.length && !offers) return '–';
  return (
    <span className="row">
      {issue.districts.join(', ')}
      {offers && (
        <Button small isPending={take.isPending} onPress={() => take.mutate(undefined)}>
          {t('proposed', { names: more.join(', ') })}
        </Button>
      )}
    </span>
  );
}
