import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { Contact, Page as ApiPage } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { SelectField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { ContactPeople, ContactState } from './contact.js';
import { useDeliveryText } from './text.js';

/** 연락처 상태: which department hears nothing of what it is asked. */
export default function Contacts() {
  const t = useDeliveryText();
  const words = useWords();
  const { get, set } = useAddress();
  const state = get('state');
  const contacts = useRead<ApiPage<Contact>>(
    `/contacts?limit=200${state ? `&state=${encodeURIComponent(state)}` : ''}`,
    { keep: true },
  );
  const columns = useColumns();
  return (
    <Page title={t('contacts')} lead={t('contactsLead')}>
      <Panel
        title={t('contactList')}
        aside={contacts.data && t('departments', { n: contacts.data.items.length })}
      >
        <Filters names={['state']}>
          <Filter name="state">
            <SelectField
              label={t('state')}
              choices={choicesOf(words.contact)}
              value={state}
              onChange={(chosen) => set({ state: chosen })}
              optional={t('allStates')}
            />
          </Filter>
        </Filters>
        <Loaded of={contacts}>
          {({ items }) =>
            items.length ? (
              <Table
                caption={t('contacts')}
                columns={columns}
                rows={items}
                keyOf={({ departmentId }) => departmentId}
                mark={({ state: of }) => (of === 'bouncing' || of === 'silent' ? 'danger' : undefined)}
              />
            ) : (
              <Empty title={t('noContacts')}>{t('noneFitWhy')}</Empty>
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}

function useColumns(): Column<Contact>[] {
  const t = useDeliveryText();
  return [
    {
      id: 'department',
      label: t('department'),
      heads: true,
      cell: ({ departmentId, departmentName }) => (
        <Link to={`/departments/${departmentId}`}>{departmentName}</Link>
      ),
    },
    { id: 'state', label: t('state'), cell: (contact) => <ContactState contact={contact} /> },
    { id: 'people', label: t('people'), wide: true, cell: ({ people }) => <ContactPeople people={people} /> },
  ];
}
