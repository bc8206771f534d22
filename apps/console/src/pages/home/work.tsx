import { Link } from 'react-router';
import { WORK_KINDS } from '#actions/vocabulary.js';
import { useDepartments, useMe, useRead } from '../../api/queries.js';
import type { Page as ApiPage, WorkItem } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge, GradeBadge } from '../../ui/badge.js';
import { RadioField } from '../../ui/choice-field.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/waiting.js';
import { useHomeText } from './text.js';

const SHOWN = 8;

/** 내 업무: what waits for this person or the whole department, by what is to be done, what is due first at the top. */
export function Work() {
  const t = useHomeText();
  const me = useMe();
  const { get, set } = useAddress();
  const scope = get('scope') ?? (me.role === 'department' ? 'mine' : 'all');
  const list = useRead<ApiPage<WorkItem>>(`/work?scope=${scope}&limit=200`);
  return (
    <>
      {me.role !== 'manager' && (
        <RadioField
          label={t('whose')}
          choices={[
            { id: 'mine', label: t('mine') },
            { id: 'all', label: t(me.role === 'department' ? 'ofDepartment' : 'ofOffice') },
          ]}
          value={scope}
          onChange={(one) => set({ scope: one })}
        />
      )}
      <Loaded of={list}>
        {({ items, nextCursor }) =>
          items.length ? (
            <div className="tiles">
              {WORK_KINDS.filter((kind) => items.some((item) => item.kind === kind)).map((kind) => (
                <Kind
                  key={kind}
                  kind={kind}
                  items={items.filter((item) => item.kind === kind)}
                  more={nextCursor !== null}
                />
              ))}
            </div>
          ) : (
            <Panel title={t('work')}>
              <p className="subtle">{t('workNone')}</p>
            </Panel>
          )
        }
      </Loaded>
    </>
  );
}

const toOf = ({ requestId, issueId, month }: WorkItem): string =>
  month ? `/rounds/${month}` : requestId ? `/requests/${requestId}` : `/issues/${issueId}`;
/** The list that holds all of a kind. */
const LISTS: Record<WorkItem['kind'], string> = {
  acknowledge: '/requests?state=delivered',
  assign: '/requests?state=acknowledged',
  answer: '/requests?state=acknowledged',
  complete: '/requests?state=returned',
  collect: '/requests?state=acknowledged',
  foresee: '/rounds',
  progress: '/requests?state=accepted&horizon=long',
  decide: '/issues?state=review',
  review: '/requests?state=answered',
  settle: '/requests?state=refused',
  gather: '/rounds',
  'look-again': '/issues?needsReview=true',
};

const inBrief = (text: string): string => (text.length > 70 ? `${text.slice(0, 70)}…` : text);

function Kind({ kind, items, more }: { kind: WorkItem['kind']; items: WorkItem[]; more: boolean }) {
  const t = useHomeText();
  const words = useWords();
  const format = useFormat();
  const { nameOf } = useDepartments();
  return (
    <Panel
      title={words.work[kind]}
      aside={`${items.length}${more ? '+' : ''}`}
      urgent
      actions={items.length > SHOWN && <Link to={LISTS[kind]}>{t('all')}</Link>}
    >
      <ul className="tasks">
        {items.slice(0, SHOWN).map((item) => (
          <li key={toOf(item)}>
            <Link to={toOf(item)}>
              {item.month ? t('round', { month: format.month(item.month) }) : item.title}
            </Link>
            {item.text && (
              <span className="small">
                {item.kind === 'gather' ? t('answered', { of: item.text }) : inBrief(item.text)}
              </span>
            )}
            <span className="row small subtle">
              {[item.number, item.departmentId && nameOf(item.departmentId)].filter(Boolean).join(' · ')}
              {item.grade && <GradeBadge grade={item.grade} />}
              {item.dueAt &&
                (item.overdue ? (
                  <Badge tone="danger">{format.distance(item.dueAt)}</Badge>
                ) : (
                  <span>{format.due(item.dueAt)}</span>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
