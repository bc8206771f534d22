import { useState } from 'react';
import { Link } from 'react-router';
import { useDepartments, useMay } from '../../api/queries.js';
import type { User } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty } from '../../ui/waiting.js';
import { EditUser } from './edit-user.js';
import { useUserText } from './text.js';
import './users.css';

const without = (text: string) => text.toLowerCase().replaceAll(' ', '');

export function UserList({ all }: { all: User[] }) {
  const t = useUserText();
  const may = useMay();
  const [editing, setEditing] = useState<User | null>(null);
  const format = useFormat();
  const { nameOf } = useDepartments();
  const { get, set } = useAddress();
  const role = get('role');
  // What is typed stands in the field at once; the address follows.
  const [typed, setTyped] = useState(get('q') ?? '');
  const change = (q: string, ofRole = role) => {
    setTyped(q);
    set({ q, role: ofRole }, { replace: true });
  };
  const columns = useColumns(nameOf, may('PATCH /users/:id') ? setEditing : null);
  const found = all.filter(
    (user) =>
      (!role || user.role === role) &&
      without(`${user.name} ${user.email} ${nameOf(user.departmentId)}`).includes(without(typed)),
  );
  const n = format.count(found.length);
  const whole = found.length === all.length;
  return (
    <Panel
      title={t('list')}
      aside={
        <span role="status">
          {whole ? t('found', { n }) : t('foundOf', { all: format.count(all.length), n })}
        </span>
      }
    >
      <Filter typed={typed} role={role} onChange={change} />
      {found.length ? (
        <Table caption={t('list')} columns={columns} rows={found} keyOf={({ id }) => id} />
      ) : (
        <Empty
          title={t('nothing')}
          action={<Button onPress={() => change('', null)}>{t('showAll')}</Button>}
        />
      )}
      {editing && <EditUser key={editing.id} user={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function Filter({
  typed,
  role,
  onChange,
}: {
  typed: string;
  role: string | null;
  onChange: (typed: string, role?: string | null) => void;
}) {
  const t = useUserText();
  const words = useWords();
  return (
    <search className="form-row no-print">
      <TextField label={t('find')} type="search" value={typed} onChange={(text) => onChange(text)} />
      <SelectField
        label={t('role')}
        choices={choicesOf(words.role)}
        value={role}
        onChange={(value) => onChange(typed, value)}
        optional={t('all')}
      />
    </search>
  );
}

function useColumns(
  nameOf: (id: string | null) => string,
  onEdit: ((user: User) => void) | null,
): Column<User>[] {
  const t = useUserText();
  const words = useWords();
  return [
    {
      id: 'name',
      label: t('name'),
      heads: true,
      cell: ({ name, email }) => (
        <span>
          {name}
          <span className="user-email">{email}</span>
        </span>
      ),
    },
    {
      id: 'role',
      label: t('role'),
      cell: ({ role }) => <span className="user-word">{words.role[role]}</span>,
    },
    {
      id: 'position',
      label: t('position'),
      cell: ({ position }) => <span className="user-word">{words.position[position]}</span>,
    },
    {
      id: 'department',
      label: t('department'),
      cell: ({ departmentId }) =>
        departmentId ? (
          <Link to={`/departments/${departmentId}`}>{nameOf(departmentId)}</Link>
        ) : (
          <span className="subtle">–</span>
        ),
    },
    {
      id: 'active',
      label: t('active'),
      cell: ({ active, secondFactor }) => (
        <span>
          <Badge tone={active ? 'success' : 'neutral'}>{t(active ? 'activeYes' : 'activeNo')}</Badge>{' '}
          {secondFactor && <Badge tone="info">{t('twofold')}</Badge>}
        </span>
      ),
    },
    ...(onEdit
      ? [
          {
            id: 'change',
            label: t('todo'),
            cell: (user: User) => (
              <Button small onPress={() => onEdit(user)} aria-label={t('changeTitle', { name: user.name })}>
                {t('change')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
