import { useState } from 'react';
import { DISTRICTS } from '#config/districts.js';
import { KIND_LABELS } from '#issues/rules/kind-words.js';
import { call } from '../../api/call.js';
import { fieldErrors } from '../../api/problem.js';
import { useMay, useMe, useRead, useWrite } from '../../api/queries.js';
import type { AreaContact, AreaContacts as Listed } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { ComboField, SelectField } from '../../ui/field.js';
import { Fold } from '../../ui/fold.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { useDepartmentText } from './text.js';

const pathOf = (departmentId: string) => `/departments/${departmentId}/area-contacts`;

/** Who of it is told first of which kind of issue, and where; with who was before. */
export function AreaContacts({ departmentId }: { departmentId: string }) {
  const t = useDepartmentText();
  const me = useMe();
  const may = useMay();
  const path = pathOf(departmentId);
  const contacts = useRead<Listed>(path);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<AreaContact | null>(null);
  const own =
    may('POST /departments/:id/area-contacts') &&
    (me.role !== 'department' || me.departmentId === departmentId);
  const columns = useColumns(own ? setEnding : null);
  return (
    <Panel
      title={t('areas')}
      actions={
        own && (
          <Button small icon="plus" onPress={() => setAdding(true)}>
            {t('addArea')}
          </Button>
        )
      }
    >
      <p className="small subtle">{t('areasWhy')}</p>
      <Loaded of={contacts}>
        {({ items, people }) => {
          const now = items.filter(({ endedAt }) => endedAt === null);
          const past = items.filter(({ endedAt }) => endedAt !== null);
          return (
            <>
              {now.length ? (
                <Table caption={t('areas')} columns={columns} rows={now} keyOf={({ id }) => id} />
              ) : (
                <Empty title={t('noAreas')}>{t('noAreasWhy')}</Empty>
              )}
              {past.length > 0 && (
                <Fold title={t('pastAreas', { n: past.length })}>
                  <Table caption={t('pastAreasTable')} columns={columns} rows={past} keyOf={({ id }) => id} />
                </Fold>
              )}
              {adding && <Add departmentId={departmentId} people={people} onClose={() => setAdding(false)} />}
            </>
          );
        }}
      </Loaded>
      {ending && <End contact={ending} onClose={() => setEnding(null)} />}
    </Panel>
  );
}

function useKindChoices() {
  const language = useLanguage();
  return Object.entries(KIND_LABELS).map(([id, label]) => ({ id, label: label[language] }));
}

function useColumns(onEnd: ((contact: AreaContact) => void) | null): Column<AreaContact>[] {
  const t = useDepartmentText();
  const words = useWords();
  const format = useFormat();
  const kinds = useKindChoices();
  const areaOf = ({ kind, district }: AreaContact) =>
    [kind && (kinds.find(({ id }) => id === kind)?.label ?? kind), district].filter(Boolean).join(' · ');
  return [
    { id: 'area', label: t('area'), heads: true, cell: areaOf },
    {
      id: 'person',
      label: t('person'),
      cell: ({ userName, position, active, endedAt }) => (
        <>
          {userName} <span className="small subtle">{words.position[position]}</span>
          {!active && endedAt === null && <span className="small"> ({t('left')})</span>}
        </>
      ),
    },
    {
      id: 'since',
      label: t('since'),
      wide: true,
      cell: ({ since, setByName, endedAt, endedByName }) => (
        <span className="small">
          {format.day(since)} {setByName}
          {endedAt && ` ~ ${format.day(endedAt)} ${endedByName}`}
        </span>
      ),
    },
    ...(onEnd
      ? [
          {
            id: 'end',
            label: t('endArea'),
            cell: (contact: AreaContact) =>
              contact.endedAt === null && (
                <Button
                  small
                  aria-label={t('endAreaOf', { name: contact.userName, area: areaOf(contact) })}
                  onPress={() => onEnd(contact)}
                >
                  {t('endArea')}
                </Button>
              ),
          },
        ]
      : []),
  ];
}

interface AddProps {
  departmentId: string;
  people: Listed['people'];
  onClose: () => void;
}

function Add({ departmentId, people, onClose }: AddProps) {
  const t = useDepartmentText();
  const words = useWords();
  const kinds = useKindChoices();
  const path = pathOf(departmentId);
  const [draft, setDraft] = useState<Record<'kind' | 'district' | 'userId', string | null>>({
    kind: null,
    district: null,
    userId: null,
  });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const add = useWrite(() => call<AreaContact>('POST', path, { body: draft }), { touches: [path] });
  const { byField, rest } = fieldErrors(add.error, ['kind', 'district', 'userId']);
  const submit = async () => {
    await add.mutateAsync(undefined);
    toast(t('areaAdded'));
    onClose();
  };
  return (
    <DialogForm
      title={t('addArea')}
      onClose={onClose}
      onSubmit={submit}
      action={t('addArea')}
      busy={add.isPending}
      errors={rest}
      ready={draft.userId !== null && (draft.kind !== null || draft.district !== null)}
    >
      <SelectField
        label={t('kind')}
        help={t('kindHelp')}
        choices={kinds}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        error={byField.kind}
        optional={t('anyKind')}
      />
      <SelectField
        label={t('district')}
        choices={DISTRICTS.map((id) => ({ id, label: id }))}
        value={draft.district}
        onChange={(district) => change({ district })}
        error={byField.district}
        optional={t('anywhere')}
      />
      <ComboField
        label={t('person')}
        name="userId"
        choices={people.map(({ id, name, position }) => ({
          id,
          label: name,
          detail: words.position[position],
        }))}
        value={draft.userId}
        onChange={(userId) => change({ userId })}
        error={byField.userId}
        required
      />
    </DialogForm>
  );
}

function End({ contact, onClose }: { contact: AreaContact; onClose: () => void }) {
  const t = useDepartmentText();
  const end = useWrite(
    () => call<AreaContact>('DELETE', `/area-contacts/${contact.id}`, { ifMatch: contact.version }),
    { touches: [pathOf(contact.departmentId)] },
  );
  return (
    <Confirm
      title={t('endAreaTitle')}
      action={t('endArea')}
      isOpen
      onClose={onClose}
      onConfirm={async () => {
        await end.mutateAsync(undefined);
        toast(t('areaEnded'));
      }}
    >
      <p>{t('endAreaLead', { name: contact.userName })}</p>
    </Confirm>
  );
}
