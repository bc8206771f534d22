import { Link } from 'react-router';
import { useDepartments, useMay } from '../../api/queries.js';
import type { Moved, MovedList } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { ComboField, SelectField } from '../../ui/field.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Notice } from '../../ui/waiting.js';
import { placeOf, type Draft } from './plan.js';
import { useReorganisationText } from './text.js';

interface Props {
  found: MovedList;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** What a plan would move; where there is more than one way, each goes where somebody says. */
export function MovedTable(props: Props) {
  const t = useReorganisationText();
  const format = useFormat();
  const { items, leftAlone } = props.found;
  const columns = useColumns(props);
  return (
    <Panel title={t('moved')} aside={<span role="status">{format.count(items.length)}</span>}>
      {leftAlone > 0 && <Notice tone="danger">{t('leftAlone', { n: leftAlone })}</Notice>}
      {items.length ? (
        <Table
          caption={t('moved')}
          rows={items}
          keyOf={({ kind, id }) => `${kind} ${id}`}
          columns={columns}
        />
      ) : (
        <Empty title={t('movedNone')} />
      )}
    </Panel>
  );
}

function useColumns({ found, draft, change }: Props): Column<Moved>[] {
  const t = useReorganisationText();
  const words = useWords();
  const format = useFormat();
  const may = useMay();
  const { all, nameOf } = useDepartments();
  const { targets, issues, people } = draft;
  const places = targets.flatMap(({ name, departmentId }, n) =>
    name.trim() || departmentId
      ? [{ id: placeOf(n), label: departmentId ? nameOf(departmentId) : name.trim() }]
      : [],
  );
  // An issue goes as a whole: it is asked for where it first stands.
  const firsts = new Map(
    found.items.map(({ issueId, kind, id }) => [issueId, `${kind} ${id}`]).toReversed() as [string, string][],
  );
  const others = all
    .filter(({ id }) => !draft.from.includes(id) && !targets.some((one) => one.departmentId === id))
    .map(({ id, name }) => ({ id, label: name }));
  const goesTo = ({ kind, id, issueId, name, to }: Moved) => {
    if (kind === 'person')
      return (
        <ComboField
          compact
          label={t('elsewhere', { name })}
          choices={[...places, ...others]}
          value={people[id] ?? places[0]?.id ?? null}
          onChange={(next) => next && change({ people: { ...people, [id]: next } })}
        />
      );
    const target = issueId ? (issues[issueId] ?? 0) : 0;
    if (issueId && places.length > 1 && firsts.get(issueId) === `${kind} ${id}`)
      return (
        <SelectField
          compact
          label={t('elsewhere', { name })}
          choices={places}
          value={placeOf(target)}
          onChange={(next) =>
            next && change({ issues: { ...issues, [issueId]: Number(next.split('-')[1]) } })
          }
        />
      );
    return (target ? places[target]?.label : to) ?? t('nobody');
  };
  return [
    { id: 'kind', label: t('kind'), cell: ({ kind }) => t(`moved.${kind}`) },
    {
      id: 'what',
      label: t('what'),
      heads: true,
      wide: true,
      cell: ({ kind, issueId, name, title }) => {
        if (kind === 'person')
          return [name, title && words.position[title as keyof typeof words.position]]
            .filter(Boolean)
            .join(' ');
        if (kind === 'follow') return t('followers', { n: name });
        if (kind === 'round') return format.month(name);
        if (!issueId) return name;
        return (
          <span>
            {may('GET /issues') ? <Link to={`/issues/${issueId}`}>{title ?? name}</Link> : title}{' '}
            <span className="small subtle">{name}</span>
          </span>
        );
      },
    },
    { id: 'now', label: t('now'), cell: ({ fromId }) => nameOf(fromId) },
    { id: 'later', label: t('later'), wide: true, cell: goesTo },
  ];
}
